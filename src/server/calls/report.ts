import type { Endpoint } from './routes.js';

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

/** What became known of one request on its way through; the event is made of it. */
export type Trail = { -readonly [Name in keyof ProxyEvent]?: ProxyEvent[Name] };

type Report = (event: ProxyEvent) => void;

/** Whom the app wants told. */
interface Listeners {
  logger?: Logger;
  onEvent?: (event: ProxyEvent) => void | Promise<void>;
}

/** Tells the app's log and audit. A listener that fails costs nobody an answer. */
export function createReport({ logger = failures, onEvent }: Listeners): Report {
  return (event) => {
    const level = levelOf(event);
    if (logger !== failures || level === 'error') ignoringErrors(() => logger[level](lineOf(event), event));
    ignoringErrors(() => onEvent?.(event));
  };
}

const platform: Pick<Console, 'error'> = console;

/** Without a logger of the app's: what strangers can cause at will fills no log. */
const failures: Logger = { info() {}, warn() {}, error: (message) => platform.error(message) };

function levelOf({ status }: ProxyEvent): keyof Logger {
  if (status >= 500) return 'error';
  return status >= 400 ? 'warn' : 'info';
}

function lineOf({ endpoint, method, status, reason }: ProxyEvent): string {
  const line = `bytespike: ${method} ${endpoint ?? 'off the table'}: ${status}`;
  return reason === undefined ? line : `${line}. ${reason}`;
}

function ignoringErrors(tell: () => unknown): void {
  // A listener may be async although its type says nothing of it.
  void Promise.resolve()
    .then(tell)
    .catch(() => {});
}
