import { useState } from 'react';
import { useIsHydrated } from '../../react/region.js';

/** When the gallery was opened; before anything where a server renders, whose clock is another one: no answer is overdue there. */
export function useOpened(): number {
  const [opened] = useState(Date.now);
  return useIsHydrated() ? opened : 0;
}
