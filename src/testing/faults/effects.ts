import type { GatewayErrorCode } from '../../core/base/errors.js';
import type { RefusalInit } from '../base/refusal.js';
import { renameStatus, stepBack, truncate, wrongTypes } from './distort.js';
import type { Fault, FaultKind } from './faults.js';
import { isStream, rejson } from './rewrite.js';
import { breakWithin, broken, cut, duplicate, reorder, repeatStale, silence, split, withBom, withNewlines } from './streams.js';

/** What a fault needs of the gateway. */
interface FaultContext {
  /** The gateway's own answer to the request; asking for it is what processes the request. */
  answer(): Promise<Response>;
  refuse(refusal: RefusalInit): Response;
  sleep(ms: number): Promise<void>;
  /** Rejects when the caller has left or the gateway is disposed of, and never resolves. */
  forever(): Promise<never>;
  now(): number;
}

type Effects = { [Kind in FaultKind]: (fault: Extract<Fault, { kind: Kind }>, context: FaultContext) => Response | Promise<Response> };

const NOTE = '描画中 🎨 naïve';

const effects: Effects = {
  refused: () => Promise.reject(broken()),
  'reset-before-body': () => Promise.reject(broken()),
  'reset-after-body': async (_, { answer }) => {
    await answer();
    throw broken();
  },
  'reset-within-answer': async (_, { answer }) => {
    const response = await answer();
    return breakWithin(response, isStream(response));
  },
  delay: async ({ ms }, { answer, sleep }) => {
    const response = await answer();
    await sleep(ms);
    return response;
  },
  status: async ({ status, processed, retryAfter }, { answer, refuse }) => {
    if (processed) await answer();
    const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
    return refuse({ status, code: CODES[status] ?? 'api_error', message: `Answered ${status} by an injected fault.`, headers });
  },
  'rate-limit': ({ seconds, as = 'seconds' }, { refuse, now }) => {
    const until = now() + seconds * 1000;
    const told: Record<typeof as, Record<string, string>> = {
      seconds: { 'retry-after': String(seconds) },
      date: { 'retry-after': new Date(until).toUTCString() },
      reset: { 'x-ratelimit-reset': String(Math.ceil(until / 1000)) },
    };
    const message = 'The spend limit of this window is reached.';
    return refuse({ status: 429, code: 'rate_limit_exceeded', message, headers: { 'x-ratelimit-remaining': '0', ...told[as] } });
  },
  'concurrency-limit': (_, { refuse }) =>
    refuse({ status: 429, code: 'concurrency_limit', message: 'Too many requests are in flight on this account.' }),
  html: async ({ status = 200, processed }, { answer, now }) => {
    if (processed) await answer();
    // From something in front of the gateway: no quota, and no id.
    const headers = { 'content-type': 'text/html; charset=utf-8', date: new Date(now()).toUTCString() };
    return new Response(page(status), { status, headers });
  },
  truncated: async (_, { answer }) => rejson(await answer(), truncate),
  'wrong-types': async ({ fields }, { answer }) => rejson(await answer(), (json) => wrongTypes(json, fields)),
  'unknown-status': async ({ word = 'postprocessing' }, { answer }) => rejson(await answer(), (json) => renameStatus(json, word)),
  stale: async (_, { answer }) => {
    const response = await answer();
    return isStream(response) ? repeatStale(response) : rejson(response, stepBack);
  },
  duplicate: async (_, { answer }) => duplicate(await answer()),
  reorder: async (_, { answer }) => reorder(await answer()),
  'stream-cut': async ({ bytes, clean = false }, { answer }) => cut(await answer(), bytes, clean),
  'stream-silent': async ({ frames = 0 }, { answer, forever }) => silence(await answer(), frames, forever),
  'stream-bom': async (_, { answer }) => withBom(await answer()),
  'stream-cr': async (_, { answer }) => withNewlines(await answer(), '\r'),
  'stream-crlf': async (_, { answer }) => withNewlines(await answer(), '\r\n'),
  'stream-split': async ({ bytes = 1, note = NOTE }, { answer }) => split(await answer(), bytes, note),
  'clock-skew': async ({ ms }, { answer }) => skewed(await answer(), ms),
};

/** The answer to a request that these faults hit, the first of them outermost. */
export function withFaults(faults: readonly Fault[], context: FaultContext): Promise<Response> {
  const [fault, ...rest] = faults;
  if (fault === undefined) return context.answer();
  return apply(fault, { ...context, answer: () => withFaults(rest, context) });
}

async function apply<Kind extends FaultKind>(fault: Extract<Fault, { kind: Kind }>, context: FaultContext): Promise<Response> {
  return effects[fault.kind as Kind](fault, context);
}

const CODES: Record<number, Exclude<GatewayErrorCode, 'safety_blocked'>> = {
  400: 'invalid_param',
  401: 'invalid_api_key',
  402: 'insufficient_balance',
  403: 'permission_denied',
  404: 'not_found',
  409: 'duplicate_out_task_id',
  413: 'request_entity_too_large',
  429: 'rate_limit_exceeded',
  500: 'internal_error',
  504: 'timeout',
};

function page(status: number): string {
  const title = status === 200 ? 'Welcome' : `${status} Error`;
  return `<!doctype html>\n<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center></body></html>\n`;
}

/** Every moment in the headers as a clock that is `ms` ahead would have written it. */
function skewed(response: Response, ms: number): Response {
  const { headers } = response;
  for (const name of ['date', 'retry-after']) {
    const moment = Date.parse(headers.get(name) ?? '');
    const isDate = /[a-z]/i.test(headers.get(name) ?? '');
    if (isDate && !Number.isNaN(moment)) headers.set(name, new Date(moment + ms).toUTCString());
  }
  const reset = headers.get('x-ratelimit-reset');
  if (reset !== null) headers.set('x-ratelimit-reset', String(Number(reset) + Math.round(ms / 1000)));
  return response;
}
