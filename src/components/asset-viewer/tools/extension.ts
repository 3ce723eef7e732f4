import type { Asset } from '../../../core/outcome/asset.js';

/** The extension by what the asset says of itself; `undefined` when it says nothing. */
export function knownExtension({ mime, url }: Asset): string | undefined {
  return extensionOfType(mime) ?? extensionOfType(/^data:([^,]*)/.exec(url)?.[1]) ?? endOf(url, '\\.');
}

export function extensionOfType(mime = ''): string | undefined {
  return endOf(mime, '/');
}

/** What stands at the end of a type, or of an address, as files are named. */
function endOf(text: string, mark: '/' | '\\.'): string | undefined {
  const found = new RegExp(`^[^?#]*${mark}(png|jpe?g|webp|gif|avif|mp4|webm|mov|quicktime)\\s*([;?#]|$)`, 'i').exec(text);
  const name = found?.[1]?.toLowerCase();
  return name === 'jpeg' ? 'jpg' : name === 'quicktime' ? 'mov' : name;
}
