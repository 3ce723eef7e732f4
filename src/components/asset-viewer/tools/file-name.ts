import type { Asset } from '../../../core/outcome/asset.js';
import { extensionOfType, knownExtension } from './extension.js';

const USUAL = { image: 'png', video: 'mp4' } as const;
const LONGEST = 48;

/** The extension of what really arrived (`mime`), else of what the asset says, else the usual one. */
function extensionOf(asset: Asset, mime?: string): string {
  return extensionOfType(mime) ?? knownExtension(asset) ?? USUAL[asset.kind];
}

/** As many words of a text as a file name may have of it, in any script; empty where it has none. */
export function stemOf(text: string): string {
  let stem = '';
  for (const word of text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const longer = stem ? `${stem}-${word}` : word;
    if (stem && longer.length > LONGEST) break;
    stem = (longer.match(/./gsu) ?? []).slice(0, LONGEST).join('');
  }
  return stem.toLowerCase();
}

/** What a file is called by. */
export interface FileSubject {
  prompt: string | undefined;
  /** Counts from 1; 0 leaves it out. */
  position: number;
  mime?: string | undefined;
  /** All but the extension. @default the prompt and the position */
  name?: string | undefined;
}

/** A file name that says what is in it, in any script. */
export function fileName(asset: Asset, { prompt = '', position, mime, name }: FileSubject): string {
  const number = position ? `-${position}` : '';
  return `${name ?? (stemOf(prompt) || asset.kind) + number}.${extensionOf(asset, mime)}`;
}
