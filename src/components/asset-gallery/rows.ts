import type { TaskRecord } from '../../core/records/task-store.js';

/** The tasks, row by row. */
export function rowsOf(tasks: readonly TaskRecord[], columns: number): readonly (readonly TaskRecord[])[] {
  const rows: (readonly TaskRecord[])[] = [];
  for (let first = 0; first < tasks.length; first += columns) rows.push(tasks.slice(first, first + columns));
  return rows;
}

/** How many rows the grid shows at once. All are of one height. */
export function rowsInView(grid: HTMLElement): number {
  return Math.max(1, Math.floor(grid.clientHeight / rowHeight(grid)));
}

/** The first row of which more is seen than its last pixels. */
export function firstRowInView(grid: HTMLElement): number {
  return Math.round(grid.scrollTop / rowHeight(grid));
}

function rowHeight(grid: HTMLElement): number {
  return grid.querySelector<HTMLElement>('[role="row"]')?.offsetHeight || Number.POSITIVE_INFINITY;
}
