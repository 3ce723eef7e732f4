import type { Region } from './region.js';
import type { UnitMessages } from './words/units.js';

const formatters = new Map<string, { format(value: number): string }>();

/**
 * Making a formatter costs a hundred times what using it does: a clock needs one each second, and a
 * scrolled frame dozens. Of those that do the same, `place` and `options` say the same.
 */
function formatted(value: number, place: string | undefined, options: object, make: () => { format(value: number): string }): string {
  const name = place + Object.entries(options).join();
  const known = formatters.get(name) ?? make();
  formatters.set(name, known);
  return known.format(value);
}

/** A number as it is written in a sentence. */
export function formatNumber(value: number, locale: string | undefined, options: Intl.NumberFormatOptions = {}): string {
  return formatted(value, locale, options, () => new Intl.NumberFormat(locale, options));
}

/** A moment, in milliseconds since the epoch, as far as `options` tell it. */
export function formatDate(moment: number, { locale, timeZone }: Region, options: Intl.DateTimeFormatOptions = {}): string {
  // The person's own zone may become another one while the page is open; a formatter stays in the one that it was made in.
  const zone = timeZone ?? new Date(moment).getTimezoneOffset();
  return formatted(moment, `${locale} ${zone}`, options, () => new Intl.DateTimeFormat(locale, { ...options, timeZone }));
}

/** A whole number without separators between its thousands, as sizes in pixels are written. */
export function formatPlain(value: number, locale: string | undefined): string {
  return formatNumber(value, locale, { maximumFractionDigits: 0, useGrouping: false });
}

/**
 * USD, with as many of four decimals as it has: an image may cost a tenth of a cent more than another.
 *
 * @param decimals that are written, and no others
 */
export function formatMoney(usd: number, locale: string | undefined, decimals?: number): string {
  const currency = { style: 'currency', currency: 'USD', minimumFractionDigits: decimals ?? 2, maximumFractionDigits: decimals ?? 4 } as const;
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
export function formatTime(moment: number, region: Region, now: number): string {
  const dayOf = (at: number) => formatDate(at, region);
  return formatDate(moment, region, { dateStyle: dayOf(moment) === dayOf(now) ? undefined : 'medium', timeStyle: 'short' });
}

/** Sentences one after the other; a full-width stop brings its own space. */
export function formatSentences(...sentences: readonly string[]): string {
  return sentences.join(' ').replaceAll('。 ', '。');
}
