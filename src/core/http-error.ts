import { isBlocked } from './blocked.js';
import { BytespikeError, type GatewayErrorCode } from './errors.js';

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

const GATEWAY_CODES = new Set<string>([
  ...Object.values(BY_STATUS),
  'model_not_found',
  'unsupported_model',
  'quota_exceeded',
  'model_not_in_group',
  'task_not_found',
  'concurrency_limit',
]);

const REMEDY: Partial<Record<GatewayErrorCode, string>> = {
  invalid_api_key: 'Sign in again, or check the key that your proxy adds.',
  insufficient_balance: 'Top up the wallet and send it again.',
  quota_exceeded: 'The cap of this key is reached: raise it, or wait for the next window.',
  permission_denied: 'The key or the user is not allowed to do this.',
  model_not_in_group: 'The key belongs to another routing group: let the proxy choose a key by model.',
  request_entity_too_large: 'Shorten the prompt or shrink the image.',
  safety_blocked: 'Change the prompt and send it again.',
};

/** What a proxy of ours says when a billable request went up and no answer came down. */
export const OUTCOME_HEADER = 'x-bytespike-outcome';

export interface FailedAnswer {
  status: number;
  headers: Headers;
  /** Parsed when it was JSON, else the text. */
  body: unknown;
  /** Whether the call costs money when it succeeds; `'keyed'` when it has a key besides. */
  billable: boolean | 'keyed';
  /** This machine's time at which the answer arrived; milliseconds since the epoch. */
  receivedAt: number;
}

/** A non-2xx answer as the one error type: OpenAI's, Anthropic's and Google's envelopes, or a page of HTML. */
export function errorFromAnswer(answer: FailedAnswer): BytespikeError {
  const { status, headers } = answer;
  const envelope = readEnvelope(answer.body);
  const code = codeOf(status, envelope?.code);
  const said = envelope?.message ?? `The gateway answered ${status} without a reason.`;
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
    // A key that the server lacks will not appear while we wait, and what the filter stopped it stops again.
    retryable: code !== 'invalid_api_key' && code !== 'safety_blocked' && !isFinal && (status === 429 || status >= 500),
    retryAt: retryAt(code, headers, answer.receivedAt),
    status,
    field: envelope?.param,
    requestId: headers.get('x-request-id') ?? undefined,
  });
}

function codeOf(status: number, said = ''): GatewayErrorCode {
  if (GATEWAY_CODES.has(said)) return said as GatewayErrorCode;
  if (isBlocked(said)) return 'safety_blocked';
  return BY_STATUS[status] ?? (status >= 500 ? 'api_error' : 'invalid_param');
}

interface Envelope {
  code?: string;
  message: string;
  param?: string;
}

function readEnvelope(body: unknown): Envelope | undefined {
  const error = field(body, 'error');
  const message = field(error, 'message');
  if (typeof message !== 'string') return undefined;
  const [code, param] = [field(error, 'code'), field(error, 'param')];
  return {
    message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof param === 'string' ? { param } : {}),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** A spend bucket may refill in days; it is asked again sooner, in case of a top-up. */
const LONGEST_RESET_MS = 5 * 60_000;

/**
 * `Retry-After` (seconds or a date), as this machine's time; for an empty spend bucket else
 * `X-RateLimit-Reset` (Unix seconds), which every other answer carries too and means nothing there.
 * Dates are read against the server's own `Date`, so that a wrong clock here changes nothing.
 */
function retryAt(code: GatewayErrorCode, headers: Headers, receivedAt: number): number | undefined {
  const serverNow = Date.parse(headers.get('date') ?? '');
  const skew = Number.isNaN(serverNow) ? 0 : receivedAt - serverNow;
  const after = headers.get('retry-after')?.trim();
  // More than thirty years is no moment that anybody means, or that a calendar has.
  if (after !== undefined && /^\d{1,9}(\.\d+)?$/.test(after)) return receivedAt + Number(after) * 1000;
  const date = after === undefined ? Number.NaN : Date.parse(after);
  if (!Number.isNaN(date)) return date + skew;
  const reset = headers.get('x-ratelimit-reset')?.trim();
  if (code !== 'rate_limit_exceeded' || reset === undefined || !/^\d+$/.test(reset)) return undefined;
  return Math.min(Number(reset) * 1000 + skew, receivedAt + LONGEST_RESET_MS);
}
