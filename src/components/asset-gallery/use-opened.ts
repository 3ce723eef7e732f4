import { useState } from 'react';
import { useServerNow } from '../../react/provider.js';
import { useIsHydrated } from '../../react/region.js';
import type { Opened } from './item.js';

/** Before anything: no link has died and no answer is overdue where a server renders, whose clock is another one. */
const NEVER: Opened = { here: 0, server: 0 };

/** When the gallery was opened. */
export function useOpened(): Opened {
  const serverNow = useServerNow();
  const [opened] = useState(() => ({ here: Date.now(), server: serverNow() }));
  return useIsHydrated() ? opened : NEVER;
}
