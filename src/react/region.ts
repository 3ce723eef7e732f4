import { useSyncExternalStore } from 'react';
import { granted } from '../core/base/granted.js';

/** Where the person is: for numbers, money and moments. */
export interface Region {
  /** BCP 47 tag; `undefined` for the browser's own. */
  locale: string | undefined;
  /** `undefined` for the browser's own. */
  timeZone?: string | undefined;
}

const never = () => () => {};

/** False on a server and until what a server rendered is taken over: for as long nothing may differ from there. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** A server knows neither the language nor the zone of who reads it: both are taken from here until the page is taken over. */
export function regionOf(given: string | undefined, isHydrated: boolean): Region {
  return isHydrated ? { locale: given, timeZone: undefined } : { locale: given ?? 'en', timeZone: 'UTC' };
}

/**
 * The tag that `Intl` takes, from one as systems (`de_DE.UTF-8`), headers (`de-CH, en;q=0.9`) and
 * browsers (`navigator.languages`) write it: of several the first that is a language. What is none to
 * `Intl` is left off from the end of each; `undefined` when nothing remains.
 */
export function languageTag(written: string | readonly string[] | undefined): string | undefined {
  for (const each of String(written).split(',')) {
    const [plain = ''] = each.trim().replaceAll('_', '-').split(/[;.@]/, 1);
    // As systems name the second script of a language.
    const script = each.includes('@latin') ? 'Latn' : each.includes('@cyrillic') ? 'Cyrl' : undefined;
    if (/^(c|posix)$/i.test(plain)) return 'en';
    for (let tag = plain; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
      // What has not even the form of a tag is refused.
      const [known] = granted(() => Intl.NumberFormat.supportedLocalesOf(tag)) ?? [];
      if (known !== undefined) return script === undefined ? known : String(new Intl.Locale(known, { script }));
    }
  }
  return undefined;
}
