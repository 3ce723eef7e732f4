import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { pictureIn } from './picture-in.js';

/** Takes an image that is dropped or pasted anywhere on an element, and leaves everything else to the browser. */
export function useImageDrop(onImage: (image: Blob | string) => void) {
  // Entering a child is leaving its parent: what counts is how deep it is.
  const [depth, setDepth] = useState(0);
  const over = (event: DragEvent) => {
    if (!mayCarryImage(event.dataTransfer)) return false;
    event.preventDefault();
    return true;
  };
  return {
    isOver: depth > 0,
    handlers: {
      onDragEnter: (event: DragEvent) => void (over(event) && setDepth((before) => before + 1)),
      onDragOver: (event: DragEvent) => void over(event),
      onDragLeave: (event: DragEvent) => void (mayCarryImage(event.dataTransfer) && setDepth((before) => Math.max(0, before - 1))),
      onDrop: (event: DragEvent) => {
        setDepth(0);
        const [file] = event.dataTransfer.files;
        // Left to the browser, a file of another kind would take the place of the page: it is told what is wrong with it.
        const image = pictureIn(event.dataTransfer) ?? file;
        if (image === undefined) return;
        event.preventDefault();
        onImage(image);
      },
      onPaste: (event: ClipboardEvent) => {
        const image = pictureIn(event.clipboardData, { isPasted: true });
        // The address of a picture may be meant as text.
        if (typeof image !== 'object') return;
        event.preventDefault();
        onImage(image);
      },
    },
  };
}

/** While it is dragged, only its types can be seen. A text is let through to the field below it. */
function mayCarryImage({ types }: DataTransfer): boolean {
  return types.includes('Files') || types.includes('text/uri-list');
}
