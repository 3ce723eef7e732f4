import type { Environment } from '../base/environment.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import { createStreamAttempts, type StreamAttemptsOptions } from './stream-attempts.js';
import { createStreamConnection, type StreamConnection, type StreamConnectionOptions } from './stream-connection.js';
import type { StreamMembers } from './stream-members.js';

/** The connection below the stream of all tasks. */
export interface SharedLine {
  /** Opens it, if it is offered and nothing speaks against it. */
  open(): void;
  /** What this connection told of a task. */
  told(taskId: string): TaskSnapshot | undefined;
  /** Whether it tells of this task, once that is clear: a connection that is on its way, or a task just submitted, is waited for a little. */
  willCarry(taskId: string, patienceMs: number, signal: AbortSignal): Promise<boolean>;
  /** Minds what becomes of the page, until the result is called, which closes it. */
  watch(): () => void;
}

export interface SharedLineOptions extends StreamConnectionOptions, StreamAttemptsOptions {
  environment: Environment;
  /** Whether the proxy has such a stream. */
  isOffered: () => boolean;
}

/** Tasks wait this long for a connection before they are followed by themselves. */
const CONNECT_MS = 2000;

export function createSharedLine(options: SharedLineOptions, members: StreamMembers): SharedLine {
  const { clock, environment, pace, isOffered } = options;
  const attempts = createStreamAttempts(options, open);
  let connection: StreamConnection | undefined;
  let lastEventId: string | undefined;

  const isPossible = () => isOffered() && environment.isOnline() && !environment.isHidden();
  const isLive = () => connection?.isLive() ?? false;
  const told = (taskId: string) => connection?.told(taskId);
  const carries = (taskId: string) => told(taskId) !== undefined;
  /** Whether there will be a connection soon. One that is held up counts no longer. */
  function isComing(): boolean {
    if (connection !== undefined) return isLive() || clock.now() < connection.openedAt + CONNECT_MS;
    return attempts.isPlanned(CONNECT_MS) && isPossible();
  }

  function open(): void {
    if (connection !== undefined || attempts.isPlanned() || members.isEmpty() || !isPossible()) return;
    const silence = attempts.silence();
    if (silence > 0) attempts.plan(silence);
    else connect();
  }

  function connect(): void {
    const { tell, tellAll } = members;
    const mine = createStreamConnection(options, { onLive: tellAll, onReading: tell, onEventId: (id) => (lastEventId = id) });
    connection = mine;
    // Whatever breaks it, tasks are followed by themselves then.
    mine.listen(lastEventId).catch(attempts.refuse).then(() => ended(mine)).catch(close);
  }

  function ended(mine: StreamConnection): void {
    if (connection !== mine) return;
    connection = undefined;
    const wait = attempts.next(clock.now() - mine.openedAt);
    if (!members.isEmpty()) attempts.plan(wait);
    members.tellAll();
  }

  /** With a new connection in place of the one that may be dead, all tasks are known by one request. */
  function reopen(): void {
    if (!isPossible() || pace.wait() > 0) return open();
    attempts.cancel();
    close();
    open();
  }

  function close(): void {
    connection?.close();
    connection = undefined;
    members.tellAll();
  }

  function watch(): () => void {
    // A connection that slept through something cannot be trusted to say so.
    const stops = [environment.onWake(reopen), environment.onOffline(close), attempts.cancel, close];
    return () => stops.forEach((stop) => stop());
  }

  return {
    open,
    told,
    watch,
    async willCarry(taskId, patienceMs, signal) {
      const { until } = members;
      if (!isLive() && isComing()) await until(taskId, () => isLive() || !isComing(), CONNECT_MS, signal);
      if (!carries(taskId) && isLive()) await until(taskId, () => carries(taskId) || !isLive(), patienceMs, signal);
      return carries(taskId);
    },
  };
}
