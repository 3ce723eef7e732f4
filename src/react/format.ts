import type { Region } from './region.js';
import type { UnitMessages } from './words/units.js';

const numbers = new Map<string, Intl.NumberFormat>();

/**
 * A number as it is written in a sentence. Making a formatter costs a hundred times what using it
 * does: a clock needs one each second, and a scrolled frame dozens.
 */
export function formatNumber(value: number, locale: string | undefined, options: Intl.NumberFormatOptions = {}): string {
  const key = `${locale ?? ''} ${JSON.stringify(options)}`;
  const known = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
  numbers.set(key, known);
  return known.format(value);
}

/** A whole number without separators between its thousands, as sizes in pixels are written. */
export function formatPlain(value: number, locale: string | undefined): string {
  return formatNumber(value, locale, { maximumFractionDigits: 0, useGrouping: false });
}

/** USD, with as many of four decimals as it has: an image may cost a tenth of a cent more than another. */
export function formatMoney(usd: number, locale: string | undefined): string {
  const currency = { style: 'currency', currency: 'USD', minimumFractionDigits: 2, maximumFractionDigits: 4 } as const;
  // In text from right to left a last "$" would go to the other end of its "US", but for a mark after it.
  return formatNumber(usd, locale, currency).replace(/^(\u200f.*\$)$/, '$1\u200e');
}

/** A length of time in whole seconds, and minutes from the first one on. */
export function formatDuration(milliseconds: number, locale: string | undefined, units: UnitMessages): string {
  const total = Math.max(0, Math.round(milliseconds / 1000));
  const minutes = Math.floor(total / 60);
  const whole = (value: number) => formatNumber(value, locale, { maximumFractionDigits: 0 });
  return units.duration({
    minutes: minutes === 0 ? undefined : whole(minutes),
    seconds: whole(total % 60),
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
