/** Where one stands in a grid that is filled row by row. */
export interface Position {
  index: number;
  count: number;
  columns: number;
  /** Rows that are seen at once. */
  rows: number;
  rightToLeft: boolean;
  /** Whether Ctrl or ⌘ is held. */
  far: boolean;
}

/** The index to which a key leads, by the conventions of an ARIA grid; `undefined` for a key that leads nowhere. */
export function destination(key: string, at: Position): number | undefined {
  const { index, count, columns } = at;
  const last = count - 1;
  const startOfRow = index - (index % columns);
  const ahead = at.rightToLeft ? -1 : 1;
  // ⌘ and an arrow is the browser's.
  if (at.far && key !== 'Home' && key !== 'End') return undefined;
  switch (key) {
    case 'ArrowRight':
      return within(index + ahead, last);
    case 'ArrowLeft':
      return within(index - ahead, last);
    case 'ArrowUp':
      return inColumn(at, -1);
    case 'ArrowDown':
      return inColumn(at, 1);
    case 'PageUp':
      return inColumn(at, -at.rows);
    case 'PageDown':
      return inColumn(at, at.rows);
    case 'Home':
      return at.far ? 0 : startOfRow;
    case 'End':
      return at.far ? last : within(startOfRow + columns - 1, last);
    default:
      return undefined;
  }
}

function within(index: number, last: number): number {
  return Math.min(last, Math.max(0, index));
}

/** As many rows as there are; the last row may be too short for the column. */
function inColumn({ index, count, columns }: Position, by: number): number {
  const row = Math.floor(index / columns) + by;
  const lastRow = Math.floor((count - 1) / columns);
  return within(within(row, lastRow) * columns + (index % columns), count - 1);
}
