import type { Clock } from '../base/clock.js';
import { BytespikeError } from '../base/errors.js';
import type { Store } from '../base/observable.js';
import { linked } from '../base/signals.js';
import { type Call, type Origin, requestOf } from './call.js';
import { aborted, lost, notSent, notUnderstood } from './lost-calls.js';
import { OFFER_HEADER } from './proxy-headers.js';
import { observeQuota } from './quota-headers.js';
import type { QuotaStore } from './quota.js';

export interface Answer {
  body: unknown;
  headers: Headers;
  /** The server's clock when it answered; milliseconds since the epoch. */
  serverNow: number;
}

interface TransportOptions extends Origin {
  fetch: (request: Request) => Promise<Response>;
  clock: Clock;
  quota: QuotaStore;
  usdPerCredit: number;
  /** What the proxy offers, as its latest answer said. */
  offered: Store<string | undefined>;
  /** A connection broke, or there was none. */
  onLost?: (() => void) | undefined;
  /** Fewer calls were asked for. */
  onLimited?: ((error: BytespikeError) => void) | undefined;
}

/** One attempt at one call. The only place that does I/O; it retries nothing. */
export interface Transport {
  /** The parsed JSON of a 2xx answer. Throws {@link BytespikeError} for everything else. */
  send(call: Call): Promise<Answer>;
  /** The server's clock as far as its answers told; milliseconds since the epoch. */
  serverNow(): number;
  /**
   * What the proxy offers, as its latest answer said: empty for one that only passes on,
   * `undefined` before it answered at all.
   */
  offers(): string | undefined;
  /** The 2xx answer with its body unread. The caller ends it through `call.signal`. */
  open(call: Call): Promise<Response>;
}

export function createTransport(options: TransportOptions): Transport {
  const { clock, quota, usdPerCredit, offered } = options;
  /** How far the server's clock is ahead of the one that only grows, as its last answer said. */
  let ahead: number | undefined;
  const serverNow = () => (ahead === undefined ? clock.wallNow() : ahead + clock.now());

  async function fetchOnce(call: Call, signal: AbortSignal): Promise<Response> {
    const ready = await requestOf(call, options, signal).catch((cause: unknown) => {
      throw notSent(cause);
    });
    const response = await (call.via ?? options.fetch)(ready);
    observeQuota(quota, response.headers, usdPerCredit, clock.wallNow());
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) ahead = date - clock.now();
    // A page or a failure of something before the proxy says nothing of the proxy.
    const isProxy = response.status < 429 && /json/i.test(response.headers.get('content-type') ?? '');
    offered.set(response.headers.get(OFFER_HEADER) ?? (isProxy ? '' : offered.get()));
    if (response.ok) return response;
    throw await refusal(call, response, parse(await response.text()));
  }

  /** What a refusal means is loaded with the first one; most pages never meet any. */
  async function refusal(call: Call, response: Response, body: unknown): Promise<BytespikeError> {
    const { errorFromAnswer } = await import('./refusals.js').catch((cause: unknown) => {
      throw notUnderstood(call, response, cause);
    });
    const { status, headers, redirected, url } = response;
    const asked = { path: call.path, baseUrl: options.baseUrl(), redirectedTo: redirected ? url : undefined };
    const error = errorFromAnswer({ status, headers, body, billable: call.billable ?? false, receivedAt: clock.wallNow(), ...asked });
    if (status === 429) options.onLimited?.(error);
    return error;
  }

  async function guarded<T>(call: Call, run: (signal: AbortSignal) => Promise<T>, timeoutMs?: number): Promise<T> {
    if (call.signal?.aborted) throw aborted(call, false);
    const over = linked(call.signal);
    let late = false;
    const timer =
      timeoutMs === undefined
        ? undefined
        : clock.setTimeout(() => {
            late = true;
            over.abort();
          }, timeoutMs);
    try {
      return await run(over.signal);
    } catch (error) {
      if (error instanceof BytespikeError) throw error;
      if (call.signal?.aborted) throw aborted(call, true);
      if (!late) options.onLost?.();
      throw lost(call, error, late);
    } finally {
      if (timer !== undefined) clock.clearTimeout(timer);
      // An open stream outlives this call, and its caller ends it through the same signal.
      if (timeoutMs !== undefined) over.unlink();
    }
  }

  return {
    serverNow,
    offers: offered.get,
    open: (call) => guarded(call, (signal) => fetchOnce(call, signal)),
    send: (call) =>
      guarded(
        call,
        async (signal) => {
          const response = await fetchOnce(call, signal);
          const body = parse(await response.text());
          if (typeof body !== 'object' || body === null) throw await refusal(call, response, body);
          return { body, headers: response.headers, serverNow: serverNow() };
        },
        call.timeoutMs ?? 30_000,
      ),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
