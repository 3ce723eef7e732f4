import type { Counted } from '../../react/words/gallery.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { type PluralForms, plural } from '../../react/words/plural.js';

/** A result, as headings and text alternatives name it. */
export const generated = (kind: GenerationKind): string => (kind === 'video' ? 'فيديو مُنشأ' : 'صورة مُنشأة');

/** What follows a number: from 3 to 10, from 11 to 99, and the rest such as 100. */
interface Nouns {
  one: string;
  two: string;
  few: string;
  many: string;
  other: string;
}

/** So many of something. One and two are said in a word, without the number. */
export function counted({ count, written }: Counted, { one, two, few, many, other }: Nouns): string {
  const forms: PluralForms = { one, two, few: `${written} ${few}`, many: `${written} ${many}`, other: `${written} ${other}` };
  return plural('ar', count, forms);
}

export const VIDEOS: Nouns = { one: 'فيديو', two: 'مقطعا فيديو', few: 'مقاطع فيديو', many: 'مقطع فيديو', other: 'مقطع فيديو' };
export const IMAGES: Nouns = { one: 'صورة', two: 'صورتان', few: 'صور', many: 'صورة', other: 'صورة' };
export const MODELS: Nouns = { one: 'نموذج واحد', two: 'نموذجان', few: 'نماذج', many: 'نموذجًا', other: 'نموذج' };
export const ITEMS: Nouns = { one: 'عنصر واحد', two: 'عنصران', few: 'عناصر', many: 'عنصرًا', other: 'عنصر' };

/** After another noun or a preposition. */
export const OF_ITEMS: Nouns = { ...ITEMS, two: 'عنصرين' };
/** With "in", of time that is left. */
export const IN_MINUTES: Nouns = { one: 'دقيقة واحدة', two: 'دقيقتين', few: 'دقائق', many: 'دقيقة', other: 'دقيقة' };
