import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { everySecond } from '../every-second.js';
import { useBalanceWords } from './words.js';

/** How old a figure is. Its text is written straight to the element: time passing renders nothing. */
export function AsOf({ moment }: { moment: number }): ReactNode {
  const element = useRef<HTMLSpanElement>(null);
  const { locale, messages } = useBalanceWords();

  useLayoutEffect(() => {
    const relative = new Intl.RelativeTimeFormat(locale, { style: 'short' });
    const tick = () => {
      const text = messages.balance.asOf(agoText(Date.now() - moment, relative));
      if (element.current !== null && element.current.textContent !== text) element.current.textContent = text;
    };
    tick();
    return everySecond(tick);
  }, [moment, locale, messages]);

  // No children, on purpose: React must never write over the time.
  return <span ref={element} className="bs-fine" />;
}

const MINUTE_MS = 60_000;

function agoText(milliseconds: number, relative: Intl.RelativeTimeFormat): string {
  const minutes = Math.max(1, Math.floor(milliseconds / MINUTE_MS));
  if (minutes < 60) return relative.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? relative.format(-hours, 'hour') : relative.format(-Math.floor(hours / 24), 'day');
}
