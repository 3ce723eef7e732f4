import { readPicture } from '../../core/base/picture.js';
import { fromBase64 } from '../base/base64.js';
import { random } from '../base/random.js';
import type { Assets } from '../media/assets.js';
import type { TextOrder } from '../orders/text.js';

const LIGHT = ['soft morning light', 'low evening sun', 'light from a window on the left', 'an overcast sky'];
const VIEW = ['seen from close by', 'in the middle of a wide view', 'from slightly above', 'at eye level'];
const FINISH = ['muted colours, fine detail', 'deep shadows, a shallow depth of field', 'warm colours, a fine grain'];

/** What the model says. It understands four wishes, each by a word of its instruction; to all else it says what it read. */
export async function answerTo({ system, words, pictures }: TextOrder, assets: Assets): Promise<string> {
  const [picture] = pictures;
  if (picture !== undefined) return describe(picture, assets);
  // Told apart from what it is about by its place, or by a colon.
  const isApart = system !== '';
  const [, before = '', after = ''] = /^([^:]*):\s*(.+)$/s.exec(words) ?? [];
  const [instruction, subject] = isApart || after === '' ? [system || words, words] : [before, after];
  const language = /\btranslat\w*\b.*?\b(?:into|to)\s+([\p{L}\p{M}-]+)/isu.exec(instruction)?.[1];
  if (language !== undefined) return `[${language}] ${subject}`;
  if (/\b(?:improve|enrich|rewrite)/i.test(instruction)) return improved(subject);
  return `You said: ${subject}`;
}

/** Keeps every word, and adds what a picture needs besides. */
function improved(subject: string): string {
  const draw = random('improve', subject);
  const one = (of: readonly string[]) => of[Math.floor(draw() * of.length)];
  return `${subject.replace(/[\s.。]+$/u, '')}, ${one(VIEW)}, ${one(LIGHT)}, ${one(FINISH)}`;
}

async function describe(address: string, assets: Assets): Promise<string> {
  const asset = assets.named(address);
  if (asset?.shows !== undefined) return `A picture of this: ${asset.shows}`;
  const bytes = address.startsWith('data:') ? bytesIn(address) : undefined;
  const found = bytes && readPicture(bytes);
  // Nothing is made up of what was not looked at.
  return found === undefined ? 'A picture that could not be looked at.' : `A picture of ${found.width} × ${found.height} pixels.`;
}

function bytesIn(address: string): Uint8Array | undefined {
  try {
    return fromBase64(address.slice(address.indexOf(',') + 1));
  } catch {
    return undefined;
  }
}
