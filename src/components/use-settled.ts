import { useEffect, useState } from 'react';

/** A price that changes with every keystroke is said once the fingers rest. */
const SETTLE_MS = 800;

/**
 * `text` once `matter`, which it is about, has stayed the same for a moment. Empty until that
 * changes: what is already on a page is not news. `undefined` is nothing to say, and leaves what
 * was said.
 */
export function useSettled(text: string | undefined, matter: string | undefined): string {
  const [heard, setHeard] = useState({ matter, said: '' });
  useEffect(() => {
    if (text === undefined || matter === heard.matter) return undefined;
    const timer = setTimeout(() => setHeard({ matter, said: heard.matter === undefined ? '' : text }), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text, matter, heard]);
  return heard.said;
}
