import { backoff } from '../base/backoff.js';
import { type Clock, sleep } from '../base/clock.js';
import type { Environment } from '../base/environment.js';
import { linked } from '../base/signals.js';
import { mergeSnapshots, type TaskSnapshot } from '../outcome/snapshot.js';
import { EVENTS_OFFER } from '../wire/proxy-headers.js';
import { listen } from '../wire/push.js';
import type { Transport } from '../wire/transport.js';
import type { Semaphore } from './concurrency.js';
import { createPushGate } from './push-gate.js';
import type { Pace } from './silence.js';

/** One stream for all tasks of the user, where the proxy offers it; open while there is a task to follow. */
export interface SharedStream {
  /** Takes part until the result is called, and hands over each reading of the task. */
  join(taskId: string, hear: (snapshot: TaskSnapshot) => void): () => void;
  /** Opens it, if it is offered and nothing speaks against it. */
  open(): void;
  /** Whether it tells of this task now. */
  carries(taskId: string): boolean;
  /** The same, once it is clear: a stream that is on its way, or a task just submitted, is waited for a little. */
  willCarry(taskId: string, patienceMs: number, signal: AbortSignal): Promise<boolean>;
  /** Calls back whenever it may have begun or ceased to tell of the task. */
  onChange(taskId: string, look: () => void): () => void;
  /** Until such a change fulfils the condition, `ms` have passed, or `signal` aborts. */
  until(taskId: string, condition: () => boolean, ms: number, signal: AbortSignal): Promise<void>;
}

interface SharedStreamOptions {
  transport: Transport;
  clock: Clock;
  random: () => number;
  environment: Environment;
  pace: Pace;
  /** It takes one of these places when there is one, and does without when there is none. */
  streams: Semaphore;
  interpret(frame: unknown): TaskSnapshot | undefined;
}

interface Member {
  hear: (snapshot: TaskSnapshot) => void;
  /** Those who wait for a change. */
  waiting: Set<() => void>;
}

/** One connection: of which tasks it told, and whether anything came at all. */
interface OpenStream {
  controller: AbortController;
  openedAt: number;
  told: Map<string, TaskSnapshot>;
  isLive: boolean;
}

const PATH = '/v1/tasks/events';
/** Tasks wait this long for a connection before they are followed by themselves. */
const CONNECT_MS = 2000;
/** One that lived this long was no failure. */
const LIVED_MS = 10_000;

export function createSharedStream(options: SharedStreamOptions): SharedStream {
  const { transport, clock, random, environment, pace } = options;
  const members = new Map<string, Member>();
  const gate = createPushGate(clock);
  let connection: OpenStream | undefined;
  let lastEventId: string | undefined;
  let failures = 0;
  let retry: { timer: unknown; at: number } | undefined;
  let unlisten = () => {};

  const isOffered = () => transport.offers()?.includes(EVENTS_OFFER) ?? false;
  const isPossible = () => isOffered() && environment.isOnline() && !environment.isHidden();
  /** Whether there will be a connection soon. One that is held up counts no longer. */
  function isComing(): boolean {
    if (connection !== undefined) return connection.isLive || clock.now() < connection.openedAt + CONNECT_MS;
    return retry !== undefined && retry.at <= clock.now() + CONNECT_MS && isPossible();
  }

  function open(): void {
    if (connection !== undefined || retry !== undefined || members.size === 0 || !isPossible()) return;
    const silence = Math.max(gate.wait(), pace.wait());
    if (silence > 0) plan(silence);
    // Whatever breaks it, tasks are followed by themselves then.
    else run().catch(close);
  }

  function plan(ms: number): void {
    const timer = clock.setTimeout(() => {
      retry = undefined;
      open();
    }, ms);
    retry = { timer, at: clock.now() + ms };
  }

  function unplan(): void {
    clock.clearTimeout(retry?.timer);
    retry = undefined;
  }

  /** With a new connection in place of the one that may be dead, all tasks are known by one request. */
  function reopen(): void {
    if (!isPossible() || pace.wait() > 0) return open();
    unplan();
    close();
    open();
  }

  function close(): void {
    connection?.controller.abort();
    connection = undefined;
    tellAll();
  }

  function tellAll(): void {
    for (const { waiting } of members.values()) for (const look of [...waiting]) look();
  }

  async function run(): Promise<void> {
    const mine: OpenStream = { controller: new AbortController(), openedAt: clock.now(), told: new Map(), isLive: false };
    connection = mine;
    const { signal } = mine.controller;
    const release = options.streams.tryTake();
    const onSound = () => {
      if (mine.isLive) return;
      mine.isLive = true;
      tellAll();
    };
    const onData = (frame: unknown, id: string | undefined) => {
      lastEventId = id ?? lastEventId;
      const snapshot = options.interpret(frame);
      if (snapshot !== undefined && !signal.aborted) tell(mine, snapshot);
    };
    try {
      await listen(transport, clock, { path: PATH, lastEventId }, { onSound, onData }, signal);
    } catch (error) {
      if (!signal.aborted) {
        gate.refuse(error);
        pace.heed(error);
      }
    } finally {
      release?.();
    }
    if (connection !== mine) return;
    connection = undefined;
    if (clock.now() - mine.openedAt >= LIVED_MS) failures = 0;
    if (members.size > 0) plan(Math.max(backoff(failures, random), gate.wait(), pace.wait()));
    failures++;
    tellAll();
  }

  function tell({ told }: OpenStream, reading: TaskSnapshot): void {
    const { taskId } = reading;
    // Also of tasks that nobody follows yet: news may overtake the answer to the submit.
    const snapshot = mergeSnapshots(told.get(taskId), reading);
    told.set(taskId, snapshot);
    const member = members.get(taskId);
    member?.hear(snapshot);
    for (const look of [...(member?.waiting ?? [])]) look();
  }

  const carries = (taskId: string) => connection?.told.has(taskId) ?? false;

  function onChange(taskId: string, look: () => void): () => void {
    const waiting = members.get(taskId)?.waiting;
    waiting?.add(look);
    return () => void waiting?.delete(look);
  }

  async function until(taskId: string, condition: () => boolean, ms: number, signal: AbortSignal): Promise<void> {
    if (condition()) return;
    const over = linked(signal);
    const leave = onChange(taskId, () => condition() && over.abort());
    await sleep(clock, ms, over.signal);
    over.abort();
    leave();
  }

  return {
    open,
    carries,
    onChange,
    until,
    async willCarry(taskId, patienceMs, signal) {
      const isLive = () => connection?.isLive ?? false;
      if (!isLive() && isComing()) await until(taskId, () => isLive() || !isComing(), CONNECT_MS, signal);
      if (!carries(taskId) && isLive()) await until(taskId, () => carries(taskId) || !isLive(), patienceMs, signal);
      return carries(taskId);
    },
    join(taskId, hear) {
      if (members.size === 0) {
        // A connection that slept through something cannot be trusted to say so.
        const stops = [environment.onWake(reopen), environment.onOffline(close)];
        unlisten = () => stops.forEach((stop) => stop());
      }
      const member: Member = { hear, waiting: new Set() };
      members.set(taskId, member);
      const known = connection?.told.get(taskId);
      if (known !== undefined) hear(known);
      open();
      return () => {
        if (members.get(taskId) === member) members.delete(taskId);
        if (members.size > 0) return;
        unlisten();
        unplan();
        close();
      };
    },
  };
}
