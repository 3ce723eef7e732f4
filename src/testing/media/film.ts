import { madeOnce } from './made.js';
import type { Bytes, Media } from './media.js';
import type { View } from './view.js';
import { webmOf } from './webm.js';

/** Frames a second, and how many: as few as still read as one slow move. */
const RATE = 6;
const FRAMES = 12;
/** How much nearer the camera is in the end. */
const NEARER = 0.25;

/** Begins with all of the picture, and moves into it; where it goes follows from where it begins. */
const VIEWS: readonly View[] = Array.from({ length: FRAMES }, (_, index) => {
  const progress = index / (FRAMES - 1);
  return { zoom: 1 + NEARER * progress, x: 0.5 + 0.3 * progress, y: 0.5 - 0.2 * progress };
});

/** A clip whose first frame is the picture, as a slow move into it: two seconds, without a sound. The same picture gives the same clip. */
export function filmOf(picture: Bytes, size: { width: number; height: number }, media: Media): Promise<Bytes> {
  return madeOnce(picture, size, async () => webmOf(await media.views(picture, VIEWS, size), { ...size, rate: RATE }));
}
