// What a file is, by what it holds: what it is called, and the type that it was given, are often wrong.

/** As many bytes tell every type apart. @source ours: the longest mark that is looked for */
export const SNIFFED_BYTES = 32;

/** The type by the first bytes; `undefined` for what is no picture and no film. */
export function sniff(bytes: Uint8Array): string | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, SNIFFED_BYTES));
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(text)) return 'image/gif';
  if (/^RIFF[^]{4}WEBP/.test(text)) return 'image/webp';
  if (text.startsWith('\x1aE\xdf\xa3')) return 'video/webm';
  if (text.slice(4, 8) === 'ftyp') return ofBrands(text.slice(8, 12), text.slice(16));
  return /^(\xef\xbb\xbf)?\s*<(\?xml|!--|!DOCTYPE svg|svg)/i.test(text) ? 'image/svg+xml' : undefined;
}

/** Pictures and films of one container: by its brand, and where that says no more than "pictures", by those that it is compatible with. */
function ofBrands(brand: string, others: string): string {
  if (/^avi[fs]$/.test(brand) || (/^m[is]f1$/.test(brand) && /avi[fs]/.test(others))) return 'image/avif';
  if (/^(hei[cxms]|hev[cxms]|m[is]f1)$/.test(brand)) return 'image/heic';
  return brand === 'qt  ' ? 'video/quicktime' : 'video/mp4';
}

/** The same file, under the type that its first bytes are of; as it is, where they tell nothing or cannot be read. */
export async function withTrueType(file: Blob): Promise<Blob> {
  try {
    const type = sniff(new Uint8Array(await file.slice(0, SNIFFED_BYTES).arrayBuffer()));
    if (type === undefined || type === file.type) return file;
    return isFile(file) ? new File([file], file.name, { type, lastModified: file.lastModified }) : file.slice(0, file.size, type);
  } catch {
    return file;
  }
}

/** By what it has: one of a frame, or of another window, is no `File` of this one. */
function isFile(file: Blob): file is File {
  return 'name' in file;
}
