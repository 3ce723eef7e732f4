import { fieldsOf } from '../base/fields.js';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import { fieldIn, listIn, numberIn, textIn } from './fields.js';
import { amountsIn, link, type ReadContext } from './reading-parts.js';

/** What a request says of the images that it asked for. */
interface AskedImage {
  size?: string | undefined;
  outputFormat?: string | undefined;
  seed?: number | undefined;
}

/** The images of an Images answer, or of a chat answer; `undefined` when it is neither. */
export function readImages(body: unknown, asked: AskedImage, context: ReadContext): Asset[] | undefined {
  return namedImages(body)?.map((named) => asImage(named, asked, context));
}

/** One picture, wherever an answer had it. */
export function asImage({ url, revisedPrompt, seed }: NamedImage, asked: AskedImage, context: ReadContext): Asset {
  const [width, height] = (asked.size ?? '').split('x').map(Number);
  return {
    ...link(url, 'image', context, {}),
    mime: /^data:([^;]+)/.exec(url)?.[1] ?? (asked.outputFormat && `image/${asked.outputFormat}`),
    width: width || undefined,
    height: height || undefined,
    revisedPrompt,
    seed: seed ?? asked.seed,
  };
}

/** What an answer with images says that they cost: nothing, mostly. */
export function readImageCost(body: unknown, usdPerCredit: number): GenerationCost {
  const said = fieldsOf(body);
  return { ...(said === undefined ? {} : amountsIn(said, usdPerCredit)), billed: 'yes' };
}

interface NamedImage {
  url: string;
  revisedPrompt?: string | undefined;
  seed?: number | undefined;
}

function namedImages(body: unknown): NamedImage[] | undefined {
  const answer = fieldsOf(body);
  const images = listIn(answer, 'data');
  return images?.every((entry) => fieldsOf(entry) !== undefined) ? images.flatMap(imageOf) : drawnInChat(listIn(answer, 'choices'));
}

function imageOf(entry: unknown): NamedImage[] {
  const fields = fieldsOf(entry);
  const base64 = textIn(fields, 'b64_json');
  const url = textIn(fields, 'url') ?? (base64 && embedded(base64));
  return url ? [{ url, revisedPrompt: textIn(fields, 'revised_prompt'), seed: numberIn(fields, 'seed') }] : [];
}

/** The blocks with images in what the model said; `undefined` when it is no answer of a chat. */
function drawnInChat(choices: readonly unknown[] | undefined): NamedImage[] | undefined {
  const said = choices?.map((choice) => fieldIn(fieldsOf(fieldIn(fieldsOf(choice), 'message')), 'content'));
  if (!said?.every((content) => typeof content === 'string' || Array.isArray(content))) return undefined;
  return said.flatMap((content) => (typeof content === 'string' ? [] : content)).flatMap((block: unknown) => {
    const fields = fieldsOf(block);
    const url = textIn(fieldsOf(fieldIn(fields, 'image_url')), 'url');
    return textIn(fields, 'type') === 'image_url' && url !== undefined ? [{ url }] : [];
  });
}

const MAGIC: readonly [start: string, mime: string][] = [
  ['iVBOR', 'image/png'],
  ['/9j/', 'image/jpeg'],
  ['UklGR', 'image/webp'],
];

/** An address that holds the bytes. The first of them tell the format: the asked one may not be what came. */
export function embedded(base64: string): string {
  const mime = MAGIC.find(([start]) => base64.startsWith(start))?.[1] ?? 'image/png';
  return `data:${mime};base64,${base64}`;
}
