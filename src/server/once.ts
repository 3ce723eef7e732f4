import { type Clock, sleep } from '../core/clock.js';
import { digest, toBase64Url } from './bytes.js';
import type { Call } from './forward.js';
import { REPLAYED_HEADER } from './headers.js';
import { readCapped } from './read-body.js';
import { Refusal } from './refusal.js';
import type { Keeping, KeptAnswer, ProxyStore } from './store.js';
import { lostAnswer } from './translate.js';

/** How long an answer is given again: as long as the links in it live. */
const KEPT_MS = 24 * 60 * 60_000;
/** Far above the slowest picture; an instance that says nothing for so long has died. */
const LEASE_MS = 5 * 60_000;
/** How often one who waits for another's call looks. */
const LOOK_MS = 200;
/** Bytes of an answer; ten pictures of 4096² as base64 are below it. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

/** Makes a call once under a key: who asks again gets the same answer, who asks meanwhile waits for it. */
export type Once = (call: Call, key: string, run: () => Promise<Response>) => Promise<Response>;

export function createOnce(store: ProxyStore, clock: Clock): Once {
  async function begin(key: string, fingerprint: string, call: Call): Promise<Exclude<Keeping, { state: 'running' }>> {
    for (;;) {
      const now = clock.wallNow();
      const keeping = await store
        .begin({ key, fingerprint, now, leaseUntil: now + LEASE_MS, forgetAt: now + KEPT_MS })
        .catch((error: unknown) => unsure(error));
      if (keeping.state !== 'running') return keeping;
      await sleep(clock, LOOK_MS, call.request.signal);
      if (call.request.signal.aborted) throw leftWaiting();
    }
  }

  return async (call, key, run) => {
    const keeping = await begin(key, await fingerprintOf(call), call);
    if (keeping.state === 'done') return answerAgain(keeping.answer);
    if (keeping.state === 'other') throw otherCall();
    if (keeping.state === 'lost') throw lostAnswer(call.route, 'Made before under this key, and its answer was lost.');
    try {
      const { answer, headers } = await readWhole(await run(), call);
      // The user has paid: the answer goes out also when it cannot be kept.
      await store.end(key, answer).catch(() => {});
      return new Response(answer.body, { status: answer.status, headers });
    } catch (error) {
      const free = error instanceof Refusal && !error.init.outcomeUnknown;
      await store.end(key, free ? 'forget' : 'lost').catch(() => {});
      throw error;
    }
  };
}

async function readWhole(response: Response, { route }: Call): Promise<{ answer: KeptAnswer; headers: Headers }> {
  const bytes = await readCapped(response.body, LONGEST_ANSWER).catch(() => {
    throw lostAnswer(route, 'The answer broke off.');
  });
  if (bytes === 'over') throw lostAnswer(route, 'The answer is larger than any of this kind.');
  const { status, headers } = response;
  return { answer: { status, type: headers.get('content-type') ?? '', body: new TextDecoder().decode(bytes) }, headers };
}

function answerAgain({ status, type, body }: KeptAnswer): Response {
  return new Response(body, { status, headers: { 'content-type': type, [REPLAYED_HEADER]: 'true' } });
}

/** Of what was checked and not of the bytes: a form is written with another border each time. */
async function fingerprintOf({ route, drafted: { body } }: Call): Promise<string> {
  if (!(body instanceof FormData)) return digest(route.endpoint, body ?? '');
  const fields = [...body].map(async ([name, value]) => [name, typeof value === 'string' ? value : await fileDigest(value)]);
  return digest(route.endpoint, JSON.stringify(await Promise.all(fields)));
}

async function fileDigest(file: File): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())));
}

function otherCall(): Refusal {
  return new Refusal({
    status: 422,
    code: 'invalid_param',
    param: 'idempotency-key',
    message: 'This `Idempotency-Key` was used for another request, so nothing was sent. Use a new key for a new wish.',
  });
}

function leftWaiting(): Refusal {
  return new Refusal({ status: 499, code: 'aborted', message: 'The client left.', reason: 'The client left.' });
}

/** Closed: what may have been made already is not made again. */
function unsure(error: unknown): never {
  throw new Refusal({
    status: 503,
    code: 'api_error',
    message: 'The server cannot look up whether this was made before, so nothing was sent. Try again soon.',
    reason: `The store failed: ${error instanceof Error ? error.name : typeof error}.`,
  });
}
