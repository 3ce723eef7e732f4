import type { GenerationProgress } from '../../core/places/states.js';
import { formatDuration } from '../../react/format.js';
import type { ProgressWords } from './words.js';
import { expectedWait } from './bar-plan.js';

/** How coarsely a screen reader is told what is left: it may speak every change. */
const SPOKEN_STEP_SECONDS = 10;

/** What the line beside the stage says at `now`; empty before the submit. */
export function clockText(progress: GenerationProgress, now: number, { locale, messages }: ProgressWords): string {
  if (progress.submittedAt === undefined) return '';
  const elapsedMs = Math.max(0, now - progress.submittedAt);
  // Both figures come from whole seconds, so that they step together and always add up.
  const elapsed = Math.floor(elapsedMs / 1000);
  const wait = expectedWait(progress);
  const left = wait === undefined ? 0 : Math.round(wait) - elapsed;
  const duration = (seconds: number) => formatDuration(seconds * 1000, locale, messages.units);
  return messages.progress.clock({
    elapsed: duration(elapsed),
    remaining: left > 0 ? duration(left) : undefined,
    overdue: wait === undefined || left > 0 ? undefined : overdue(progress, elapsed),
  });
}

function overdue({ expectedSeconds }: GenerationProgress, elapsed: number): 'slightly' | 'clearly' {
  // An exact expectation has no upper end of its own, so a fifth more is still "nearly".
  const end = expectedSeconds === undefined ? 0 : Math.max(expectedSeconds.max, expectedSeconds.min * 1.2);
  return elapsed < end ? 'slightly' : 'clearly';
}

/** What the progress bar says at `now`. */
export function spokenText(stage: string, progress: GenerationProgress, now: number, words: ProgressWords): string {
  const wait = expectedWait(progress);
  const left = wait === undefined || progress.submittedAt === undefined ? 0 : wait - Math.max(0, now - progress.submittedAt) / 1000;
  const rounded = Math.ceil(left / SPOKEN_STEP_SECONDS) * SPOKEN_STEP_SECONDS;
  const remaining = rounded > 0 ? formatDuration(rounded * 1000, words.locale, words.messages.units) : undefined;
  return words.messages.progress.valueText(stage, remaining);
}
