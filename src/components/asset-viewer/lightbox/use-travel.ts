import { type KeyboardEvent, useState } from 'react';
import { keyAction } from './keys.js';
import type { Zoom } from './zoom.js';

/** How far an arrow moves a zoomed picture. */
const PAN_PX = 80;

type Direction = 'next' | 'previous' | 'first' | 'last';

export interface Travel {
  go: (to: Direction) => void;
  /** The way that led here; `undefined` when it was opened here. */
  cameBy: Direction | undefined;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** From one asset to another, and around in it by keys. It ends at the first and at the last one. */
export function useTravel({ index, count, zoom, onIndexChange }: TravelFacts): Travel {
  const [cameBy, setCameBy] = useState<Direction>();
  const go = (to: Direction) => {
    const target = { next: index + 1, previous: index - 1, first: 0, last: count - 1 }[to];
    if (target === index || target < 0 || target >= count) return;
    setCameBy(to);
    onIndexChange(target);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // A player has keys of its own.
    if ((event.target as Element).closest('video, .bs-player') !== null) return;
    const action = keyAction({
      key: event.key,
      hasModifier: event.ctrlKey || event.altKey || event.metaKey,
      isRightToLeft: isRightToLeft(event.currentTarget),
      isZoomed: zoom.getScale() > 1,
    });
    if (action === undefined) return;
    event.preventDefault();
    if (action.do === 'go') go(action.to);
    else if (action.do === 'zoom') zoom[action.how]();
    else zoom.move(action.x * PAN_PX, action.y * PAN_PX, true);
  };
  return { go, cameBy, onKeyDown };
}

interface TravelFacts {
  /** Counts from 0. */
  index: number;
  count: number;
  zoom: Zoom;
  onIndexChange: (index: number) => void;
}

export function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
