import { useCallback, useState } from 'react';
import { watchSizes } from '../absent.js';

/** Pixels between tiles; also in the style sheet. */
const GAP = 12;
/** More would make tiles too small for a wall of screens, and the page too heavy. */
const MOST = 12;

/** How many tiles of at least `tileSize` pixels stand beside one another in the element that `ref` is given; two at least. */
export function useColumns(tileSize: number): { columns: number; ref: (element: HTMLElement | null) => (() => void) | undefined } {
  const [columns, setColumns] = useState(2);
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined;
      const measure = () => {
        const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(element);
        const width = element.clientWidth - pixels(paddingInlineStart) - pixels(paddingInlineEnd);
        setColumns(Math.min(MOST, Math.max(2, Math.floor((width + GAP) / (tileSize + GAP)))));
      };
      // At once, before anything is painted, and then whenever the width changes.
      measure();
      const observer = watchSizes(measure, element);
      observer?.observe(element);
      return () => observer?.disconnect();
    },
    [tileSize],
  );
  return { columns, ref };
}

/** Without a layout there is no length, and nothing to read one from. */
function pixels(length: string): number {
  return parseFloat(length) || 0;
}
