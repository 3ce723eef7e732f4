import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { BatchCell } from '../../core/batch/states.js';
import { bringIntoSight } from '../absent.js';
import { destination } from '../asset-gallery/navigation.js';
import type { SheetLayout } from './layout.js';

interface CellInput {
  /** Where the keyboard is, or would begin. */
  row: number;
  column: number;
  /** Whether it is in the grid. */
  hasFocus: boolean;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onClick: (event: MouseEvent<HTMLElement>) => void;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
  onBlur: (event: FocusEvent<HTMLElement>) => void;
}

const CELL = '[role="gridcell"]';

/** What keys and presses do in the grid: one listener for all cells, of which one takes the Tab key. */
export function useCellInput({ ref, layout, canMark, isReady, onOpen, onToggle, onRetry }: CellInputOptions): CellInput {
  const { across, down } = layout;
  const columns = across.length;
  const count = down.length * columns;
  const [wished, setActive] = useState(0);
  const [hasFocus, setFocus] = useState(false);
  const active = Math.min(wished, count - 1);
  const row = Math.floor(active / columns);
  const column = active % columns;
  /** A key leads there, and what it leads to may have to be drawn first. */
  const isMoving = useRef(false);

  useLayoutEffect(() => {
    if (!isMoving.current || !isReady) return;
    isMoving.current = false;
    const element = elementAt(ref.current, row, column);
    element?.focus({ preventScroll: true });
    bringIntoSight(element);
  }, [ref, row, column, isReady]);

  const cellAt = (index: number) => down[Math.floor(index / columns)]?.cells[index % columns];

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const element = event.target as Element;
    if (event.altKey || element.closest(CELL) === null) return;
    const grid = event.currentTarget;
    const at = { index: active, count, columns, rows: rowsInView(grid), rightToLeft: getComputedStyle(grid).direction === 'rtl', far: event.ctrlKey || event.metaKey };
    const next = destination(event.key, at);
    const cell = cellAt(active);
    if (next !== undefined) {
      isMoving.current = next !== active;
      setActive(next);
    } else if (event.key === ' ' && canMark && cell !== undefined) onToggle(cell);
    else if (event.key === 'Enter' && cell !== undefined) onOpen(cell, elementAt(grid, row, column) ?? grid);
    else return;
    event.preventDefault();
  }

  function onClick({ target }: MouseEvent<HTMLElement>): void {
    const pressed = target as Element;
    const element = pressed.closest<HTMLElement>(CELL);
    const cell = down.flatMap(({ cells }) => cells).find((each) => each?.key === element?.dataset['key']);
    if (element === null || cell === undefined) return;
    if (pressed.closest('[data-again]') !== null) {
      // The button goes with the failure.
      element.focus({ preventScroll: true });
      onRetry(cell);
    } else if (pressed.matches('input')) onToggle(cell);
    else onOpen(cell, element);
  }

  function onFocus({ currentTarget, target }: FocusEvent<HTMLElement>): void {
    setFocus(true);
    const place = placeOf(currentTarget, target);
    if (place !== undefined) setActive(place.row * columns + place.column);
  }

  function onBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void {
    if (!currentTarget.contains(relatedTarget)) setFocus(false);
  }

  return { row, column, hasFocus, onKeyDown, onClick, onFocus, onBlur };
}

/** How many rows are seen at once, below the heads. All are of one height. */
function rowsInView(grid: HTMLElement): number {
  const [heads, row] = grid.querySelectorAll<HTMLElement>('[role="row"]');
  return Math.max(1, Math.floor((grid.clientHeight - (heads?.offsetHeight ?? 0)) / (row?.offsetHeight || Number.POSITIVE_INFINITY)));
}

/** Rows and columns are numbered in the page, the heads included. */
function elementAt(grid: Element | null, row: number, column: number): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 2}"]`) ?? null;
}

function placeOf(grid: Element, element: Element): { row: number; column: number } | undefined {
  const cell = element.closest(CELL);
  const row = cell?.closest('[role="row"]');
  if (!cell || !row || !grid.contains(cell)) return undefined;
  return { row: Number(row.getAttribute('aria-rowindex')) - 2, column: Number(cell.getAttribute('aria-colindex')) - 2 };
}

interface CellInputOptions {
  /** The grid. */
  ref: RefObject<HTMLDivElement | null>;
  layout: SheetLayout;
  canMark: boolean;
  /** Whether any row can be drawn by now. */
  isReady: boolean;
  onOpen: (cell: BatchCell, element: HTMLElement) => void;
  onToggle: (cell: BatchCell) => void;
  onRetry: (cell: BatchCell) => void;
}
