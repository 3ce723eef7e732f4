import { fromBase64 } from '../base/base64.js';
import type { Bytes } from './media.js';

export type ClipName = 'wide.mp4' | 'tall.mp4' | 'square.mp4' | 'wide.webm';

interface Clip {
  name: ClipName;
  width: number;
  height: number;
}

// Each is its own chunk, as a data address: who makes only images never loads one.
const LOADERS: Record<ClipName, () => Promise<{ default: string }>> = {
  'wide.mp4': () => import('./clips/wide.mp4?inline'),
  'tall.mp4': () => import('./clips/tall.mp4?inline'),
  'square.mp4': () => import('./clips/square.mp4?inline'),
  'wide.webm': () => import('./clips/wide.webm?inline'),
};

/** The clip of that shape. Every clip is five seconds of 720p, whatever length and resolution were asked for. */
export function clipOf(aspectRatio: string, format: 'mp4' | 'webm'): Clip {
  if (format === 'webm') return { name: 'wide.webm', width: 1280, height: 720 };
  if (aspectRatio === '9:16') return { name: 'tall.mp4', width: 720, height: 1280 };
  if (aspectRatio === '1:1') return { name: 'square.mp4', width: 720, height: 720 };
  return { name: 'wide.mp4', width: 1280, height: 720 };
}

export async function clipBytes(name: ClipName): Promise<Bytes> {
  const { default: address } = await LOADERS[name]();
  // Decoded by hand: a page's content security policy may forbid fetching `data:`.
  return fromBase64(address.slice(address.indexOf(',') + 1));
}
