import { toJson } from '../base/json.js';

/** One call to the gateway, or to the proxy before it. */
export interface Call {
  method: 'GET' | 'POST';
  /** Below the base, for example `/v1/tasks/submit`. */
  path: string;
  /** Sent as JSON, or as it is when it is a form or a file. */
  body?: unknown;
  signal?: AbortSignal | undefined;
  /**
   * Whether success costs money: a lost answer is then `billed: 'unknown'`. `'keyed'` has an
   * `Idempotency-Key` besides: what a proxy of ours calls lost for good is then not retryable.
   * @default false
   */
  billable?: boolean | 'keyed';
  headers?: Record<string, string>;
  /** Longest wait for the whole answer, in milliseconds. @default 30000 */
  timeoutMs?: number;
  /** Does this request in the place of what does all. */
  via?: ((request: Request) => Promise<Response>) | undefined;
}

/** Where calls go, and what the app sends with each. */
export interface Origin {
  /** Absolute. Throws when there is none. */
  baseUrl: () => string;
  headers: () => HeadersInit | Promise<HeadersInit>;
  credentials: RequestCredentials;
}

/** The call as it is sent. */
export async function requestOf(call: Call, options: Origin, signal: AbortSignal): Promise<Request> {
  const headers = new Headers(await options.headers());
  for (const [name, value] of Object.entries(call.headers ?? {})) headers.set(name, value);
  const { body } = call;
  const isReady = body instanceof FormData || body instanceof Blob;
  if (body !== undefined && !isReady) headers.set('content-type', 'application/json');
  const url = options.baseUrl() + call.path;
  const init = { method: call.method, headers, signal, ...(body === undefined ? {} : { body: isReady ? body : toJson(body) }) };
  try {
    return new Request(url, { ...init, credentials: options.credentials, cache: 'no-store' });
  } catch {
    // Cloudflare Workers refuse what they do not have, and have neither cookies nor a cache here.
    return new Request(url, init);
  }
}
