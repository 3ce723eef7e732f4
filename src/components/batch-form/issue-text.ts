import type { BatchField, BatchIssue } from '../../core/batch/resolve-batch.js';
import type { PlacedPrompt } from '../../core/batch/template.js';
import { formatPlain } from '../../react/format.js';
import { counted } from '../asset-gallery/words.js';
import type { BatchFormWords } from './words.js';

/** So many of one field are said; the rest are counted. */
const MOST_SAID = 3;

/** What is wrong with a field, and what to do about it. */
export function issueTexts(issues: readonly BatchIssue[], name: BatchField, words: BatchFormWords): string[] {
  const own = issues.filter(({ field }) => field === name);
  const rest = own.length - MOST_SAID;
  return [...own.slice(0, MOST_SAID).map((issue) => issueText(issue, words)), ...(rest > 0 ? [words.messages.many.moreProblems(counted(rest, words.locale))] : [])];
}

function issueText(issue: BatchIssue, { locale, messages: { many, form } }: BatchFormWords): string {
  const plain = (value: number) => formatPlain(value, locale);
  switch (issue.code) {
    case 'empty':
      return form.promptEmpty;
    case 'unclosed':
      return many.unclosed(plain(issue.line));
    case 'too_long':
      return many.tooLong({ line: plain(issue.line), over: plain(issue.over) });
    case 'too_many':
      return many.tooMany({ cells: plain(issue.cells), limit: plain(issue.limit) });
    case 'no_rows':
      return many.noRows;
    case 'missing':
      return many.missing({ name: issue.name, row: plain(issue.row) });
    case 'none':
      return many.noModel;
    case 'refused':
      return form.refused(issue.message);
  }
}

/** Prompts that are there already, and where; nothing where there are none. */
export function repeatsText(repeats: readonly PlacedPrompt[], { locale, messages: { many } }: BatchFormWords): string | undefined {
  if (repeats.length === 0) return undefined;
  const places = repeats.slice(0, MOST_SAID).map(({ line, row }) => (row === undefined ? many.lineAt(formatPlain(line, locale)) : many.rowAt(formatPlain(row, locale))));
  return many.repeats({ prompts: counted(repeats.length, locale), places: `${places.join(', ')}${repeats.length > MOST_SAID ? ' …' : ''}` });
}
