import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { formatDuration } from '../../../react/format.js';
import { everySecond } from '../../every-second.js';
import type { GalleryWords } from '../words.js';

/** Time since the submit, written straight to the element: time passing renders nothing. */
export function TileClock({ since, words }: { since: number; words: GalleryWords }): ReactNode {
  const element = useRef<HTMLSpanElement>(null);
  const { locale, messages } = words;
  useLayoutEffect(() => {
    const tick = () => {
      if (element.current !== null) element.current.textContent = formatDuration(Date.now() - since, locale, messages.units);
    };
    tick();
    return everySecond(tick);
  }, [since, locale, messages]);
  // No children, on purpose: React must never write over the time.
  return <span ref={element} />;
}
