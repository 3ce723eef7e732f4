import type { Region } from './region.js';
import type { UnitMessages } from './words/units.js';

const numbers = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs a hundred times what using it does, and a clock needs one each second. */
function numberFormat(locale: string | undefined, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale ?? ''} ${JSON.stringify(options)}`;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, options);
  numbers.set(key, made);
  return made;
}

/** A whole number without separators between its thousands, as sizes in pixels are written. */
export function formatPlain(value: number, locale: string | undefined): string {
  return numberFormat(locale, { maximumFractionDigits: 0, useGrouping: false }).format(value);
}

/** USD, with as many of four decimals as it has: an image may cost a tenth of a cent more than another. */
export function formatMoney(usd: number, locale: string | undefined): string {
  const currency = { style: 'currency', currency: 'USD', minimumFractionDigits: 2, maximumFractionDigits: 4 } as const;
  // In text from right to left a last "$" would go to the other end of its "US", but for a mark after it.
  return numberFormat(locale, currency).format(usd).replace(/^(\u200f.*\$)$/, '$1\u200e');
}

/** A length of time in whole seconds, and minutes from the first one on. */
export function formatDuration(milliseconds: number, locale: string | undefined, units: UnitMessages): string {
  const total = Math.max(0, Math.round(milliseconds / 1000));
  const minutes = Math.floor(total / 60);
  const whole = numberFormat(locale, { maximumFractionDigits: 0 });
  return units.duration({
    minutes: minutes === 0 ? undefined : whole.format(minutes),
    seconds: whole.format(total % 60),
  });
}

/** Hour and minute of a moment, as a person's clock shows it, after the day where that is not the one of `now`. */
export function formatTime(moment: number, { locale, timeZone }: Region, now: number): string {
  const dayOf = (at: number) => new Intl.DateTimeFormat('en', { timeZone }).format(at);
  const day = dayOf(moment) === dayOf(now) ? {} : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(locale, { ...day, timeStyle: 'short', timeZone }).format(moment);
}

/** Sentences one after the other; a full-width stop brings its own space. */
export function formatSentences(...sentences: readonly string[]): string {
  return sentences.join(' ').replaceAll('。 ', '。');
}
