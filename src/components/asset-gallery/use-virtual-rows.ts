import { useEffect, useState } from 'react';
import { canMeasure } from '../absent.js';
import type { VirtualRows } from './VirtualRows.js';

/** What draws the rows: `all` of them, the first ones while the virtual list is loaded, or that list. */
interface Drawing {
  readonly by: 'all' | 'first' | typeof VirtualRows;
}

const ALL: Drawing = { by: 'all' };

let loaded: typeof VirtualRows | undefined;

/** Loads the virtual list once it is `wanted`. Should that fail, all rows are drawn: slowly, but nothing is missing. */
export function useVirtualRows(wanted: boolean): Drawing {
  const [drawing, setDrawing] = useState<Drawing>({ by: loaded ?? 'first' });
  const isMissing = wanted && drawing.by === 'first';
  useEffect(() => {
    if (!isMissing) return;
    // Who is gone by then is told nothing by it.
    (canMeasure() ? import('./VirtualRows.js') : Promise.reject(new Error('Nothing can be measured here.'))).then(
      ({ VirtualRows }) => setDrawing({ by: (loaded = VirtualRows) }),
      () => setDrawing(ALL),
    );
  }, [isMissing]);
  return wanted ? drawing : ALL;
}
