import type { DraftChange } from '../../core/draft/index.js';
import { formatPlain } from '../../react/format.js';
import type { GenerationKind } from '../../react/words/parts.js';
import type { FormWords } from './words.js';

/** What became of a wish that the model does not grant. */
export function changeText({ field, from, to }: DraftChange, kind: GenerationKind, words: FormWords): string {
  const { form } = words.messages;
  if (field === 'model') return form.modelGone(String(from));
  // What was typed in sentences is in its field, or was a moment ago: its name is enough.
  const wished = field === 'negativePrompt' ? undefined : from;
  return form.change({ field: form.field(field, kind), from: valueText(wished, words), to: valueText(to, words) });
}

/** A value as its control shows it. */
export function valueText(value: string | number | undefined, { locale, messages: { form } }: FormWords): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number') return formatPlain(value, locale);
  const size = /^(\d+)x(\d+)$/.exec(value);
  if (size !== null) return form.pixels(formatPlain(Number(size[1]), locale), formatPlain(Number(size[2]), locale));
  return form.option(value);
}
