import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { firstRowInView } from './rows.js';

/** Keeps the first tile that is seen in sight when another number of columns moves all rows. Returns what notes where one is. */
export function useKeepPlace(list: RefObject<VirtualizerHandle | null>, columns: number): (grid: HTMLElement) => void {
  const place = useRef(0);
  useLayoutEffect(() => {
    if (place.current > 0) list.current?.scrollToIndex(Math.floor(place.current / columns));
  }, [list, columns]);
  return (grid) => {
    place.current = firstRowInView(grid) * columns;
  };
}
