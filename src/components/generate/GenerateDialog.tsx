'use client';

import { type ReactNode, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { granted } from '../../core/base/granted.js';
import { useRootProps } from '../element.js';
import { Layer, useLayer } from '../layer.js';
import { useDismiss } from './use-dismiss.js';
import { useModal } from './use-modal.js';
import { useGenerateWords } from './words.js';

/** The panel on top of the page. Closed, it goes on: nothing in it is taken down. */
export default function GenerateDialog({ isOpen, onClose, opener, note, children }: GenerateDialogProps): ReactNode {
  const words = useGenerateWords().messages.generate;
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const host = useLayer();
  // It lies at the end of the page, where nothing of the button's surroundings reaches it.
  const { children: _children, ...look } = useRootProps<object, HTMLDialogElement>('bs-generate-dialog', {}, { ref: dialog }, {});
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
          <div className="bs-generate-head">
            <h2 id={title} className="bs-generate-title">
              {words.title}
            </h2>
            <button type="button" className="bs-button" onClick={onClose}>
              {words.close}
            </button>
          </div>
          {children}
          <p role="status" className="bs-fine bs-generate-note">
            {note}
          </p>
        </dialog>,
        host,
      )}
    </>
  );
}

/** A keyboard on the screen would cover what was just opened. */
function first(dialog: HTMLDialogElement): HTMLElement {
  const isTouched = granted(() => matchMedia('(pointer: coarse)').matches);
  return (isTouched ? null : dialog.querySelector('textarea')) ?? dialog;
}

interface GenerateDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** Gets the focus back. */
  opener: () => Element | null | undefined;
  note: string | undefined;
  children: ReactNode;
}
