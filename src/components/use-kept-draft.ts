import { useState } from 'react';
import { keptDraft } from '../core/draft/kept-draft.js';
import { useBytespike } from '../react/provider.js';
import { useIsHydrated } from '../react/region.js';

/**
 * A draft that is there again after a reload, where it has a name. What a server wrote is taken over as it is;
 * what is kept comes after that, unless the person has typed something else by then.
 *
 * @param name where it is kept; `undefined` for a draft that ends with the page
 * @param read what was written down, as a draft; `undefined` for what is none
 * @param initial what to begin with; read once
 */
export function useKeptDraft<D>(name: string | undefined, read: (written: unknown) => D | undefined, initial: () => D): [D, (draft: D) => void] {
  const { client } = useBytespike();
  const place = useIsHydrated() ? name : undefined;
  const [first] = useState(initial);
  const open = () => {
    const kept = client !== undefined && place !== undefined ? keptDraft(client, place, read) : undefined;
    return { client, place, kept, draft: kept?.get() };
  };
  const [held, setHeld] = useState(open);
  let own = held;
  // Another user's, or that of another place.
  if (held.place !== place || (place !== undefined && held.client !== client)) {
    own = open();
    if (held.place === undefined) own.draft = held.draft ?? own.draft;
    setHeld(own);
  }
  const keep = (draft: D) => {
    own.kept?.set(draft);
    setHeld({ ...own, draft });
  };
  return [own.draft ?? first, keep];
}
