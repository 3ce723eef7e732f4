import type { Clock } from '../../core/base/clock.js';
import type { WireShape } from '../../core/wire/bodies.js';
import type { Logger, ProxyEvent } from '../calls/report.js';
import type { Exposable } from '../calls/routes.js';
import type { TextOptions } from '../calls/text-fields.js';
import type { OnAsset } from '../results/finish.js';
import type { Caps } from '../spend/caps.js';
import type { Limits, ProxyStore } from '../store/store.js';
import type { UploadOptions } from '../uploads/uploads.js';
import type { KeySource } from '../upstream/keys.js';
import type { Authorize } from '../users/authorize.js';
import type { RequestedHost } from '../users/origin.js';

export interface SharedProxyOptions {
  /**
   * Mandatory. `'public'` lets everybody in who can reach the address, at your expense: they are one
   * user, whose tasks are reached by whoever holds their ids, and `limits` count by address.
   */
  authorize: Authorize | 'public';
  /**
   * A stream that is open is for who may still see it: `authorize` is asked again, with the request
   * that opened it, before news are told, once a second at most, and so often while there are none.
   * The stream ends when it says no, names another user, fails, or does not answer in 10 seconds. Seconds.
   * @default 30
   */
  authorizeEvery?: number;
  /**
   * Signs the ids of tasks, so that a task is reached by the user who began it and nobody else. At
   * least 32 characters each, the same on all instances. Of a list the first signs and all are
   * believed: to change it, put the new one in front, and take the old one out after a day.
   * @default derived from `apiKey` when that is a string; else made by chance for this process, with a warning
   */
  secret?: string | readonly string[] | undefined;
  /** What each user may do. @default no limit; for `'public'` 60 requests a minute and 20 tasks at once from an address */
  limits?: Limits;
  /** What one call may ask for, whoever asks. @default no cap */
  caps?: Caps;
  /**
   * US dollars that one image or film of a model counts which the built-in catalog does not have: the
   * most that one can cost. Without it `caps` and `limits.spend` refuse such a model.
   */
  costPerResult?: Readonly<Record<string, number>>;
  /** Where limits are counted; shared by all instances. @default the memory of this process */
  store?: ProxyStore;
  /**
   * The address that a `'public'` call comes from. Behind a load balancer read the header that it
   * writes, and only that one: any other can be written by the caller. Of `Forwarded` its `for` counts. Ports, brackets and zones are
   * taken off, IPv6 counts by its /64, and of a list its last. Calls without an address, and with
   * something that is none, share one set of limits.
   * @default the connection's, where `toNodeHandler` knows it; else none
   */
  clientAddress?: (request: Request) => string | null | undefined;
  /**
   * The host that the browser asked for, port included. A browser that says nothing of the page
   * (`Sec-Fetch-Site`) has it compared with the page's `Origin`. Behind a load balancer that puts a
   * name of its own into `Host`, read the header that it writes, for example
   * `(request) => request.headers.get('x-forwarded-host')`, and only where every call comes through
   * it. Of a list its last, of `Forwarded` its `host`; where there is none, the default.
   * @default `Host`, and the address of the request where the server was told its public name
   */
  requestedHost?: RequestedHost;
  /**
   * The whole address of `<basePath>/webhook` as the gateway reaches it, for example
   * `https://app.example.com/api/bytespike/webhook`. Each submit then asks the gateway to tell of the end.
   * @default the gateway is not asked, and tasks are followed
   */
  callbackUrl?: string | undefined;
  /** With which the gateway signs what it tells. Without it a task that it names is read before anything is believed. */
  webhookSecret?: string | undefined;
  /**
   * Makes an image that comes with an `Idempotency-Key` as a task of the gateway's, so that it is
   * found and not made again after the instance that began it has died. The answer has the shape of
   * a synchronous one; `revised_prompt` is in it only where the gateway says it of tasks. Edits,
   * conversations, base64 answers and models that the gateway takes for no task are made
   * synchronously: of those the outcome is then unknown.
   * @default whether `store` outlives the process, as the Redis store does
   */
  imagesAsTasks?: boolean;
  /** The shape in which submits go to the gateway: parameters beside `model`, or under `params`. @default as the client sent them */
  wire?: WireShape;
  /**
   * Lets text models be used beside generation: `/v1/messages`, `/v1/chat/completions`,
   * `/v1/embeddings`, `/v1/rerank`. `models` does not hold for them; this list does.
   * @default no text
   */
  text?: TextOptions;
  /**
   * Leads results through the proxy: `GET <basePath>/assets/<signed>`, for the user alone who was
   * given the address. Without it, and for results on other hosts, the browser gets the gateway's own
   * links.
   * @default results are loaded from the gateway's CDN
   */
  assets?: {
    /** The names of the gateway's CDN, for example `['cdn.example.com', '*.media.example.com']`. */
    hosts: readonly string[];
    /** Of one result. @default 512 MiB */
    maxBytes?: number;
    /**
     * Where browsers reach the proxy, if something before it takes a part of the path off: `basePath`
     * of Next.js, `app.mount` of Hono, a load balancer. @default the option `basePath`
     */
    path?: string | undefined;
  };
  /**
   * Opens `POST <basePath>/uploads`: pictures that users bring along, whole PNG, JPEG or WebP, are kept
   * and answered with an address at which the gateway can read them, for a time.
   * @default no uploads
   */
  uploads?: UploadOptions;
  /**
   * Called with each result when the gateway first names it, to copy it to storage of your own: the
   * gateway's link dies after 24 hours. What it returns is what the browser gets in its place; the
   * answer waits for it, up to a minute. Called again by another instance, after a restart, and after
   * it failed: name the copy by `taskId` and `index`.
   */
  onAsset?: OnAsset;
  /** How long it is waited for the gateway, the CDN and the client. Seconds. */
  timeouts?: {
    /** For the head of an answer, and for an answer that is read whole. Of a call that costs money the outcome is then unknown. @default 120 */
    answer?: number;
    /** Without a byte of a stream; heartbeats count. The stream is cut off, and a task is not touched. @default 60 */
    idle?: number;
    /** For a client to take what is there; for an asset it is ten minutes. @default 60 */
    stalled?: number;
    /** Without a byte of a request's body; four times as long for all of it. It is then refused with 408. @default 30 */
    body?: number;
  };
  /**
   * US dollars in one unit of the figures that the gateway calls credits. What a client of its own is
   * told of the same gateway (`createClient`) must be the same.
   * @default 1
   */
  usdPerCredit?: number;
  /** Time, for tests. */
  clock?: Clock;
  /** Where the gateway is; `http:` for loopback only. @default 'https://llm.bytespike.ai' */
  baseUrl?: string | undefined;
  /** Below which path the proxy is mounted. @default '/api/bytespike' */
  basePath?: string | undefined;
  /** Does the requests to the gateway. @default the platform's own */
  fetch?: (request: Request) => Promise<Response>;
  /**
   * Free reads about the account, each closed until it is asked for. `balance: true` shows the wallet,
   * also by the quota headers of every answer; `'budget'` shows each user what is left of the own
   * `limits.spend`, and nothing of the wallet.
   */
  expose?: { readonly [Name in Exposable]?: boolean | (Name extends 'balance' ? 'budget' : never) };
  /** The only models that may be used. @default every model that the key reaches */
  models?: readonly string[];
  /** Other origins whose pages may call, for example `https://app.example.com`. They get CORS headers. @default none */
  allowedOrigins?: readonly string[];
  /** @default the console, for what failed on this side alone: status 500 and above, and what is wrong with the options */
  logger?: Logger;
  /** Called once for each request, for audit. What it throws is ignored. */
  onEvent?: (event: ProxyEvent) => void | Promise<void>;
}

export type ProxyOptions = KeySource & SharedProxyOptions;
