import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { ConversationTurn } from '../../core/conversation/states.js';

/** So near its end that whoever reads there wants to see what comes. @source ours: less than the lowest turn */
const NEAR = 120;

/** Scrolls to the last turn when there is another one, and when it grows while its end is in sight. */
export function useEndInSight(turns: readonly ConversationTurn[]): RefObject<HTMLDivElement | null> {
  const log = useRef<HTMLDivElement>(null);
  const count = turns.length;
  const last = turns.at(-1)?.key;
  useLayoutEffect(() => {
    const element = log.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [count, last]);

  const status = turns.at(-1)?.status;
  const wasNear = useRef(true);
  useLayoutEffect(() => {
    const element = log.current;
    if (element === null) return undefined;
    if (wasNear.current) element.scrollTop = element.scrollHeight;
    const listen = () => {
      wasNear.current = element.scrollHeight - element.clientHeight - element.scrollTop < NEAR;
    };
    element.addEventListener('scroll', listen, { passive: true });
    return () => element.removeEventListener('scroll', listen);
  }, [status]);
  return log;
}
