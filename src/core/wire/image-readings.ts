import * as v from 'valibot';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import { amountsOf, link, numeric, price, type ReadContext, text } from './reading-parts.js';

const imageAnswer = v.object({
  data: v.array(
    v.object({ url: text, b64_json: text, revised_prompt: text, seed: numeric }),
  ),
});
const chatAnswer = v.object({
  choices: v.array(v.object({ message: v.object({ content: v.union([v.string(), v.array(v.unknown())]) }) })),
});
const chatImage = v.object({ type: v.literal('image_url'), image_url: v.object({ url: v.string() }) });

/** What a request says of the images that it asked for. */
interface AskedImage {
  size?: string | undefined;
  outputFormat?: string | undefined;
  seed?: number | undefined;
}

/** The images of an Images answer, or of a chat answer; `undefined` when it is neither. */
export function readImages(body: unknown, asked: AskedImage, context: ReadContext): Asset[] | undefined {
  const entries = imageEntries(body);
  if (entries === undefined) return undefined;
  const [width, height] = (asked.size ?? '').split('x').map(Number);
  return entries.map((entry) => ({
    ...link(entry.url, 'image', context, {}),
    mime: /^data:([^;]+)/.exec(entry.url)?.[1] ?? (asked.outputFormat && `image/${asked.outputFormat}`),
    width: width || undefined,
    height: height || undefined,
    revisedPrompt: entry.revised_prompt,
    seed: entry.seed ?? asked.seed,
  }));
}

/** What an answer with images says that they cost: nothing, mostly. */
export function readImageCost(body: unknown, usdPerCredit: number): GenerationCost {
  const said = v.safeParse(price, body);
  return { ...(said.success ? amountsOf(said.output, usdPerCredit) : {}), billed: 'yes' };
}

function imageEntries(body: unknown) {
  const images = v.safeParse(imageAnswer, body);
  if (images.success) {
    return images.output.data.flatMap((entry) => {
      const url = entry.url ?? (entry.b64_json && embedded(entry.b64_json));
      return url ? [{ ...entry, url }] : [];
    });
  }
  const chat = v.safeParse(chatAnswer, body);
  if (!chat.success) return undefined;
  return chat.output.choices.flatMap(({ message }) =>
    typeof message.content === 'string'
      ? []
      : message.content.flatMap((block) => {
          const parsed = v.safeParse(chatImage, block);
          return parsed.success ? [{ url: parsed.output.image_url.url, revised_prompt: undefined, seed: undefined }] : [];
        }),
  );
}

const MAGIC: readonly [start: string, mime: string][] = [
  ['iVBOR', 'image/png'],
  ['/9j/', 'image/jpeg'],
  ['UklGR', 'image/webp'],
];

/** The first bytes tell the format: the asked one may not be what came. */
function embedded(base64: string): string {
  const mime = MAGIC.find(([start]) => base64.startsWith(start))?.[1] ?? 'image/png';
  return `data:${mime};base64,${base64}`;
}
