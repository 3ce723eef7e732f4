import type { Clock } from '../../core/base/clock.js';
import { Refusal } from '../base/refusal.js';
import type { DeferredWrites } from '../store/deferred-writes.js';
import type { ProxyStore, Verdict } from '../store/store.js';

/** How much each user may bring along within some time. */
export interface UploadLimits {
  /** Files. */
  count: number;
  bytes: number;
  perSeconds: number;
}

interface AllowanceOptions {
  store: ProxyStore;
  clock: Clock;
  deferred: DeferredWrites;
  limits: UploadLimits;
}

/** What one upload takes of its user's allowance. */
interface Share {
  /** So many bytes it was. */
  keep(bytes: number): Promise<unknown>;
  /** Nothing was kept; it stays one of the files that were tried. */
  release(): Promise<unknown>;
  /** Whether what is sent under this name is what was first sent under it. @throws Refusal 409, 503 */
  checkSame(fingerprint: string): Promise<void>;
}

/**
 * In the same books in which limits on spend are held, under a subject of its own: a byte stands
 * where a millionth of a US dollar stands else. The same upload again takes nothing more.
 */
export function createAllowance({ store, clock, deferred, limits }: AllowanceOptions) {
  const { count, bytes: most, perSeconds } = limits;
  const held = { requests: { max: count, perSeconds }, spend: { usd: most / 1e6, perSeconds } };

  /** @throws Refusal 429 over a limit, 503 when the store cannot say */
  return async function take(user: string, name: string, bytes: number): Promise<Share> {
    const link = { subject: `upload:${user}`, id: name };
    const now = clock.wallNow();
    const verdict = await store.reserve({ ...link, now, amount: bytes, inFlightUntil: 0, limits: held }).catch(unsure);
    if (!verdict.ok) throw over(verdict);
    return {
      keep: (kept) => deferred.write(() => store.settle(link, kept)),
      release: () => deferred.write(() => store.settle(link, 'free')),
      async checkSame(fingerprint) {
        const at = clock.wallNow();
        const first = await store.link(`:upload:${name}`, { subject: link.subject, id: fingerprint }, at, at + perSeconds * 1000).catch(unsure);
        if (first.id !== fingerprint) throw another();
      },
    };
  };
}

export type TakeShare = ReturnType<typeof createAllowance>;

function over({ limit, retryAfter }: Verdict & { ok: false }): Refusal {
  return new Refusal({
    status: 429,
    code: 'upload_limit',
    message: `This user sent as many ${limit === 'spend' ? 'bytes of pictures' : 'pictures'} as are taken for a time, so nothing was kept. Try again later.`,
    reason: `Over the user's limit of ${limit === 'spend' ? 'bytes' : 'files'} that are sent.`,
    headers: new Headers({ 'retry-after': String(Math.max(1, Math.ceil(retryAfter / 1000))) }),
  });
}

function another(): Refusal {
  return new Refusal({
    status: 409,
    code: 'invalid_param',
    param: 'idempotency-key',
    message: 'Another picture was sent under this `Idempotency-Key`, so nothing was kept. Send it under a key of its own.',
  });
}

function unsure(error: unknown): never {
  throw new Refusal({
    status: 503,
    code: 'api_error',
    message: 'The server cannot count what this user sends at the moment, so nothing was kept. Try again soon.',
    reason: `The store failed: ${error instanceof Error ? error.name : typeof error}.`,
  });
}
