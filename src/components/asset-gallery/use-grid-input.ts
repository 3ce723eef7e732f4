import { type KeyboardEvent, type MouseEvent, type RefObject, useState } from 'react';
import type { TaskRecord } from '../../core/records/task-store.js';
import { destination } from './navigation.js';
import { rowsInView } from './rows.js';
import type { TileContext } from './tile/tile-context.js';
import { useActive } from './use-active.js';
import { useKin } from './use-kin.js';
import { useSelect } from './use-select.js';

export interface GridInput {
  /** Where the keyboard is; -1 when there is nothing. */
  active: number;
  /** Whether that was chosen, and is not only where one would begin. */
  chosen: boolean;
  activate: (index: number) => void;
  /** Whether the keyboard was used last: only then is its place shown. */
  byKeyboard: boolean;
  setByKeyboard: (byKeyboard: boolean) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onClick: (event: MouseEvent<HTMLElement>) => void;
}

/**
 * What keys and clicks do in the grid. One listener for all tiles.
 *
 * @param reveal scrolls a tile into sight
 */
export function useGridInput(grid: GridInputOptions, columns: number, reveal: (index: number) => void): GridInput {
  const { tasks, selection } = grid;
  const { selectable, family } = grid.context;
  const { index: active, chosen, activate, activateId } = useActive(tasks);
  const go = useKin(grid, activateId, reveal);
  const select = useSelect(tasks, selection, grid.onSelect);
  const [byKeyboard, setByKeyboard] = useState(false);

  const open = (index: number) => {
    const task = tasks[index];
    if (task !== undefined) grid.onOpen?.(task);
  };

  /** What is selected; else where the keyboard is. */
  const remove = () => {
    const selected = tasks.filter(({ outTaskId }) => selection.has(outTaskId));
    grid.onRemove?.(selected.length > 0 ? selected : tasks.slice(active, active + 1));
  };

  /** Up or down the line of descent; elsewhere Enter opens. */
  const goAlong = ({ shiftKey }: { shiftKey: boolean }) => {
    const task = tasks[active];
    const kin = task && (shiftKey ? family?.parent(task) : family?.children(task)[0]);
    if (typeof kin === 'object') go(kin.outTaskId);
  };

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    // With Alt a key is the browser's.
    if (event.altKey) return;
    const far = event.ctrlKey || event.metaKey;
    const rightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const at = { index: active, count: tasks.length, columns, rows: rowsInView(event.currentTarget), rightToLeft, far };
    const next = destination(event.key, at);
    if (next !== undefined) {
      if (event.shiftKey && selectable) select.extend(active, next);
      else select.moved();
      activate(next);
      reveal(next);
    } else if (event.key === ' ' && selectable) {
      activate(active);
      select.toggle(active);
    } else if (event.key === 'Enter' && family !== undefined && (event.shiftKey || far)) goAlong(event);
    else if (event.key === 'Enter') open(active);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove();
    else if (event.key === 'Escape' && selection.size > 0) select.clear();
    else if (event.key.toLowerCase() === 'a' && far && selectable) select.all();
    else return;
    setByKeyboard(true);
    event.preventDefault();
  }

  function onClick(event: MouseEvent<HTMLElement>): void {
    const target = event.target as Element;
    const id = target.closest<HTMLElement>('[data-id]')?.dataset['id'];
    const index = tasks.findIndex(({ outTaskId }) => outTaskId === id);
    if (index === -1) return;
    const kin = target.closest<HTMLElement>('[data-kin]')?.dataset['kin'];
    if (kin !== undefined) {
      go(kin);
      return setByKeyboard(true);
    }
    setByKeyboard(false);
    activate(index);
    if (selectable && event.shiftKey) select.extend(active, index);
    // Once something is selected, a press selects: as on a phone, where there is no key to hold.
    else if (selectable && (selection.size > 0 || event.ctrlKey || event.metaKey || target.matches('input'))) select.toggle(index);
    else open(index);
  }

  return { active, chosen, activate, byKeyboard, setByKeyboard, onKeyDown, onClick };
}

interface GridInputOptions {
  tasks: readonly TaskRecord[];
  selection: ReadonlySet<string>;
  ref: RefObject<HTMLElement | null>;
  context: Pick<TileContext, 'selectable' | 'family'>;
  onSelect: (selection: readonly string[]) => void;
  /** Shows what is filtered out or held back. */
  onShowAll: () => void;
  onOpen: ((task: TaskRecord) => void) | undefined;
  /** Asks to remove these. */
  onRemove: ((tasks: readonly TaskRecord[]) => void) | undefined;
}
