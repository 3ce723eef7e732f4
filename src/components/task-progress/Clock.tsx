import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { GenerationProgress } from '../../core/places/states.js';
import { useProgressWords } from './words.js';
import { everySecond } from '../every-second.js';
import { clockText } from './clock-text.js';
import { useMoments } from './use-moments.js';

/** Elapsed and remaining time. Its text is written straight to the element: time passing renders nothing. */
export function Clock({ progress }: { progress: GenerationProgress }): ReactNode {
  const element = useRef<HTMLSpanElement>(null);
  const words = useProgressWords();
  const moments = useMoments(progress);

  useLayoutEffect(() => {
    const tick = () => {
      const text = clockText(moments, Date.now(), words);
      if (element.current !== null && element.current.textContent !== text) element.current.textContent = text;
    };
    tick();
    return everySecond(tick);
  }, [moments, words]);

  // No children, on purpose: React must never write over the time.
  return <span ref={element} className="bs-clock" />;
}
