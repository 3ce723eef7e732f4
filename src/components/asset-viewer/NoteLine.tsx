import type { ReactNode } from 'react';
import type { Note } from './use-note.js';

/** Says what an action came to, over the picture: nothing moves for it. It exists before it speaks. */
export function NoteLine({ note }: { note: Note | undefined }): ReactNode {
  return (
    <span role="status" className="bs-note">
      {note?.text}
    </span>
  );
}
