'use client';

import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useRootProps } from '../element.js';
import { useDismiss } from '../generate/use-dismiss.js';
import { useModal } from '../generate/use-modal.js';
import { Layer, useLayer } from '../layer.js';
import { MaskEditor } from './MaskEditor.js';
import { useMaskWords } from './words.js';

/** The editor on top of the page. Closed, it stays as it is: nothing that was painted is lost. */
export function MaskDialog({ image, mask, isOpen, opener, onClose, onMask }: MaskDialogProps): ReactNode {
  const { mask: words } = useMaskWords().messages;
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const host = useLayer();
  const [wasOpened, setOpened] = useState(false);
  if (isOpen && !wasOpened) setOpened(true);
  const { children: _children, ...look } = useRootProps<object, HTMLDialogElement>('bs-mask-dialog', {}, { ref: dialog }, {});
  useModal({ dialog, isOpen, first: (element) => element, opener: () => opener.current });
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
          <h2 id={title} className="bs-mask-title">
            {words.title}
          </h2>
          {wasOpened && <MaskEditor image={image} defaultMask={mask} onDone={onMask} onCancel={onClose} />}
        </dialog>,
        host,
      )}
    </>
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
