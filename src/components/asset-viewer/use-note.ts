import { useEffect, useState } from 'react';

const BRIEFLY_MS = 2500;

/** What an action came to: `brief` goes away by itself, the rest stays until the next is said. */
export interface Note {
  text: string;
  brief: boolean;
}

export type Say = (text: string, brief?: boolean) => void;

/** One sentence at a time. */
export function useNote(): [Note | undefined, Say] {
  const [note, setNote] = useState<Note>();
  useEffect(() => {
    if (note?.brief !== true) return;
    const timer = setTimeout(() => setNote(undefined), BRIEFLY_MS);
    return () => clearTimeout(timer);
  }, [note]);
  return [note, (text, brief = false) => setNote({ text, brief })];
}
