import { type FocusEvent, type RefObject, type UIEvent, useLayoutEffect, useRef } from 'react';
import { firstRowInView } from './rows.js';
import type { GridInput } from './use-grid-input.js';

interface Looking {
  /** Shows what was held back, from its first tile. */
  showNew: () => void;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
  onBlur: (event: FocusEvent<HTMLElement>) => void;
  onScroll: (event: UIEvent<HTMLElement>) => void;
}

/**
 * Tells whether somebody looks at something in the grid that must not move, and keeps the focus where it was.
 *
 * @param reveal scrolls a tile into sight
 * @param notePlace told of each scroll
 */
export function useLooking(
  { ref, onLooking, onShowNew, focusNext }: LookingOptions,
  input: GridInput,
  columns: number,
  reveal: (index: number) => void,
  notePlace: (grid: HTMLElement) => void,
): Looking {
  const told = useRef(false);

  useLayoutEffect(() => {
    const grid = ref.current;
    // Runs while the grid still has the focus that it is about to take away with it.
    return () => {
      // oxlint-disable-next-line react-hooks/exhaustive-deps -- whatever it points to at that moment is meant
      if ((grid?.getRootNode() as Document | undefined)?.activeElement === grid) focusNext.current?.focus();
    };
  }, [ref, focusNext]);

  const look = (wanted: boolean) => {
    if (wanted !== told.current) onLooking(wanted);
    told.current = wanted;
  };

  const onScroll: Looking['onScroll'] = ({ currentTarget }) => {
    notePlace(currentTarget);
    look(currentTarget.scrollTop > 0 || currentTarget.matches(':focus-within'));
  };

  const onFocus: Looking['onFocus'] = ({ currentTarget }) => {
    look(true);
    if (!currentTarget.matches(':focus-visible')) return;
    input.setByKeyboard(true);
    // The keyboard comes back to where it was, else to what is seen.
    if (input.chosen) reveal(input.active);
    else input.activate(firstRowInView(currentTarget) * columns);
  };

  const onBlur: Looking['onBlur'] = ({ currentTarget }) => {
    look(currentTarget.scrollTop > 0);
    input.setByKeyboard(false);
  };

  const showNew = () => {
    onShowNew();
    input.activate(0);
    if (ref.current !== null) ref.current.scrollTop = 0;
    ref.current?.focus();
  };

  return { showNew, onFocus, onBlur, onScroll };
}

interface LookingOptions {
  /** The grid. */
  ref: RefObject<HTMLDivElement | null>;
  onLooking: (looking: boolean) => void;
  onShowNew: () => void;
  /** Gets the focus when the grid goes away with it. */
  focusNext: RefObject<HTMLElement | null>;
}
