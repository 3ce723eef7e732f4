import { BytespikeError, type GatewayErrorCode, type ProxyErrorCode, type UploadErrorCode } from '../base/errors.js';
import { isBlocked } from '../outcome/blocked.js';
import { OFFER_HEADER, OUTCOME_HEADER } from './proxy-headers.js';

type RefusalCode = GatewayErrorCode | ProxyErrorCode | UploadErrorCode;

const BY_STATUS: Record<number, GatewayErrorCode> = {
  400: 'invalid_param',
  401: 'invalid_api_key',
  402: 'insufficient_balance',
  403: 'permission_denied',
  404: 'not_found',
  409: 'duplicate_out_task_id',
  413: 'request_entity_too_large',
  422: 'invalid_param',
  429: 'rate_limit_exceeded',
  451: 'safety_blocked',
  500: 'internal_error',
  502: 'api_error',
  503: 'api_error',
  504: 'timeout',
};

const CODES = new Set<string>([
  ...Object.values(BY_STATUS),
  'model_not_found',
  'unsupported_model',
  'quota_exceeded',
  'model_not_in_group',
  'task_not_found',
  'concurrency_limit',
  'missing_api_key',
  'unsupported_image',
  'upload_limit',
]);

const REMEDY: Partial<Record<RefusalCode, string>> = {
  invalid_api_key: 'Check the key that your proxy adds.',
  not_signed_in: 'Sign in again.',
  insufficient_balance: 'Top up the wallet and send it again.',
  quota_exceeded: 'The cap of this key is reached: raise it, or wait for the next window.',
  permission_denied: 'The key or the user is not allowed to do this.',
  model_not_in_group: 'The key belongs to another routing group: let the proxy choose a key by model.',
  request_entity_too_large: 'Shorten the prompt or shrink the image.',
  safety_blocked: 'Change the prompt and send it again.',
};

interface FailedAnswer {
  status: number;
  headers: Headers;
  /** Parsed when it was JSON, else the text. */
  body: unknown;
  /** Whether the call costs money when it succeeds; `'keyed'` when it has a key besides. */
  billable: boolean | 'keyed';
  /** This machine's time at which the answer arrived; milliseconds since the epoch. */
  receivedAt: number;
  /** What was asked, and below which address; for the words alone. */
  path?: string;
  baseUrl?: string;
  /** Where a redirect led, if there was one. */
  redirectedTo?: string | undefined;
}

/** An answer that is no success, or that is no JSON, as the one error type: OpenAI's, Anthropic's and Google's envelopes, or a page of HTML. */
export function errorFromAnswer(answer: FailedAnswer): BytespikeError {
  const { status, headers } = answer;
  if (status < 300) return notJson(answer);
  const envelope = readEnvelope(answer.body);
  const code = codeIn(answer, envelope);
  const said = envelope?.message ?? reasonFor(code, answer);
  const remedy = REMEDY[code];
  // A page from something between us and the gateway does not say whether the gateway did the work.
  const saidLost = headers.get(OUTCOME_HEADER) === 'unknown';
  const lost = answer.billable !== false && code !== 'safety_blocked' && (saidLost || (status >= 502 && envelope === undefined));
  // The same key would be told the same.
  const isFinal = answer.billable === 'keyed' && saidLost;
  return new BytespikeError({
    code,
    message: remedy === undefined ? said : `${said} ${remedy}`,
    billed: lost ? 'unknown' : 'no',
    // What the server lacks will not appear while we wait, and what the filter stopped it stops again.
    retryable: !FINAL.has(code) && !isFinal && (status === 429 || status >= 500),
    retryAt: retryAt(code, headers, answer.receivedAt),
    status,
    field: envelope?.param,
    requestId: headers.get('x-request-id') ?? undefined,
  });
}

const FINAL = new Set<RefusalCode>(['invalid_api_key', 'missing_api_key', 'safety_blocked']);

/**
 * Whose refusal it is. The gateway and our proxy speak in envelopes; a 401 in none is the app's own
 * session, as is each that our proxy lets pass, which tells the gateway's as 500. A path that is not
 * there, in no envelope, was never seen by a proxy.
 */
function codeIn({ status, headers }: FailedAnswer, envelope: Envelope | undefined): RefusalCode {
  const isOurs = headers.has(OFFER_HEADER);
  if (status === 401 && envelope?.code !== 'invalid_api_key' && (isOurs || envelope?.type === undefined)) return 'not_signed_in';
  if ((status === 404 || status === 405) && !isOurs && envelope === undefined) return 'proxy_not_found';
  return codeOf(status, envelope?.code);
}

function reasonFor(code: RefusalCode, { status, path = 'The address', baseUrl }: FailedAnswer): string {
  if (code === 'not_signed_in') return `Nobody is signed in, or the session has ended: the app itself answered ${status}.`;
  if (code === 'proxy_not_found') {
    return `No proxy answers ${path} below ${baseUrl}: it is ${status}, and the page is the app's own. Mount the proxy there, or correct \`baseUrl\` of createClient; a proxy of your own making has to let this path through.`;
  }
  return `The gateway answered ${status} without a reason.`;
}

/** A success that holds nothing: a page of the app's, or of whatever stands before the proxy. */
function notJson({ status, headers, billable, path, baseUrl, redirectedTo }: FailedAnswer): BytespikeError {
  const isPage = /html/i.test(headers.get('content-type') ?? '') && !headers.has(OFFER_HEADER);
  const code = !isPage ? 'invalid_response' : redirectedTo === undefined ? 'proxy_not_found' : 'not_signed_in';
  const words = {
    invalid_response: `${path} answered ${status} with something that is not JSON. Check that the proxy forwards this path to the gateway.`,
    proxy_not_found: `${path} answered ${status} with a page: no proxy answers below ${baseUrl}, or something stands before it. Mount the proxy there, or correct \`baseUrl\` of createClient.`,
    not_signed_in: `${path} was redirected to the page ${redirectedTo}, as apps do without a session. Sign in again; or let whatever redirects leave ${baseUrl} to the proxy.`,
  };
  return new BytespikeError({
    code,
    message: words[code],
    billed: billable === false ? 'no' : 'unknown',
    retryable: true,
    status,
    requestId: headers.get('x-request-id') ?? undefined,
  });
}

function codeOf(status: number, said = ''): RefusalCode {
  if (CODES.has(said)) return said as RefusalCode;
  if (isBlocked(said)) return 'safety_blocked';
  return BY_STATUS[status] ?? (status >= 500 ? 'api_error' : 'invalid_param');
}

interface Envelope {
  code?: string;
  /** Of the three vendors each has one, under one of two names. */
  type?: string;
  message: string;
  param?: string;
}

function readEnvelope(body: unknown): Envelope | undefined {
  const error = field(body, 'error');
  const message = field(error, 'message');
  if (typeof message !== 'string') return undefined;
  const [code, param] = [field(error, 'code'), field(error, 'param')];
  const type = field(error, 'type') ?? field(error, 'status');
  return {
    message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof type === 'string' ? { type } : {}),
    ...(typeof param === 'string' ? { param } : {}),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** A spend bucket may refill in days; it is asked again sooner, in case of a top-up. */
const LONGEST_RESET_MS = 5 * 60_000;
/** More than thirty years, which are nine digits of seconds, is no moment that anybody means. */
const LONGEST_SILENCE_MS = 1e12;

/**
 * `Retry-After` (seconds or a date), as this machine's time; for an empty spend bucket else
 * `X-RateLimit-Reset` (Unix seconds), which every other answer carries too and means nothing there.
 * Dates are read against the server's own `Date`, so that a wrong clock here changes nothing. What has passed is now.
 */
function retryAt(code: RefusalCode, headers: Headers, receivedAt: number): number | undefined {
  const serverNow = httpDate(headers.get('date') ?? '');
  const skew = Number.isNaN(serverNow) ? 0 : receivedAt - serverNow;
  const after = headers.get('retry-after')?.trim() ?? '';
  // A header that came twice is a list.
  const seconds = after.split(/\s*,\s*/);
  if (seconds.every((each) => /^\d{1,9}(\.\d+)?$/.test(each))) return receivedAt + Math.max(...seconds.map(Number)) * 1000;
  const date = httpDate(after) + skew;
  if (date < receivedAt + LONGEST_SILENCE_MS) return Math.max(date, receivedAt);
  const reset = headers.get('x-ratelimit-reset')?.trim();
  if (code !== 'rate_limit_exceeded' || reset === undefined || !/^\d+$/.test(reset)) return undefined;
  return Math.max(receivedAt, Math.min(Number(reset) * 1000 + skew, receivedAt + LONGEST_RESET_MS));
}

/**
 * A moment in any of the three ways of HTTP, or in ISO 8601; `NaN` for what is none: of others
 * `Date.parse` makes up one, of `-5` a day in May. Where no zone is told it is GMT, not this machine's.
 */
function httpDate(text: string): number {
  if (!/^([A-Z][a-z]+,? |\d{4}-).*\d\d:\d\d:\d\d/.test(text)) return Number.NaN;
  return Date.parse(/:\d\d( \d{4})?$/.test(text) ? `${text} GMT` : text);
}
