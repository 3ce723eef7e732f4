import type { Logger, ProxyEvent, SharedProxyOptions } from '../setup/options.js';

/** What became known of one request on its way through; the event is made of it. */
export type Trail = { -readonly [Name in keyof ProxyEvent]?: ProxyEvent[Name] };

export type Report = (event: ProxyEvent) => void;

/** Tells the app's log and audit. A listener that fails costs nobody an answer. */
export function createReport({ logger = failures, onEvent }: Pick<SharedProxyOptions, 'logger' | 'onEvent'>): Report {
  return (event) => {
    const level = levelOf(event);
    if (logger !== failures || level === 'error') quietly(() => logger[level](lineOf(event), event));
    quietly(() => onEvent?.(event));
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

function quietly(tell: () => unknown): void {
  // A listener may be async although its type says nothing of it.
  void Promise.resolve()
    .then(tell)
    .catch(() => {});
}
