import { type Clock, sleep } from '../base/clock.js';
import { BytespikeError, isBytespikeError } from '../base/errors.js';
import { linked } from '../base/signals.js';
import type { ClientInternals } from '../client/internals.js';
import type { ImageWaits } from '../images/locks.js';
import { isWhole, noteFailed, noteSought } from '../images/notes.js';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import { historyOf } from '../records/conversation.js';
import { type ImageRecord, type ImageSnapshot, imageStore } from '../records/image-store.js';
import { KEPT_MS } from '../wire/proxy-headers.js';
import { recordedError, recordedImage } from './image-outcomes.js';
import type { ImageGenerationState } from './states.js';

/** A wait with all its retries is over by then, however slow each answer was. */
const LONGEST_WAIT_MS = 10 * 60_000;
/** Milliseconds until then. A machine's clock that was set back since makes it no longer. */
export function waitLeft(clock: Clock, { submittedAt = 0, soughtAt = submittedAt }: ImageSnapshot): number {
  return Math.min(LONGEST_WAIT_MS, soughtAt + LONGEST_WAIT_MS - clock.wallNow());
}

/** When it was asked for, as long as what lies between can be how long it takes. */
export function submittedAt(clock: Clock, { snapshot }: ImageRecord): number | undefined {
  const { submittedAt: at = 0 } = snapshot;
  return waitLeft(clock, { ...snapshot, soughtAt: at }) > 0 ? at : undefined;
}

/** The lock of a page that is done may come before what it wrote. */
const SETTLE_MS = 50;
/** A lock that nobody has is there sooner. */
const LOCK_MS = 2000;

/** What a slot showed when the page went away. */
type RestoredImage =
  | { kind: 'ended'; state: ImageGenerationState }
  /** It may still come: from another tab that waits for it, or from a proxy that has kept it. */
  | { kind: 'open'; /** Unknown when that is too long ago to say how long it took. */ submittedAt: number | undefined; find: (signal: AbortSignal, tell: Tell) => Promise<readonly Asset[]> };

/** Hears what the gateway said that it costs. */
type Tell = (cost: GenerationCost) => void;

export function restoreImage(client: ClientInternals, waits: ImageWaits, record: ImageRecord): RestoredImage {
  const { clock } = client;
  // No proxy has it any more.
  const isOld = clock.wallNow() - record.createdAt > KEPT_MS;
  if (!isOpen(record)) return { kind: 'ended', state: recordedImage(record) };
  if (!isOld) return { kind: 'open', submittedAt: submittedAt(clock, record), find: (signal, tell) => findAgain(client, waits, record, signal, tell) };
  const error = record.snapshot.status === 'completed' ? notKept() : pageClosed(false);
  if (error.billed === 'unknown') noteFailed(imageStore(client), record.outTaskId, error, clock.wallNow());
  const state = recordedImage(imageStore(client).get(record.outTaskId) ?? record);
  return { kind: 'ended', state: { ...state, status: error.billed === 'unknown' ? 'unknown' : 'error', error } };
}

/** Whether asking may bring more than the record has. What somebody stopped on purpose is left alone. */
function isOpen(record: ImageRecord): boolean {
  const { status, error } = record.snapshot;
  if (status === 'completed') return !isWhole(record);
  return status === 'running' || (status === 'unknown' && error?.retryable === true && error.code !== 'aborted');
}

/** Waits for whoever waits for it already; with nobody there, it is asked for again under its key. */
async function findAgain(client: ClientInternals, waits: ImageWaits, record: ImageRecord, signal: AbortSignal, tell: Tell): Promise<readonly Asset[]> {
  const { clock } = client;
  const over = linked(signal);
  // A tab that is frozen holds what it holds.
  const patience = clock.setTimeout(over.abort, Math.max(LOCK_MS, waitLeft(clock, record.snapshot)));
  try {
    return await waits.whenFree(
      record.outTaskId,
      async () => {
        clock.clearTimeout(patience);
        await sleep(clock, SETTLE_MS, signal);
        return askAgain(client, record.outTaskId, signal, tell);
      },
      over.signal,
    );
  } catch (error) {
    if (isBytespikeError(error)) throw error;
    throw signal.aborted ? stopped(error) : pageClosed(true, error);
  } finally {
    clock.clearTimeout(patience);
    over.abort();
  }
}

async function askAgain(client: ClientInternals, key: string, signal: AbortSignal, tell: Tell): Promise<readonly Asset[]> {
  const records = imageStore(client);
  // What another tab wrote while this one waited.
  const record = records.get(key);
  if (record === undefined) throw forgotten();
  const { status, assets, cost } = record.snapshot;
  if (isWhole(record)) {
    tell(cost);
    return assets;
  }
  if (!isOpen(record)) throw recordedError(record) ?? pageClosed(false);
  const history = historyOf(records.get, record);
  // What went along is not here any more, and without it the same would not be asked.
  if (history === undefined || record.turn?.withPicture) throw status === 'completed' ? notKept() : pageClosed(false);
  if (status !== 'completed') noteSought(records, record, submittedAt(client.clock, record), client.clock.wallNow());
  try {
    return await client.images.generate(record.request, { idempotencyKey: key, again: true, signal, history, onCost: tell });
  } catch (error) {
    if (!isBytespikeError(error)) throw error;
    if (signal.aborted) throw stopped(error);
    // Whatever this call was refused for says nothing of the one before.
    throw status === 'completed' ? notKept(error) : pageClosed(error.retryable, error);
  }
}

/** Its page is gone, and its answer with it. `retryable`: whether a proxy may have kept it. */
export function pageClosed(retryable: boolean, cause?: unknown): BytespikeError {
  const what = 'The page was closed before the answer with the images came. They may have been made and billed.';
  return new BytespikeError({
    code: 'outcome_unknown',
    message: retryable
      ? `${what} Ask for the same once more: where the proxy has kept the answer, nothing is made twice.`
      : `${what} Nothing between this page and the gateway has kept the answer, so they are not made again by themselves: look at what was billed first. Images of via: "task" are found again.`,
    billed: 'unknown',
    retryable,
    cause,
  });
}

function notKept(cause?: BytespikeError): BytespikeError {
  return new BytespikeError({
    code: 'not_found',
    message: 'The images were made and billed. They came within the answer itself, too large to be remembered, and went with the page that had them. Download such images, or let the gateway answer with links.',
    billed: 'yes',
    cause,
  });
}

function forgotten(): BytespikeError {
  return new BytespikeError({
    code: 'aborted',
    message: 'The image was refused in the tab that asked for it, or removed from the history. Nothing is waited for any more.',
  });
}

function stopped(cause: unknown): BytespikeError {
  return new BytespikeError({
    code: 'aborted',
    message: 'The wait for an image of an earlier page was stopped. It may still be made and billed.',
    billed: 'unknown',
    cause,
  });
}
