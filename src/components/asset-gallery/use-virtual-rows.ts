import { type ComponentType, useEffect, useState } from 'react';
import { canMeasure } from '../absent.js';
import type { VirtualRowsProps } from './VirtualRows.js';

/** What draws the rows: `all` of them, the first ones while the virtual list is loaded, or that list. */
type Drawing = 'all' | 'first' | ComponentType<VirtualRowsProps>;

let loaded: ComponentType<VirtualRowsProps> | undefined;

/** Loads the virtual list once it is `wanted`. Should that fail, all rows are drawn: slowly, but nothing is missing. */
export function useVirtualRows(wanted: boolean): Drawing {
  const [drawing, setDrawing] = useState<{ by: Drawing }>({ by: loaded ?? 'first' });
  const isMissing = wanted && drawing.by === 'first';
  useEffect(() => {
    if (!isMissing) return undefined;
    let isWatched = true;
    const show = (by: Drawing) => {
      if (isWatched) setDrawing({ by });
    };
    (canMeasure() ? import('./VirtualRows.js') : Promise.reject(new Error('Nothing can be measured here.'))).then(
      ({ VirtualRows }) => show((loaded = VirtualRows)),
      () => show('all'),
    );
    return () => {
      isWatched = false;
    };
  }, [isMissing]);
  return wanted ? drawing.by : 'all';
}
