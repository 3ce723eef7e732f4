import { backoff } from '../base/backoff.js';
import { type Clock, sleep } from '../base/clock.js';
import type { Environment } from '../base/environment.js';
import { type BytespikeError, isBytespikeError } from '../base/errors.js';
import { linked } from '../base/signals.js';
import { mergeSnapshots, type TaskSnapshot } from '../outcome/snapshot.js';
import { type Connection, isSettled, isTerminal } from '../outcome/status.js';
import { listen } from '../wire/push.js';
import type { Transport } from '../wire/transport.js';
import { nextRead } from './cadence.js';
import type { Semaphore } from './concurrency.js';
import type { Doubt } from './doubt.js';
import type { Expectation } from './expected-wait.js';
import type { PushGate } from './push-gate.js';
import type { SharedStream } from './shared-stream.js';
import type { Pace } from './silence.js';

/** What one follow knows. `error` says why news is late, or why it will not come; never that the task failed. */
export interface FollowState {
  snapshot: TaskSnapshot | undefined;
  connection: Connection;
  error: BytespikeError | undefined;
}

export interface FollowContext {
  transport: Transport;
  clock: Clock;
  random: () => number;
  environment: Environment;
  push: PushGate;
  pace: Pace;
  doubt: Doubt;
  /** One stream for all tasks, where there may be one. */
  shared?: SharedStream | undefined;
  /** Places for streams that stay open. */
  streams: Semaphore;
  /** Places for reads. */
  reads: Semaphore;
  /** One reading of the task, straight from the gateway. */
  read(signal: AbortSignal): Promise<TaskSnapshot>;
  /** A frame of the stream as a reading; `undefined` for what is none. */
  interpret(frame: unknown): TaskSnapshot | undefined;
  /** How long the task should take, given the latest reading. */
  expect(snapshot: TaskSnapshot | undefined): Expectation;
}

interface FollowOptions {
  taskId: string;
  snapshot: TaskSnapshot | undefined;
  /** Seconds since the submit, when the follow begins. */
  elapsed: number;
  emit: (state: FollowState) => void;
  signal: AbortSignal;
}

/** Failed reads in a row before the person is told. */
const TOLD_AFTER = 6;
/** A browser that believes to be offline can be wrong: it is asked again this often. */
const OFFLINE_MS = 30_000;
/** A task that stays unknown this often is not going to appear; of one that was seen, a refusal this often is meant. */
const REFUSAL_LIMIT = 4;
/** So soon after its submit nothing has happened to a task. */
const FRESH_SECONDS = 1;
/** Of a task whose submit was answered before this, the shared stream has told with its first words. */
const TOLD_MS = 250;
/** A task that goes on for twice its usual wait is read this often, whatever the shared stream says. */
const DOUBT_MS = 60_000;
/** A completed task whose links have not arrived is asked again this often. */
const MISSING_ASSETS_LIMIT = 3;

export interface Follow {
  /** Resolves at the task's end, when it proves not to exist or not to be shown to us (`error` is then set), or when `signal` aborts. */
  done: Promise<void>;
  /** Takes a reading that came another way, such as the answer to a cancel. */
  see(snapshot: TaskSnapshot): void;
}

/**
 * Follows one task until it ends: by the stream of all tasks where there is one, else by its own,
 * by reads shaped by the expected wait when push fails, and back to push when it can. Stopping it
 * does not stop the task.
 */
export function follow(context: FollowContext, options: FollowOptions): Follow {
  const { clock, environment } = context;
  const { emit } = options;
  const begun = clock.now() - options.elapsed * 1000;
  // Aborts whatever is waiting, once there is nothing left to wait for.
  const finished = linked(options.signal);
  const { signal } = finished;
  let state: FollowState = { snapshot: options.snapshot, connection: 'idle', error: undefined };
  let failures = 0;
  let refusals = 0;
  let missingAssets = 0;
  let gone = false;
  let streaming = false;
  let isCompared = false;

  const update = (change: Partial<FollowState>) => {
    const next = { ...state, ...change };
    const changed = (Object.keys(next) as (keyof FollowState)[]).some((key) => next[key] !== state[key]);
    state = next;
    if (changed && !options.signal.aborted) emit(state);
  };

  const see = (snapshot: TaskSnapshot) => {
    failures = 0;
    refusals = 0;
    const connection = isLive() ? 'live' : 'polling';
    update({ snapshot: mergeSnapshots(state.snapshot, snapshot), connection, error: undefined });
    compare();
    // Its answer may have been the first to say that there is such a stream.
    context.shared?.open();
    if (ended()) finished.abort();
  };

  const ended = () => {
    const { snapshot } = state;
    if (options.signal.aborted || gone) return true;
    return snapshot !== undefined && (isSettled(snapshot) || missingAssets >= MISSING_ASSETS_LIMIT);
  };

  /** What the wait of this task says of what was said of it. Of one that was found again nobody saw all of it. */
  function compare(): void {
    const { snapshot } = state;
    const isOver = snapshot?.status === 'completed';
    const saysNothing = snapshot === undefined || (isTerminal(snapshot.status) && !isOver);
    if (saysNothing || isCompared || options.elapsed >= FRESH_SECONDS) return;
    isCompared = context.doubt.note(elapsedSeconds(), context.expect(snapshot).expected, isOver);
  }

  const elapsedSeconds = () => (clock.now() - begun) / 1000;

  function isLive(): boolean {
    return streaming || (context.shared?.carries(options.taskId) ?? false);
  }

  /** A completed task without its links is read for them, not waited for. */
  function isCarried(): boolean {
    const isOver = state.snapshot !== undefined && isTerminal(state.snapshot.status);
    return !isOver && (context.shared?.carries(options.taskId) ?? false);
  }

  function onCarried(wake: () => void): () => void {
    return context.shared?.onChange(options.taskId, () => isCarried() && wake()) ?? (() => {});
  }

  /** For as long as the stream of all tasks tells of this one. */
  async function listenWithOthers(patienceMs: number): Promise<void> {
    const { shared } = context;
    while (shared !== undefined && !ended() && (await shared.willCarry(options.taskId, patienceMs, signal)) && isCarried()) {
      streaming = true;
      update({ connection: 'live' });
      await shared.until(options.taskId, () => !isCarried(), doubtMs(), signal);
      if (!ended() && isCarried() && context.pace.wait() === 0) await read();
    }
    streaming = false;
  }

  /** Milliseconds after which even a stream that goes on is not believed to tell everything. */
  function doubtMs(): number {
    const { expected } = context.expect(state.snapshot);
    return Math.max(DOUBT_MS, 2000 * (expected?.max ?? 0) - (clock.now() - begun));
  }

  /** Listens to the task alone for as long as that works, and others do not. A hidden page opens nothing: it is read once a minute. */
  async function listenWhilePossible(): Promise<void> {
    const quiet = context.pace.wait() > 0 || environment.isHidden() || !environment.isOnline();
    const wanted = context.push.isOpen() && !quiet;
    const release = wanted ? context.streams.tryTake() : undefined;
    if (release === undefined) return;
    const stream = linked(signal);
    const unlisten = environment.onOffline(stream.abort);
    // A connection that slept through something cannot be trusted to say so.
    const unwake = environment.onWake(() => void read());
    const unshare = onCarried(stream.abort);
    const onData = (frame: unknown) => {
      streaming = true;
      update({ connection: 'live' });
      const snapshot = context.interpret(frame);
      if (snapshot !== undefined) see(snapshot);
    };
    try {
      const path = `/v1/tasks/stream/${encodeURIComponent(options.taskId)}`;
      await listen(context.transport, clock, { path }, { onData }, stream.signal);
    } catch (error) {
      if (!stream.signal.aborted) {
        context.push.refuse(error);
        context.pace.heed(error);
      }
    } finally {
      streaming = false;
      unlisten();
      unwake();
      unshare();
      stream.abort();
      release();
    }
  }

  async function read(): Promise<void> {
    if (!environment.isOnline()) return update({ connection: 'offline' });
    const release = await context.reads.take();
    try {
      if (signal.aborted || context.pace.wait() > 0) return;
      see(await context.read(signal));
      if (state.snapshot?.status === 'completed' && !ended()) missingAssets++;
    } catch (error) {
      if (isBytespikeError(error) && !signal.aborted) failed(error);
    } finally {
      release();
    }
  }

  function failed(error: BytespikeError): void {
    failures++;
    const isRefused = isRefusal(error);
    refusals = isRefused ? refusals + 1 : 0;
    // What nobody has seen may still appear; a refusal for another reason is not going to change by itself.
    gone = refusals >= REFUSAL_LIMIT || (isRefused && error.status !== 404 && state.snapshot === undefined);
    context.pace.heed(error);
    const connection = isLive() ? 'live' : failures >= TOLD_AFTER ? 'reconnecting' : 'polling';
    update({ connection, error: gone || (isRefused && error.status !== 404) ? error : state.error });
    if (gone) finished.abort();
  }

  /** Milliseconds until the next read, when nothing wakes the page before. */
  function pause(): number {
    if (!environment.isOnline()) return OFFLINE_MS;
    if (failures > 0) return backoff(failures, context.random);
    const { expected, advised, basis } = context.expect(state.snapshot);
    return 1000 * nextRead({ elapsed: elapsedSeconds(), expected, advised, doubted: context.doubt.isOpen(basis), hidden: environment.isHidden() });
  }

  async function rest(): Promise<void> {
    const silence = context.pace.wait();
    const timer = linked(signal);
    // Not even a page that wakes may break a silence that was asked for.
    const unwake = silence > 0 ? () => {} : environment.onWake(timer.abort);
    // A stream that another task gave back goes to the one that should end next.
    const unhope = silence > 0 ? () => {} : context.streams.onFree(secondsLeft, timer.abort);
    const unshare = onCarried(timer.abort);
    const undoubt = silence > 0 ? () => {} : context.doubt.onOpen(timer.abort);
    await sleep(clock, Math.max(silence, pause()), timer.signal);
    unwake();
    unhope();
    unshare();
    undoubt();
    timer.abort();
  }

  function secondsLeft(): number {
    const { expected } = context.expect(state.snapshot);
    return (expected?.max ?? 0) - elapsedSeconds();
  }

  async function run(): Promise<void> {
    const leave = context.shared?.join(options.taskId, see);
    // The answer to a submit is as good as a read.
    let known = state.snapshot !== undefined && options.elapsed < FRESH_SECONDS;
    while (!ended()) {
      await listenWithOthers(known ? FRESH_SECONDS * 1000 : TOLD_MS);
      if (!ended() && !isCarried()) await listenWhilePossible();
      known &&= clock.now() - begun < FRESH_SECONDS * 1000;
      if (!known && !ended() && !isCarried() && context.pace.wait() === 0) await read();
      known = false;
      if (!ended() && !isCarried()) await rest();
    }
    leave?.();
  }

  return { done: run(), see };
}

/** A read that was understood, and refused: asked again, it is refused again. */
function isRefusal({ status = 0, retryable }: BytespikeError): boolean {
  return status >= 400 && status < 500 && !retryable;
}
