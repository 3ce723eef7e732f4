import type { Mask, Screen } from '../../core/mask/mask.js';
import type { Size } from '../../core/mask/rows.js';
import { createTiles } from './tiles.js';

/** Pixels of the longer side, at least and at most. @source ours: with more of them a phone does not keep up with a finger */
const [LEAST, MOST] = [512, 2048];

/** Two for each pixel of the page's own: still sharp at twice its size, and half as many on a phone as on a desk. */
function longestOn({ offsetWidth, offsetHeight }: HTMLElement): number {
  return Math.min(MOST, Math.max(LEAST, 2 ** Math.ceil(Math.log2(2 * Math.max(offsetWidth, offsetHeight, 1)))));
}

/** What shows on the screen what is marked. It is drawn row by row, as the mask is, and nothing of it is ever read. */
interface Overlay extends Screen {
  /** Takes it off the screen. */
  remove(): void;
}

/**
 * @param host holds it, as large as the picture is on the screen
 * @returns `undefined` where this browser has no room for it
 */
export function createOverlay(host: HTMLElement, mask: Pick<Mask, 'width' | 'height' | 'readRow'>): Overlay | undefined {
  const scale = Math.min(1, longestOn(host) / Math.max(mask.width, mask.height));
  const size: Size = { width: Math.max(1, Math.round(mask.width * scale)), height: Math.max(1, Math.round(mask.height * scale)) };
  const tiles = createTiles(host, size);
  if (tiles === undefined) return undefined;
  const [across, down] = [size.width / mask.width, size.height / mask.height];
  /** The first pixel of the screen whose middle is on a pixel of the mask, or behind it. */
  const first = (at: number, by: number) => Math.ceil(at * by - 0.5);
  return {
    row(isMarked, y, from, to) {
      for (let row = first(y, down); row < first(y + 1, down); row++) tiles.put(isMarked, row, first(from, across), first(to, across));
    },
    all() {
      const marks = new Uint8Array(mask.width);
      for (let row = 0; row < size.height; row++) {
        mask.readRow(sampled(row, down), marks);
        tiles.put(false, row, 0, size.width);
        for (const [from, to] of runsOf(marks, size.width, across)) tiles.put(true, row, from, to);
      }
    },
    remove: tiles.remove,
  };
}

/** Which pixel of the mask one of the screen shows. */
const sampled = (at: number, by: number) => Math.floor((at + 0.5) / by);

function runsOf(marks: Uint8Array, right: number, across: number): [number, number][] {
  const runs: [number, number][] = [];
  for (let at = 0; at < right; at++) {
    if (!marks[sampled(at, across)]) continue;
    const from = at;
    while (at < right && marks[sampled(at, across)]) at++;
    runs.push([from, at]);
  }
  return runs;
}
