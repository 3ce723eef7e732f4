'use client';

import { type ReactNode, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useRootProps } from '../element.js';
import { Layer, useLayer } from '../layer.js';
import { useDismiss } from './use-dismiss.js';
import { useModal } from './use-modal.js';

/** On top of the page, at whose end it lies: nothing of the surroundings of what opens it reaches it. Closed, nothing in it is taken down. */
export function ModalDialog({ name, isOpen, onClose, first, opener, children }: ModalDialogProps): ReactNode {
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const host = useLayer();
  const { children: _children, ...look } = useRootProps<object, HTMLDialogElement>(name, {}, { ref: dialog }, {});
  useModal({ dialog, isOpen, first, opener });
  useDismiss(dialog, isOpen, onClose);
  return (
    <>
      <Layer host={host} isOpen={isOpen} />
      {createPortal(
        <dialog
          {...look}
          tabIndex={-1}
          aria-labelledby={title}
          // The platform closes it as well, by the Back of a phone for one.
          onClose={({ currentTarget }) => currentTarget.open || onClose()}
        >
          {children(title)}
        </dialog>,
        host,
      )}
    </>
  );
}

interface ModalDialogProps {
  /** Its class. */
  name: string;
  isOpen: boolean;
  onClose: () => void;
  /** Gets the focus. */
  first: (dialog: HTMLDialogElement) => HTMLElement;
  /** Gets the focus back. */
  opener: () => Element | null | undefined;
  /** @param title the id of its heading */
  children: (title: string) => ReactNode;
}
