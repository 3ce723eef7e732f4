export { SNIFFED_BYTES, sniff } from '../../core/base/file-type.js';

/** What an asset may be, and how a file of it ends. */
export const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/svg+xml': 'svg',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
};

/** A picture that can hold scripts: only ever to be saved. */
export const SVG = 'image/svg+xml';

/** The type of a part whose first bytes we do not see: as declared, else as the address ends. */
export function declaredType(declared: string, url: string): string | undefined {
  if (Object.hasOwn(EXTENSIONS, declared)) return declared;
  const end = /\.(\w+)$/.exec(new URL(url).pathname)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  return Object.keys(EXTENSIONS).find((type) => EXTENSIONS[type] === end);
}
