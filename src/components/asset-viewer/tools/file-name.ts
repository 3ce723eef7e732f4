import type { Asset } from '../../../core/outcome/asset.js';
import { extensionOfType, knownExtension } from './extension.js';

const USUAL = { image: 'png', video: 'mp4' } as const;
const LONGEST = 48;

/** The extension of what really arrived (`mime`), else of what the asset says, else the usual one. */
function extensionOf(asset: Asset, mime?: string): string {
  return extensionOfType(mime) ?? knownExtension(asset) ?? USUAL[asset.kind];
}

/** A file name that says what is in it, in any script. `position` counts from 1; 0 leaves it out. */
export function fileName(asset: Asset, about: { prompt: string | undefined; position: number; mime?: string | undefined }): string {
  const words = (about.prompt ?? '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let stem = '';
  for (const word of words) {
    const longer = stem ? `${stem}-${word}` : word;
    if (stem && longer.length > LONGEST) break;
    stem = (longer.match(/./gsu) ?? []).slice(0, LONGEST).join('');
  }
  const number = about.position ? `-${about.position}` : '';
  return `${stem.toLowerCase() || asset.kind}${number}.${extensionOf(asset, about.mime)}`;
}
