import type { Asset } from '../../../core/outcome/asset.js';

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

/** The extension by what the asset says of itself; `undefined` when it says nothing. */
export function knownExtension(asset: Asset): string | undefined {
  return extensionOfType(asset.mime) ?? extensionOfType(/^data:([^,]*)/.exec(asset.url)?.[1]) ?? extensionInPath(asset.url);
}

export function extensionOfType(mime: string | undefined): string | undefined {
  return EXTENSIONS[(mime ?? '').split(';')[0]?.trim().toLowerCase() ?? ''];
}

function extensionInPath(url: string): string | undefined {
  const path = url.split(/[?#]/)[0] ?? '';
  const found = /\.([a-z0-9]{2,4})$/i.exec(path)?.[1]?.toLowerCase();
  if (found === 'jpeg') return 'jpg';
  return found !== undefined && Object.values(EXTENSIONS).includes(found) ? found : undefined;
}
