import { useRef, useState } from 'react';
import { firstFrame, type Nudge, nudged } from '../../core/mask/frame.js';
import type { Area, Size } from '../../core/mask/rows.js';
import type { Zoom } from '../asset-viewer/lightbox/zoom.js';

/** Steps of a key across what is seen of a picture. */
const STEPS = 50;

interface Frame {
  /** `undefined` while there is none. */
  area: Area | undefined;
  /** Brings it, or moves it one step. Returns it. */
  nudge(nudge: Nudge, size: Size, zoom: Zoom): Area;
  putAway(): void;
  /** Keeps it in sight, from the element that shows it. */
  follow(element: HTMLElement | null, zoom: Zoom): void;
}

/** The rectangle that a keyboard marks with. Zoomed in, its steps are finer, down to one pixel. */
export function useFrame(): Frame {
  const [area, setArea] = useState<Area>();
  // A key that is held down comes again before it is drawn.
  const latest = useRef<Area>(undefined);
  const put = (next: Area | undefined) => {
    latest.current = next;
    setArea(next);
  };
  return {
    area,
    nudge(nudge, size, zoom) {
      const step = Math.max(1, Math.round(Math.max(size.width, size.height) / STEPS / zoom.getScale()));
      const next = latest.current === undefined ? firstFrame(size) : nudged(latest.current, nudge, step, size);
      put(next);
      return next;
    },
    putAway: () => put(undefined),
    follow(element, zoom) {
      const stage = element?.closest('.bs-mask-stage');
      if (!element || !stage || zoom.getScale() === 1) return;
      const [frame, seen] = [element.getBoundingClientRect(), stage.getBoundingClientRect()];
      zoom.move(into(frame.left, frame.right, seen.left, seen.right), into(frame.top, frame.bottom, seen.top, seen.bottom));
    },
  };
}

/** How far something has to move to be seen; its beginning, where all of it cannot be. */
function into(from: number, to: number, first: number, last: number): number {
  if (from < first || to - from > last - first) return first - from;
  return to > last ? last - to : 0;
}
