import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BytespikeError } from '../../../src/core/errors.js';
import { idleVideoTask } from '../../../src/core/video-state.js';
import { errorWords } from '../../../src/components/task-progress/outcome.js';
import * as ar from '../../../src/locales/ar.js';
import * as de from '../../../src/locales/de.js';
import * as ja from '../../../src/locales/ja.js';
import * as zh from '../../../src/locales/zh-CN.js';
import { englishErrors } from '../../../src/react/words/errors.js';
import type { ProgressWords } from '../../../src/components/task-progress/words.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Twenty minutes to midnight in London. */
const NOW = Date.UTC(2026, 10, 28, 23, 40);
const languages = { en: englishErrors, de: de.messages.errors, ja: ja.messages.errors, 'zh-CN': zh.messages.errors, ar: ar.messages.errors };

function advice(inMs: number, locale: keyof typeof languages = 'en', timeZone = 'UTC'): string {
  const error = new BytespikeError({ code: 'rate_limit_exceeded', message: 'busy', retryAt: NOW + inMs });
  // Of all words, only those of errors are asked for.
  const words = { locale, timeZone, messages: { errors: languages[locale] } } as unknown as ProgressWords;
  return errorWords({ ...idleVideoTask, status: 'failed', error }, words).advice.replaceAll('\u202f', ' ');
}

describe('when to come back', () => {
  beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  it('is a time of day today, and has its day on every other', () => {
    expect(advice(15 * MINUTE)).toBe('Try again at 11:55 PM.');
    expect(advice(25 * MINUTE)).toBe('Try again on November 29, 2026 at 12:05 AM.');
    expect(advice(DAY)).toBe('Try again on November 29, 2026 at 11:40 PM.');
    expect(advice(400 * DAY)).toBe('Try again on January 2, 2028 at 11:40 PM.');
    expect(advice(-DAY)).toBe('Try again on November 27, 2026 at 11:40 PM.');
  });

  it("goes by the day where the person is, not by the machine's", () => {
    expect(advice(25 * MINUTE, 'en', 'America/New_York')).toBe('Try again at 7:05 PM.');
    // There the 29th has begun.
    expect(advice(15 * 60 * MINUTE, 'en', 'Asia/Tokyo')).toBe('Try again at 11:40 PM.');
    expect(advice(16 * 60 * MINUTE, 'en', 'Asia/Tokyo')).toBe('Try again on November 30, 2026 at 12:40 AM.');
  });

  it.each(Object.keys(languages) as (keyof typeof languages)[])('is told with its day in %s', (locale) => {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    expect(advice(DAY, locale)).toContain(day.format(NOW + DAY));
    expect(advice(MINUTE, locale)).not.toContain(day.format(NOW));
  });
});
