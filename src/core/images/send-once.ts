import { sleep } from '../base/clock.js';
import type { Environment } from '../base/environment.js';
import { BytespikeError, isBytespikeError } from '../base/errors.js';
import { linked } from '../base/signals.js';
import { IMAGES_OFFER, OFFERS_ONLY, REPLAY_HEADER } from '../wire/proxy-headers.js';
import { type RetryContext, withRetry } from '../wire/retry.js';
import type { Answer, Transport } from '../wire/transport.js';

interface ImageCallContext extends RetryContext {
  transport: Transport;
  environment: Environment;
  baseUrl: () => string;
  /** Keys whose answers were lost and may be kept, with how. */
  losses: Map<string, BytespikeError>;
}

interface ImageCall<T> {
  path: string;
  body: unknown;
  /** What the person asked for, under one name. */
  key: string;
  timeoutMs: number;
  /** Whether a page that is gone may have sent it already: then only what the proxy knows is wanted. */
  again?: boolean | undefined;
  /** What is wanted of the answer. */
  read(answer: Answer): T;
}

/** A browser that believes to be offline can be wrong: after this long it is tried all the same. */
const OFFLINE_MS = 30_000;
/** The look before a first call is for a call that may never need it. */
const FIRST_LOOK_MS = 2000;

/**
 * One image call, under one key. After a lost answer, of this call or of an earlier one under its
 * key, by this page or by one that is gone, it is sent again only when the proxy has just said that
 * it keeps such answers; else the outcome is `unknown`. Refusals that cost nothing are retried anyway.
 * What a page that is gone may have sent long ago is not made even then: the proxy may have been
 * started anew since, and know nothing of it.
 */
export async function sendImageOnce<T>(context: ImageCallContext, call: ImageCall<T>): Promise<T> {
  const { transport, signal, losses } = context;
  const { path, body, key, timeoutMs, again = false } = call;
  let loss = losses.get(key) ?? (again ? sentBefore() : undefined);
  let keyed = loss !== undefined;
  // One that is known to only pass on keeps nothing; of any other it is found out after a loss.
  let mayBeKept = keyed || transport.offers() !== '';

  async function attempt(): Promise<T> {
    if (loss === undefined) keyed = await takesKey(context, key);
    else if (!(await checkOffer(context, key))) {
      mayBeKept = false;
      throw outcomeUnknown(loss, false);
    }
    const headers = keyed ? { 'idempotency-key': key, ...(again ? { [REPLAY_HEADER]: 'only' } : {}) } : {};
    return call.read(await transport.send({ method: 'POST', path, body, billable: keyed ? 'keyed' : true, headers, signal, timeoutMs }));
  }

  function mayRepeat(error: BytespikeError): boolean {
    if (error.billed === 'unknown') loss = error;
    return loss === undefined || (keyed && mayBeKept && error.code !== 'outcome_unknown');
  }

  try {
    const result = await withRetry(context, attempt, mayRepeat);
    losses.delete(key);
    return result;
  } catch (error) {
    losses.delete(key);
    if (!isBytespikeError(error)) throw error;
    const told = whatIsKnown(error);
    const isOffered = transport.offers()?.includes(IMAGES_OFFER) ?? false;
    // To one that stopped, and asks once more, another proxy only gives what it always gave.
    if (keyed && (told.retryable || isOffered) && told.billed === 'unknown' && !isFinal(error)) losses.set(key, told);
    throw told;
  }

  function whatIsKnown(error: BytespikeError): BytespikeError {
    // A key that is another call's was never ours: nothing was made under it.
    if (error.status === 422 || error.code === 'outcome_unknown') return error;
    if (loss === undefined || (error.code === 'aborted' && error.billed === 'unknown')) return error;
    return signal?.aborted ? stopped(error) : outcomeUnknown(error, keyed && mayBeKept && !isFinal(error));
  }
}

/**
 * Whether a key may go along. A page of another origin may send only headers that the server lists,
 * and one that only passes on lists no such: there the offer is looked for before the first call.
 */
async function takesKey(context: ImageCallContext, key: string): Promise<boolean> {
  const { transport } = context;
  if (!isOtherOrigin(context.baseUrl())) return true;
  // What fails is found out by the call itself; a silence that was asked for is kept.
  if (transport.offers() === undefined) {
    await look(context, key, FIRST_LOOK_MS).catch((error: unknown) => {
      if (isBytespikeError(error) && error.retryAt !== undefined) throw error;
    });
  }
  return transport.offers()?.includes(IMAGES_OFFER) ?? false;
}

/** Asks anew, although the proxy said so before: a change of what stands there is what loses answers. */
async function checkOffer(context: ImageCallContext, key: string): Promise<boolean> {
  await backOnline(context);
  await look(context, key);
  return context.transport.offers()?.includes(IMAGES_OFFER) ?? false;
}

/** A free read, for the headers of its answer. A proxy of ours says no more; elsewhere that there is no such task is the usual one. */
async function look({ transport, signal }: ImageCallContext, key: string, timeoutMs?: number): Promise<void> {
  const path = `/v1/tasks/query?${OFFERS_ONLY}&out_task_id=${encodeURIComponent(key)}`;
  try {
    await transport.send({ method: 'GET', path, signal, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  } catch (error) {
    if (!isBytespikeError(error) || error.retryable || error.code === 'aborted') throw error;
  }
}

async function backOnline({ environment, clock, signal }: ImageCallContext): Promise<void> {
  if (environment.isOnline()) return;
  const over = linked(signal);
  const unwake = environment.onWake(() => environment.isOnline() && over.abort());
  await sleep(clock, OFFLINE_MS, over.signal);
  over.abort();
  unwake();
}

function isOtherOrigin(baseUrl: string): boolean {
  return typeof location !== 'undefined' && new URL(baseUrl).origin !== location.origin;
}

/** The proxy's own word that the answer is lost, or that it has none; every other loss was on the way to it. */
function isFinal(error: BytespikeError): boolean {
  return (error.code === 'api_error' || isNotKept(error)) && error.billed === 'unknown' && !error.retryable;
}

function isNotKept({ code, billed }: BytespikeError): boolean {
  return code === 'not_found' && billed === 'unknown';
}

/** Stopping is the caller's own doing and keeps its code; the money is as unknown as in the other cases. */
function stopped(cause: BytespikeError): BytespikeError {
  return new BytespikeError({
    code: 'aborted',
    message: 'The call was stopped by its own signal after an answer had been lost.',
    billed: 'unknown',
    cause,
  });
}

function sentBefore(): BytespikeError {
  return new BytespikeError({
    code: 'outcome_unknown',
    message: 'A page that is gone may have sent this call, and heard no answer.',
    billed: 'unknown',
  });
}

function outcomeUnknown(cause: BytespikeError, retryable: boolean): BytespikeError {
  return new BytespikeError({
    code: 'outcome_unknown',
    message: retryable
      ? 'The answer with the images was lost, and may have been billed. The proxy may have kept it: ask again under the same idempotencyKey, and nothing is made twice.'
      : isNotKept(cause)
        ? cause.message
        : 'The answer with the images was lost, and may have been billed. It is not sent again by itself. Generate with via: "task" to be able to find such a result again.',
    billed: 'unknown',
    retryable,
    retryAt: cause.retryAt,
    requestId: cause.requestId,
    cause,
  });
}
