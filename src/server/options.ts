import type { Clock } from '../core/clock.js';
import type { Caps } from './caps.js';
import type { Endpoint, Exposable } from './routes.js';
import type { Limits, ProxyStore } from './store.js';

/** Who asks. */
export interface Authorization {
  /** The app's own id of the user, the same at each visit: a task belongs to it. */
  userId: string;
  /** What this user may do. @default the option `limits` */
  limits?: Limits;
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
  info(message: string, details?: ProxyEvent): void;
  warn(message: string, details?: ProxyEvent): void;
  error(message: string, details?: ProxyEvent): void;
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
  /**
   * Mandatory. `'public'` lets everybody in who can reach the address, at your expense: they are one
   * user, whose tasks are reached by whoever holds their ids, and `limits` count by address.
   */
  authorize: Authorize | 'public';
  /**
   * Signs the ids of tasks, so that a task is reached by the user who began it and nobody else. At
   * least 32 characters each, the same on all instances. Of a list the first signs and all are
   * believed: to change it, put the new one in front, and take the old one out after a day.
   * @default derived from `apiKey` when that is a string; else made by chance for this process, with a warning
   */
  secret?: string | readonly string[];
  /** What each user may do. @default no limit; for `'public'` 60 requests a minute and 20 tasks at once from an address */
  limits?: Limits;
  /** What one call may ask for, whoever asks. @default no cap */
  caps?: Caps;
  /** Where limits are counted; shared by all instances. @default the memory of this process */
  store?: ProxyStore;
  /**
   * The address that a `'public'` call comes from. Behind a load balancer read the header that it
   * writes, and only that one: any other can be written by the caller. Calls without an address
   * share one set of limits.
   * @default the connection's, where `toNodeHandler` knows it; else none
   */
  clientAddress?: (request: Request) => string | undefined;
  /**
   * The whole address of `<basePath>/webhook` as the gateway reaches it, for example
   * `https://app.example.com/api/bytespike/webhook`. Each submit then asks the gateway to tell of the end.
   * @default the gateway is not asked, and tasks are followed
   */
  callbackUrl?: string;
  /** With which the gateway signs what it tells. Without it a task that it names is read before anything is believed. */
  webhookSecret?: string;
  /** Time, for tests. */
  clock?: Clock;
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
