import type { Clock } from '../../core/base/clock.js';
import { Refusal } from '../base/refusal.js';
import { TimedOut, within } from '../base/within.js';
import type { Route } from '../calls/routes.js';
import type { UpstreamRequest } from './upstream-request.js';
import { lostAnswer } from './translate.js';

/** Through what a call goes up, and how long its answer is waited for. */
interface Way {
  clock: Clock;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  timeouts: { answerMs: number };
}

/** Failures before the first byte of the request could leave. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** One attempt. @throws Refusal 502, which says whether the gateway may have done the work all the same */
export async function send(way: Way, route: Route, { url, init }: UpstreamRequest, redact: (text: string) => string): Promise<Response> {
  try {
    return await answerWithin(way, way.fetch(url, init));
  } catch (error) {
    if (error instanceof TimedOut) throw lostAnswer(route, 'The gateway did not answer in time.');
    if (init.signal?.aborted) throw clientLeft();
    const { code, message } = causeOf(error);
    throw lostAnswer(route, redact(code ?? message), code === undefined || !NEVER_SENT.has(code));
  }
}

/**
 * The answer, if its head comes in time. One that comes later is thrown away: what costs or changes
 * something runs to its end all the same. @throws TimedOut
 */
export async function answerWithin({ clock, timeouts }: Omit<Way, 'fetch'>, answer: Promise<Response>): Promise<Response> {
  try {
    return await within(clock, timeouts.answerMs, answer);
  } catch (error) {
    if (error instanceof TimedOut) answer.then(({ body }) => body?.cancel()).catch(() => {});
    throw error;
  }
}

/** Nobody reads this answer; the log does, and should not call it an error. */
function clientLeft(): Refusal {
  return new Refusal({ status: 499, code: 'aborted', message: 'The client left.', reason: 'The client left.' });
}

/** `fetch` says "fetch failed"; what failed is below it. */
function causeOf(error: unknown): { code: string | undefined; message: string } {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return { code: undefined, message: 'fetch rejected.' };
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return { code, message: `${cause.name}: ${cause.message}` };
}
