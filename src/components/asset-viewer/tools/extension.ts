import type { Asset } from '../../../core/outcome/asset.js';

const TYPE = /^\s*(?:image|video)\/(png|jpeg|webp|gif|avif|mp4|webm|quicktime)\s*(?:;|$)/i;
const PATH = /^[^?#]*\.(png|jpe?g|webp|gif|avif|mp4|webm|mov)(?:[?#]|$)/i;

/** The extension by what the asset says of itself; `undefined` when it says nothing. */
export function knownExtension({ mime, url }: Asset): string | undefined {
  return extensionOfType(mime) ?? extensionOfType(/^data:([^,]*)/.exec(url)?.[1]) ?? named(PATH, url);
}

export function extensionOfType(mime = ''): string | undefined {
  return named(TYPE, mime);
}

function named(pattern: RegExp, text: string): string | undefined {
  const name = pattern.exec(text)?.[1]?.toLowerCase();
  return name === 'jpeg' ? 'jpg' : name === 'quicktime' ? 'mov' : name;
}
