import type { DraftIssue } from '../../core/draft/index.js';
import { formatPlain } from '../../react/format.js';
import type { FormWords } from './words.js';

const MEGABYTE = 1024 * 1024;

/** What is wrong, and what to do about it. */
export function issueText(issue: DraftIssue, { locale, messages: { form } }: FormWords): string {
  switch (issue.code) {
    case 'empty':
      return form.promptEmpty;
    case 'too_long': {
      const over = issue.length - issue.limit;
      return form.promptTooLong({ over: formatPlain(over, locale), isOne: over === 1 });
    }
    case 'none':
      return form.noModel;
    case 'not_whole':
      return form.notWhole({ min: formatPlain(issue.min, locale), max: issue.max === undefined ? undefined : formatPlain(issue.max, locale) });
    case 'too_large':
      return form.imageTooLarge({ megabytes: formatPlain(Math.ceil(issue.bytes / MEGABYTE), locale), limit: formatPlain(issue.limit / MEGABYTE, locale) });
    case 'type':
      return form.imageType;
    case 'unreadable':
      return form.imageUnreadable;
    case 'unfetched':
      return form.imageUnfetched;
    case 'address':
      return form.imageAddress;
    case 'no_upload':
      return form.imageNoUpload;
    case 'upload':
      return issue.message ?? form.imageUpload;
    case 'refused':
      return form.refused(issue.message);
  }
}
