import { useEffect, useLayoutEffect, useRef } from 'react';
import { backCloses } from './back-closes.js';

/** While `isOpen`, the browser's Back calls `onBack` instead of leaving the page. */
export function useBackCloses(isOpen: boolean, onBack: () => void): void {
  const latest = useRef(onBack);
  useLayoutEffect(() => {
    latest.current = onBack;
  });
  useEffect(() => (isOpen ? backCloses(() => latest.current()) : undefined), [isOpen]);
}
