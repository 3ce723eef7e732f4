import { type ClipboardEvent, type DragEvent, useState } from 'react';

/** Takes an image that is dropped or pasted anywhere on an element, and leaves everything else to the browser. */
export function useImageDrop(onImage: (image: Blob | string) => void) {
  // Entering a child is leaving its parent: what counts is how deep it is.
  const [depth, setDepth] = useState(0);
  const over = (event: DragEvent) => {
    if (!carriesImage(event.dataTransfer)) return false;
    event.preventDefault();
    return true;
  };
  return {
    isOver: depth > 0,
    handlers: {
      onDragEnter: (event: DragEvent) => void (over(event) && setDepth((before) => before + 1)),
      onDragOver: (event: DragEvent) => void over(event),
      onDragLeave: (event: DragEvent) => void (carriesImage(event.dataTransfer) && setDepth((before) => Math.max(0, before - 1))),
      onDrop: (event: DragEvent) => {
        if (!over(event)) return;
        setDepth(0);
        const image = imageIn(event.dataTransfer);
        if (image !== undefined) onImage(image);
      },
      onPaste: (event: ClipboardEvent) => {
        const [file] = event.clipboardData.files;
        // Text that was copied along with a picture, as from a document, is what was meant.
        if (file === undefined || event.clipboardData.types.includes('text/plain')) return;
        event.preventDefault();
        onImage(file);
      },
    },
  };
}

/** While it is dragged, only its types can be seen. A text is let through to the field below it. */
function carriesImage({ types }: DataTransfer): boolean {
  return types.includes('Files') || types.includes('text/uri-list');
}

function imageIn(transfer: DataTransfer): Blob | string | undefined {
  const address = transfer.getData('text/uri-list').split(/\r?\n/).find((line) => line !== '' && !line.startsWith('#'));
  return transfer.files[0] ?? address;
}
