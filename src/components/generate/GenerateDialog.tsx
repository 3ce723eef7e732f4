'use client';

import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, useRef } from 'react';
import { useRootProps } from '../element.js';
import { Layer, useLayer } from '../layer.js';
import { useGenerateWords } from './words.js';

/** The panel on top of the page. Closed, it goes on: nothing in it is taken down. */
export default function GenerateDialog({ isOpen, onClose, opener, note, children }: GenerateDialogProps): ReactNode {
  const words = useGenerateWords().messages.generate;
  const popup = useRef<HTMLDivElement>(null);
  const host = useLayer();
  // It lies at the end of the page, where nothing of the button's surroundings reaches it.
  const { children: _children, ...look } = useRootProps('bs-generate-dialog', {}, {}, {});
  return (
    <>
      <Layer host={host} isOpen={isOpen} />
      <Dialog.Root open={isOpen} onOpenChange={(next) => !next && onClose()}>
        <Dialog.Portal keepMounted container={host}>
          <Dialog.Backdrop className="bs-generate-backdrop" />
          <Dialog.Popup
            {...look}
            ref={popup}
            finalFocus={() => {
              const element = opener();
              return element instanceof HTMLElement ? element : true;
            }}
            // A keyboard on the screen would cover what was just opened.
            initialFocus={(how) => (how === 'touch' ? true : (popup.current?.querySelector('textarea') ?? true))}
          >
            <div className="bs-generate-head">
              <Dialog.Title className="bs-generate-title">{words.title}</Dialog.Title>
              <Dialog.Close className="bs-button">{words.close}</Dialog.Close>
            </div>
            {children}
            <p role="status" className="bs-fine bs-generate-note">
              {note}
            </p>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  );
}

interface GenerateDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** Gets the focus back. */
  opener: () => Element | null | undefined;
  note: string | undefined;
  children: ReactNode;
}
