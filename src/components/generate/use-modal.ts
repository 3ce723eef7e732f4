import { type RefObject, useLayoutEffect } from 'react';
import { granted } from '../../core/base/granted.js';
import { holdScroll } from './hold-scroll.js';

interface Modal {
  dialog: RefObject<HTMLDialogElement | null>;
  isOpen: boolean;
  /** Gets the focus of what has opened. */
  first: (dialog: HTMLDialogElement) => HTMLElement;
  /** Gets it back. */
  opener: () => Element | null | undefined;
}

/**
 * Opens and closes a dialog of the platform: it lies on top of everything, what is behind it takes neither
 * pointer nor focus, and the page stays where it is. Where there are none, as in test environments, it lies in the page.
 */
export function useModal({ dialog, isOpen, first, opener }: Modal): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!isOpen || element === null) return;
    granted(() => element.showModal());
    element.open = true;
    first(element).focus();
    const release = holdScroll(element.ownerDocument);
    return () => {
      release();
      granted(() => element.close());
      element.open = false;
      // oxlint-disable-next-line react-hooks/exhaustive-deps -- whatever has opened it at that moment is meant
      const back = opener();
      if (back && 'focus' in back) (back as HTMLElement).focus({ preventScroll: true });
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- who gets the focus is no reason to move it
  }, [dialog, isOpen]);
}
