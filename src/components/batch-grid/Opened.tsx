import type { ReactNode, RefObject } from 'react';
import { CellDialog } from './cell/CellDialog.js';
import type { SheetLayout } from './layout.js';
import type { GridBatch } from './settings.js';
import type { Heads } from './use-heads.js';
import type { Picks } from './use-picks.js';

/** The cell that is seen large, and the way to its neighbours, row by row as the sheet has them. */
export function Opened({ batch, layout, heads, picks, canMark, opener, opened, onOpened }: OpenedProps): ReactNode {
  const cells = layout.down.flatMap((row) => row.cells.filter((cell) => cell !== undefined));
  const at = cells.findIndex(({ key }) => key === opened);
  const cell = cells[at];
  const to = (next: number) => {
    const key = cells[next]?.key;
    return key === undefined ? undefined : () => onOpened(key);
  };
  return (
    <CellDialog
      cell={cell}
      kind={heads.kindOf(cell?.column ?? 0)}
      column={cell && heads.columns[cell.column]}
      batch={batch}
      isOpen={cell !== undefined}
      opener={opener}
      mark={cell && canMark ? { isMarked: picks.keys.has(cell.key), toggle: () => picks.toggle(cell) } : undefined}
      steps={{ previous: to(at - 1), next: at < 0 ? undefined : to(at + 1) }}
      onClose={() => onOpened(undefined)}
    />
  );
}

interface OpenedProps {
  batch: GridBatch;
  layout: SheetLayout;
  heads: Heads;
  picks: Picks;
  canMark: boolean;
  /** Gets the focus back. */
  opener: RefObject<HTMLElement | null>;
  /** Key of the cell. */
  opened: string | undefined;
  onOpened: (key: string | undefined) => void;
}
