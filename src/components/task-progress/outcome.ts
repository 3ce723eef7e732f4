import type { BytespikeErrorCode } from '../../core/base/errors.js';
import { formatDuration, formatMoney, formatSentences, formatTime } from '../../react/format.js';
import { type ErrorWords, wordsOfError } from '../../react/words/errors.js';
import type { OutcomeWords } from '../../react/words/parts.js';
import { hasStarted } from './stage-list.js';
import type { ProgressWords } from './words.js';
import { billedOf, type Generation, generationKind, type GenerationStatus, isImage, isStopped, type VideoGeneration } from '../generation.js';

type Tone = 'ok' | 'warn' | 'bad';

/** How a generation ended, in words. */
interface Outcome extends OutcomeWords {
  tone: Tone;
}

/** The words for an ended or unknown generation; `undefined` while it is being made. */
export function outcomeOf(
  generation: Generation,
  status: GenerationStatus,
  words: ProgressWords,
  { cancelAsked }: { cancelAsked: boolean },
): Outcome | undefined {
  switch (status) {
    case 'completed':
      return { tone: 'ok', ...completed(generation, words, cancelAsked) };
    case 'cancelled':
      return cancelled(generation, words);
    case 'failed':
      return { tone: 'bad', ...failed(generation, words) };
    case 'unknown':
      return { tone: 'warn', ...unknown(generation, words) };
    default:
      return undefined;
  }
}

export function canCheck(generation: Generation): generation is VideoGeneration & Required<Pick<VideoGeneration, 'check'>> {
  return !isImage(generation) && generation.check !== undefined;
}

/** Errors that the same request would meet again: trying it again is no way out. */
const HOPELESS: ReadonlySet<BytespikeErrorCode> = new Set([
  'invalid_param',
  'model_not_found',
  'unsupported_model',
  'permission_denied',
  'model_not_in_group',
  'request_entity_too_large',
  'safety_blocked',
  'invalid_config',
  'duplicate_out_task_id',
  'still_running',
]);

/** Whether "try again" can help, and whether it may cost a second time; `undefined` when it cannot help. */
export function retryOf(generation: Generation, status: GenerationStatus): 'free' | 'billable' | undefined {
  const mayHaveBilled = billedOf(generation) === 'unknown';
  // A task that can still be looked up is looked up, not paid for again.
  if (status === 'unknown') return canCheck(generation) ? undefined : 'billable';
  if (status === 'cancelled') return mayHaveBilled ? 'billable' : 'free';
  if (status !== 'failed' || HOPELESS.has(errorCode(generation))) return undefined;
  return mayHaveBilled ? 'billable' : 'free';
}

function errorCode(generation: Generation): BytespikeErrorCode {
  return generation.error?.code ?? 'task_failed';
}

export function money(amount: number | undefined, { locale }: ProgressWords): string | undefined {
  return amount === undefined ? undefined : formatMoney(amount, locale);
}

function completed({ cost, progress }: Generation, words: ProgressWords, cancelAsked: boolean): OutcomeWords {
  const { submittedAt, endedAt } = progress;
  const told = { billed: money(cost.final, words), estimated: money(cost.estimated, words), estimatedBy: cost.estimatedBy };
  if (cancelAsked) return words.messages.progress.finishedAnyway(told);
  const took =
    submittedAt === undefined || endedAt === undefined
      ? undefined
      : formatDuration(endedAt - submittedAt, words.locale, words.messages.units);
  return words.messages.progress.completed({ ...told, took });
}

function cancelled(generation: Generation, words: ProgressWords): Outcome {
  const { progress } = words.messages;
  const billed = billedOf(generation);
  if (billed === 'no') return { tone: 'ok', ...progress.cancelledFree(hasStarted(generation.progress)) };
  // What was stopped here goes on there; what was cancelled there does not.
  if (billed === 'unknown' && generation.error?.code === 'aborted') return { tone: 'warn', ...progress.stoppedWaiting };
  if (billed === 'unknown') return { tone: 'warn', title: errorWords(generation, words).title, text: progress.billedUnknown };
  return { tone: 'warn', ...progress.cancelledBilled(money(generation.cost.final, words)) };
}

function unknown(generation: Generation, { messages }: ProgressWords): OutcomeWords {
  if (isStopped(generation)) return messages.progress.stoppedWaiting;
  return messages.progress.unknown({ kind: generationKind(generation), checkable: canCheck(generation) });
}

function failed(generation: Generation, words: ProgressWords): OutcomeWords {
  const { title, advice } = errorWords(generation, words);
  return { title, text: formatSentences(billedSentence(generation, words), advice) };
}

/** What went wrong and what to do, without the money. */
export function errorWords(generation: Generation, words: ProgressWords): ErrorWords {
  const { error } = generation;
  return wordsOfError(words.messages.errors, errorCode(generation))({
    message: error?.message ?? '',
    field: error?.field,
    retryAt: error?.retryAt === undefined ? undefined : formatTime(error.retryAt, words, Date.now()),
  });
}

function billedSentence(generation: Generation, words: ProgressWords): string {
  const { progress } = words.messages;
  const billed = billedOf(generation);
  if (billed === 'no') return progress.billedNothing;
  return billed === 'yes' ? progress.billed(money(generation.cost.final, words)) : progress.billedUnknown;
}
