import type { Endpoint, Exposable } from './routes.js';

/** Who asks. */
export interface Authorization {
  /** The app's own id of the user; for events and, later, for what belongs to whom. */
  userId: string;
}

/**
 * Decides about one request, before its body is read. Leave the body alone: it can be read once.
 * Return who it is, or the `Response` to refuse with.
 */
export type Authorize = (request: Request) => Authorization | Response | Promise<Authorization | Response>;

type Maybe<T> = T | Promise<T>;

/** Exactly one of the two. Whatever they return never leaves this server except to the gateway. */
export type KeySource =
  | { apiKey: string | (() => Maybe<string>); keyFor?: never }
  | {
      apiKey?: never;
      /**
       * A key reaches one routing group, so an app that spans families holds several.
       * `model` is undefined for calls that name none: reading, following and cancelling a task.
       */
      keyFor: (model: string | undefined, endpoint: Endpoint) => Maybe<string>;
    };

/** Any console or structured logger. Gets no key, no prompt, no body. */
export interface Logger {
  info(message: string, details: ProxyEvent): void;
  warn(message: string, details: ProxyEvent): void;
  error(message: string, details: ProxyEvent): void;
}

/** One request, after its answer's headers were decided. */
export interface ProxyEvent {
  /** Ours; also in the answer's `x-request-id` when the answer is ours. */
  requestId: string;
  /** Absent when nothing in the table fits. */
  endpoint?: Endpoint;
  method: string;
  userId?: string;
  model?: string;
  /** What the browser got. */
  status: number;
  /** Present once the gateway answered. */
  upstreamStatus?: number;
  upstreamRequestId?: string;
  /** Why it was refused or what broke. */
  reason?: string;
  /** Present when a billable request went up and no answer could be had. */
  outcome?: 'unknown';
  /** Milliseconds until the answer's headers. */
  durationMs: number;
}

export interface SharedProxyOptions {
  /** Mandatory. `'public'` lets everybody in who can reach the address, at your expense. */
  authorize: Authorize | 'public';
  /** Where the gateway is; `http:` for loopback only. @default 'https://llm.bytespike.ai' */
  baseUrl?: string;
  /** Below which path the proxy is mounted. @default '/api/bytespike' */
  basePath?: string;
  /** Does the requests to the gateway. @default the platform's own */
  fetch?: (request: Request) => Promise<Response>;
  /** Free reads about the account, each closed until it is asked for. `balance` also lets the quota headers through. */
  expose?: { readonly [Name in Exposable]?: boolean };
  /** The only models that may be used. @default every model that the key reaches */
  models?: readonly string[];
  /** Other origins whose pages may call, for example `https://app.example.com`. They get CORS headers. @default none */
  allowedOrigins?: readonly string[];
  /** @default none */
  logger?: Logger;
  /** Called once for each request, for audit. What it throws is ignored. */
  onEvent?: (event: ProxyEvent) => void | Promise<void>;
}

export type ProxyOptions = KeySource & SharedProxyOptions;
