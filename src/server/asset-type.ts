/** What an asset may be, and how a file of it ends. */
export const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
};

/** A picture that can hold scripts: only ever to be saved. */
export const SVG = 'image/svg+xml';

/** As many bytes tell every type apart. */
export const SNIFFED_BYTES = 32;

/** The type by the first bytes; `undefined` for what is none of ours. */
export function sniff(bytes: Uint8Array): string | undefined {
  const text = Array.from(bytes.subarray(0, SNIFFED_BYTES), (byte) => String.fromCharCode(byte)).join('');
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(text)) return 'image/gif';
  if (/^RIFF[^]{4}WEBP/.test(text)) return 'image/webp';
  if (text.startsWith('\x1aE\xdf\xa3')) return 'video/webm';
  if (text.slice(4, 8) === 'ftyp') return brands(text.slice(8, 12));
  return /^(\xef\xbb\xbf)?\s*<(\?xml|!--|!DOCTYPE svg|svg)/i.test(text) ? SVG : undefined;
}

function brands(brand: string): string {
  if (brand === 'avif' || brand === 'avis') return 'image/avif';
  return brand === 'qt  ' ? 'video/quicktime' : 'video/mp4';
}

/** The type of a part whose first bytes we do not see: as declared, else as the address ends. */
export function declaredType(declared: string, url: string): string | undefined {
  if (Object.hasOwn(EXTENSIONS, declared)) return declared;
  const end = /\.(\w+)$/.exec(new URL(url).pathname)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  return Object.keys(EXTENSIONS).find((type) => EXTENSIONS[type] === end);
}
