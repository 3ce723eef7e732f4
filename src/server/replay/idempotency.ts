import type { Clock } from '../../core/base/clock.js';
import { REPLAY_HEADER } from '../../core/wire/proxy-headers.js';
import { inPieces } from '../base/yielding.js';
import { digest, toBase64Url } from '../base/bytes.js';
import { readCapped } from '../base/read-body.js';
import { Refusal } from '../base/refusal.js';
import { knownText, textResponse } from '../base/text-response.js';
import { REPLAYED_HEADER } from '../calls/headers.js';
import type { Route } from '../calls/routes.js';
import type { DeferredWrites } from '../store/deferred-writes.js';
import type { KeptAnswer, ProxyStore } from '../store/store.js';
import { lostAnswer } from '../upstream/translate.js';
import { createQueue, LEASE_MS, unsure } from './queue.js';

const RENEW_MS = 5000;
/** Bytes of an answer; ten pictures of 4096² as base64 are below it. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

/** A call that is made once. */
interface IdempotentCall {
  request: Request;
  route: Route;
  /** What goes up, checked: the same wish has the same. */
  drafted: { body?: string | Blob | FormData };
}

/** The turn of whoever makes a call. */
export interface Claim {
  /** Names the call, whoever makes it in the end: the same after it was taken over. */
  id: string;
  /** Another began it and died. */
  takenOver: boolean;
  /**
   * Before something is sent that nobody could find again. False when another took over meanwhile.
   * @throws Refusal 503 when the store cannot say
   */
  markUnrecoverable(): Promise<boolean>;
}

interface IdempotentOptions {
  key: string;
  /** Whether what one that died has begun can be found. */
  canFind: boolean;
  run: (claim: Claim) => Promise<Response>;
}

/** Makes a call once under a key: who asks again gets the same answer, who asks meanwhile waits for it. */
export type Idempotency = (call: IdempotentCall, options: IdempotentOptions) => Promise<Response>;

interface IdempotencyMeans {
  store: ProxyStore;
  clock: Clock;
  deferred: DeferredWrites;
}

export function createIdempotency({ store, clock, deferred }: IdempotencyMeans): Idempotency {
  const queue = createQueue({ store, clock });

  /** Says that the owner is alive, until it is told to stop. A store that fails now is asked again. */
  function keepAlive(key: string, owner: string): { renew(canFind: boolean): Promise<boolean>; stop(): void } {
    let findable = true;
    let timer: unknown;
    const renew = (canFind: boolean) => {
      findable &&= canFind;
      const now = clock.wallNow();
      return store.renew(key, owner, now + LEASE_MS, findable, now);
    };
    const tick = () => {
      timer = clock.setTimeout(() => {
        void renew(true).catch(() => {});
        tick();
      }, RENEW_MS);
    };
    tick();
    return { renew, stop: () => clock.clearTimeout(timer) };
  }

  return async (call, options) => {
    const { key, canFind, run } = options;
    const fingerprint = await fingerprintOf(call);
    // Whatever it says: who sends it does not want to pay a second time.
    const onlyKnown = call.request.headers.has(REPLAY_HEADER);
    const { keeping, owner } = await queue.ask({ key, fingerprint, canFind, onlyKnown }, call.request.signal);
    if (keeping.state === 'done') return answerAgain(keeping.answer);
    if (keeping.state === 'other') throw otherCall();
    if (keeping.state === 'absent') throw nothingKnown();
    if (keeping.state === 'lost') throw lostAnswer(call.route, 'Made before under this key, and its answer was lost.');
    const takenOver = keeping.state === 'abandoned';
    const alive = keepAlive(key, owner);
    const end = (how: Parameters<ProxyStore['end']>[2]) => deferred.write(() => store.end(key, owner, how), typeof how === 'string' ? 0 : how.body.length);
    let findable = canFind;
    const markUnrecoverable = () => {
      findable = false;
      return alive.renew(false).catch((error: unknown) => unsure(error));
    };
    try {
      const response = await run({ id: takenOver ? keeping.first : owner, takenOver, markUnrecoverable });
      const { answer, headers } = await readWhole(response, call);
      // The user has paid: the answer goes out also when it cannot be kept now.
      await end(answer);
      return textResponse(answer.body, { status: answer.status, headers });
    } catch (error) {
      // Of what another began nothing is forgotten: a refusal now says nothing of what was done then.
      const free = error instanceof Refusal && !error.init.outcomeUnknown && !takenOver;
      await end(free ? 'forget' : findable ? 'abandoned' : 'lost');
      throw error;
    } finally {
      alive.stop();
      queue.look(key);
    }
  };
}

async function readWhole(response: Response, { route }: IdempotentCall): Promise<{ answer: KeptAnswer; headers: Headers }> {
  const { status, headers } = response;
  const body = knownText(response) ?? (await readText(response, route));
  return { answer: { status, type: headers.get('content-type') ?? '', body }, headers };
}

async function readText({ body }: Response, route: Route): Promise<string> {
  const bytes = await readCapped(body, LONGEST_ANSWER).catch(() => {
    throw lostAnswer(route, 'The answer broke off.');
  });
  if (bytes === 'over') throw lostAnswer(route, 'The answer is larger than any of this kind.');
  return new TextDecoder().decode(bytes);
}

function answerAgain({ status, type, body }: KeptAnswer): Response {
  return textResponse(body, { status, headers: { 'content-type': type, [REPLAYED_HEADER]: 'true' } });
}

/** Of what was checked and not of the bytes: a form is written with another border each time. */
async function fingerprintOf({ route, drafted: { body } }: IdempotentCall): Promise<string> {
  if (body instanceof Blob) return digest(route.endpoint, await blobDigest(body));
  if (!(body instanceof FormData)) return digest(route.endpoint, body ?? '');
  const fields = [...body].map(async ([name, value]) => [name, typeof value === 'string' ? value : await blobDigest(value)]);
  return digest(route.endpoint, JSON.stringify(await Promise.all(fields)));
}

/** Of the digests of its pieces, where it has several. */
async function blobDigest(blob: Blob): Promise<string> {
  const pieces = await inPieces(blob.size, async (from, to) => crypto.subtle.digest('SHA-256', await blob.slice(from, to).arrayBuffer()));
  const [first] = pieces;
  const whole = pieces.length === 1 ? (first as ArrayBuffer) : await crypto.subtle.digest('SHA-256', await new Blob(pieces).arrayBuffer());
  return toBase64Url(new Uint8Array(whole));
}

function otherCall(): Refusal {
  return new Refusal({
    status: 422,
    code: 'invalid_param',
    param: 'idempotency-key',
    message: 'This `Idempotency-Key` was used for another request, so nothing was sent. Use a new key for a new wish.',
  });
}

/** 404 like any other thing that is not there; the outcome is that of the call before, which may have been made by a process that is gone. */
function nothingKnown(): Refusal {
  return new Refusal({
    status: 404,
    code: 'not_found',
    message:
      'The server knows nothing under this `Idempotency-Key`, so nothing was sent: it was started anew, or this never reached it. It may have been made and billed before: look at what was billed, then ask for it under a new key.',
    outcomeUnknown: true,
    reason: 'Nothing is known under this key, and only what is known was wanted.',
  });
}
