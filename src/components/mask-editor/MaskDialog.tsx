'use client';

import { type ReactNode, type RefObject, useState } from 'react';
import { ModalDialog } from '../generate/ModalDialog.js';
import { MaskEditor } from './MaskEditor.js';
import { useMaskWords } from './words.js';

/** The editor on top of the page. Closed, it stays as it is: nothing that was painted is lost. */
export function MaskDialog({ image, mask, isOpen, opener, onClose, onMask }: MaskDialogProps): ReactNode {
  const { mask: words } = useMaskWords().messages;
  const [wasOpened, setOpened] = useState(false);
  if (isOpen && !wasOpened) setOpened(true);
  return (
    <ModalDialog name="bs-mask-dialog" isOpen={isOpen} onClose={onClose} first={(dialog) => dialog} opener={() => opener.current}>
      {(title) => (
        <>
          <h2 id={title} className="bs-mask-title">
            {words.title}
          </h2>
          {wasOpened && <MaskEditor image={image} defaultMask={mask} onDone={onMask} onCancel={onClose} />}
        </>
      )}
    </ModalDialog>
  );
}

interface MaskDialogProps {
  image: Blob | string;
  mask: Blob | undefined;
  isOpen: boolean;
  /** Gets the focus back. */
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
  onMask: (mask: Blob | undefined) => void;
}
