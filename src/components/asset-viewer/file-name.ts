import type { Asset } from '../../core/asset.js';

const EXTENSIONS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
};

const USUAL = { image: 'png', video: 'mp4' } as const;
const LONGEST = 48;

/** The extension of what really arrived (`mime`), else of what the asset says, else the usual one. */
export function extensionOf(asset: Asset, mime?: string): string {
  return EXTENSIONS[bare(mime)] ?? knownExtension(asset) ?? USUAL[asset.kind];
}

/** The extension by what the asset says of itself; `undefined` when it says nothing. */
export function knownExtension(asset: Asset): string | undefined {
  return (
    EXTENSIONS[bare(asset.mime)] ?? EXTENSIONS[bare(/^data:([^,]*)/.exec(asset.url)?.[1])] ?? extensionInPath(asset.url)
  );
}

/** A file name that says what is in it, in any script. `position` counts from 1; 0 leaves it out. */
export function fileName(asset: Asset, about: { prompt: string | undefined; position: number; mime?: string | undefined }): string {
  const words = (about.prompt ?? '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let stem = '';
  for (const word of words) {
    const longer = stem === '' ? word : `${stem}-${word}`;
    if (longer.length > LONGEST && stem !== '') break;
    stem = Array.from(longer).slice(0, LONGEST).join('');
  }
  const number = about.position === 0 ? '' : `-${about.position}`;
  return `${stem === '' ? asset.kind : stem.toLowerCase()}${number}.${extensionOf(asset, about.mime)}`;
}

function bare(mime: string | undefined): string {
  return (mime ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function extensionInPath(url: string): string | undefined {
  const path = url.split(/[?#]/)[0] ?? '';
  const found = /\.([a-z0-9]{2,4})$/i.exec(path)?.[1]?.toLowerCase();
  if (found === 'jpeg') return 'jpg';
  return found !== undefined && Object.values(EXTENSIONS).includes(found) ? found : undefined;
}
