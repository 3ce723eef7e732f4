import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react';
import type { Counted, GalleryMessages } from '../../react/words/gallery.js';

/**
 * Asks before links are forgotten: nobody can bring back what was paid for. The browser's own
 * dialog keeps the focus and gives it back; it weighs nothing. Discarded: removing at once with an
 * undo, which would have to keep records that the app believes to be gone.
 */
export function RemoveDialog({ items, active, words: gallery, onConfirm, onClose }: RemoveDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || element.open) return;
    if (typeof element.showModal === 'function') element.showModal();
    else element.setAttribute('open', '');
  }, []);

  /** Where dialogs cannot be closed they tell nothing either. */
  const answer = (event: SyntheticEvent<HTMLFormElement, SubmitEvent>) => {
    if (typeof dialog.current?.close === 'function') return;
    event.preventDefault();
    if (event.nativeEvent.submitter?.getAttribute('value') === 'remove') onConfirm();
    else onClose();
  };

  return (
    <dialog
      ref={dialog}
      className="bs-gallery-dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={({ currentTarget }) => (currentTarget.returnValue === 'remove' ? onConfirm() : onClose())}
    >
      {/* The form closes the dialog; its button says how. */}
      <form method="dialog" onSubmit={answer}>
        <strong id={`${id}-title`} className="bs-headline">
          {gallery.removeTitle(items)}
        </strong>
        <p id={`${id}-text`}>{gallery.removeText({ items, active })}</p>
        <div className="bs-gallery-dialog-actions">
          <button type="submit" className="bs-button" value="keep">
            {gallery.keep}
          </button>
          <button type="submit" className="bs-button" value="remove" data-tone="bad">
            {gallery.removeConfirm(items)}
          </button>
        </div>
      </form>
    </dialog>
  );
}

interface RemoveDialogProps {
  items: Counted;
  /** Those of them that are still being made. */
  active: Counted;
  words: GalleryMessages;
  onConfirm: () => void;
  onClose: () => void;
}
