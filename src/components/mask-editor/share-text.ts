import { formatNumber } from '../../react/format.js';
import type { MaskWords } from './words.js';

/** How much of a picture is marked, from 0 to 1, in words. */
export function shareText(marked: number, { locale, messages: { mask: words } }: MaskWords): string {
  return words.marked(marked === 0 ? undefined : formatNumber(marked, locale, { style: 'percent', maximumSignificantDigits: 2 }));
}
