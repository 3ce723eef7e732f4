import { type Generation, generationKind, generationStatus, isActive, isStopped } from '../generation.js';
import { type GenerationActivity, idle } from './idle.js';

/**
 * What of two is in sight: that of the kind that the form is for, and below it the other one, as long as
 * it goes on or nothing newer was begun. It is there again when the form turns back.
 */
export function inSight(own: Generation, other: Generation): readonly Generation[] {
  const [ownStatus, otherStatus] = [generationStatus(own), generationStatus(other)];
  if (otherStatus === 'idle') return [own];
  if (ownStatus === 'idle' || isActive(otherStatus)) return [own, other];
  const isNewer = !isActive(ownStatus) && (other.progress.submittedAt ?? 0) > (own.progress.submittedAt ?? 0);
  return isNewer ? [own, other] : [own];
}

/** The one that is being made, else the one that ended last. */
export function activityOf(generations: readonly Generation[]): GenerationActivity {
  const begun = generations.filter((generation) => generationStatus(generation) !== 'idle');
  const latest = (of: readonly Generation[]) => [...of].sort((a, b) => (b.progress.submittedAt ?? 0) - (a.progress.submittedAt ?? 0))[0];
  const shown = latest(begun.filter((generation) => isActive(generationStatus(generation)))) ?? latest(begun);
  if (shown === undefined) return idle;
  const status = generationStatus(shown);
  const { submittedAt, expectedSeconds } = shown.progress;
  return {
    status: isActive(status) ? 'making' : status === 'completed' ? 'made' : isStopped(shown) ? 'idle' : 'ended',
    kind: generationKind(shown),
    submittedAt,
    expectedSeconds: expectedSeconds && (expectedSeconds.min + expectedSeconds.max) / 2,
  };
}
