import { useMemo } from 'react';
import type { BatchCell } from '../../core/batch/states.js';
import { useControlled } from '../use-controlled.js';
import type { GridSettings } from './settings.js';

const NOTHING: readonly string[] = [];

export interface Picks {
  /** Cells that are marked, in the order of the batch. */
  cells: readonly BatchCell[];
  keys: ReadonlySet<string>;
  toggle(cell: BatchCell): void;
  clear(): void;
}

/** The cells that are marked, as far as they are of this batch. */
export function usePicks({ batch, marking = 'any', ...given }: GridSettings): Picks {
  const [keys, setKeys] = useControlled(given.picked, given.defaultPicked ?? NOTHING, given.onPickedChange);
  const picked = useMemo(() => new Set(keys), [keys]);
  const cells = picked.size === 0 ? [] : batch.cells.filter(({ key }) => picked.has(key));
  return {
    cells,
    keys: picked,
    toggle({ key, row }) {
      if (picked.has(key)) return setKeys(keys.filter((each) => each !== key));
      const others = marking === 'any' ? keys : cells.filter((cell) => cell.row !== row).map((cell) => cell.key);
      setKeys([...others, key]);
    },
    clear: () => setKeys(NOTHING),
  };
}
