import type { ReactNode } from 'react';
import { granted } from '../../core/base/granted.js';
import { ModalDialog } from './ModalDialog.js';
import { useGenerateWords } from './words.js';

/** The panel on top of the page. Closed, it goes on: nothing in it is taken down. */
export function GenerateDialog({ isOpen, onClose, opener, note, children }: GenerateDialogProps): ReactNode {
  const words = useGenerateWords().messages.generate;
  return (
    <ModalDialog name="bs-generate-dialog" isOpen={isOpen} onClose={onClose} first={first} opener={opener}>
      {(title) => (
        <>
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
        </>
      )}
    </ModalDialog>
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
