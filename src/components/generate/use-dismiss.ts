import { type RefObject, useEffect, useRef } from 'react';
import { COMPOSED } from '../composed.js';

/** Escape, and a press beside it, close an open dialog. What is open within has its turn before. */
export function useDismiss(dialog: RefObject<HTMLDialogElement | null>, isOpen: boolean, onClose: () => void): void {
  const isPressed = useRef(false);
  useEffect(() => {
    const element = dialog.current;
    const page = element?.ownerDocument.defaultView;
    if (!isOpen || element === null || !page) return;
    /** A press that begins inside, to mark a text, may end anywhere. One that closes a list of ours closes no more than that. */
    const press = (event: PointerEvent): void => {
      isPressed.current = isBehind(element, event) && element.querySelector('.bs-layer:not(:empty)') === null;
    };
    const release = (event: MouseEvent): void => {
      if (isPressed.current && isBehind(element, event)) onClose();
    };
    /** The platform does the same, after presses of real keys alone. */
    const escape = (event: KeyboardEvent): void => {
      const at = event.composedPath()[0] as Partial<Element> | undefined;
      if (event.key !== 'Escape' || event.defaultPrevented || event.keyCode === COMPOSED || at?.closest?.('dialog') !== element) return;
      event.preventDefault();
      onClose();
    };
    // Whoever closes what is open within listens on the document: the first look is before theirs, that at the key after it.
    page.addEventListener('pointerdown', press, true);
    element.addEventListener('click', release);
    page.addEventListener('keydown', escape);
    return () => {
      page.removeEventListener('pointerdown', press, true);
      element.removeEventListener('click', release);
      page.removeEventListener('keydown', escape);
    };
  }, [dialog, isOpen, onClose]);
}

/** What lies behind a dialog is the dialog's own, outside of its box. */
function isBehind(dialog: HTMLDialogElement, event: MouseEvent): boolean {
  const { clientX: x, clientY: y } = event;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return event.composedPath()[0] === dialog && (x < left || x > right || y < top || y > bottom);
}
