import type { Client } from './client.js';
import { sleep } from './clock.js';
import { BytespikeError, isBytespikeError } from './errors.js';
import type { RequestFacts } from './facts.js';
import type { FollowState } from './follow.js';
import type { VideoRequest } from './requests.js';
import type { VideoTaskState, VideoTaskStatus } from './results.js';
import { silenceOf } from './silence.js';
import { createStore } from './state.js';
import { taskStore } from './store.js';
import type { TaskSnapshot } from './task.js';
import { isSettled } from './task-status.js';
import { createUpkeep } from './upkeep.js';
import { begun, expecting, followed, idleVideoTask, refused, unknown } from './video-state.js';

export interface VideoRunOptions {
  /** Watches this task, which another place submitted. */
  taskId?: string | undefined;
  /** Names a slot of the interface, whose task is found again after a reload. */
  persist?: string | undefined;
}

/** One slot of an interface that shows one video task at a time. The hooks of both flavours are views of it. */
export interface VideoRun {
  get(): VideoTaskState;
  /** What is known before the browser is looked at: nothing, or the task as it was prefetched. */
  initial(): VideoTaskState;
  subscribe(listener: () => void): () => void;
  /** Looks for the task that the options name. Call it once the page is there, never while rendering. */
  start(): void;
  submit(request: VideoRequest): Promise<TaskSnapshot>;
  cancel(): Promise<TaskSnapshot>;
  resume(id: string): Promise<TaskSnapshot>;
  check(): Promise<TaskSnapshot | undefined>;
  reset(): void;
}

/** Where an app keeps what it has read of tasks. */
export interface TaskCache {
  get(taskId: string): TaskSnapshot | undefined;
  set(snapshot: TaskSnapshot): void;
}

/** One time that the user asked for a video. */
interface Wish {
  request: VideoRequest;
  /** By the clock that only grows. */
  at: number;
  accepted: Promise<TaskSnapshot>;
  ended: Promise<TaskSnapshot>;
}

/** Two clicks closer than this, with the same request, are one; after a cancel the second is a wish of its own. */
const DOUBLE_CLICK_MS = 500;
/** A submit of a page that was reloaded may still be on its way: it is looked for this often before saying so. */
const LOOK_AGAIN_MS = [0, 1000, 2000, 4000];

export function createVideoRun(client: Client, options: VideoRunOptions, cache?: TaskCache): VideoRun {
  const { tasks, clock } = client;
  const store = taskStore(client);
  const slot = options.persist === undefined ? undefined : store.slot(options.persist);
  const prefetched = options.taskId === undefined ? undefined : cache?.get(options.taskId);
  const initial =
    prefetched === undefined
      ? idleVideoTask
      : followed(begun(undefined, undefined, 'queued'), { snapshot: prefetched, connection: 'idle', error: undefined }, client.clock.wallNow());
  const state = createStore(initial);
  const upkeep = createUpkeep(client, check);
  let outTaskId: string | undefined;
  let taskId: string | undefined;
  let viewers = 0;
  let unwatch: (() => void) | undefined;
  let wish: Wish | undefined;
  // What an earlier task of this slot still answers must not show on a later one.
  let generation = 0;

  function begin(request: VideoRequest | undefined, submittedAt: number | undefined, status: VideoTaskStatus): number {
    attach(undefined);
    state.set(begun(request, submittedAt, status));
    const mine = ++generation;
    if (request !== undefined) {
      const expect = ({ expectedSeconds }: RequestFacts) => mine === generation && state.set(expecting(state.get(), expectedSeconds));
      // Without it the wait is shown as unknown.
      client.facts(request).then(expect, () => {});
    }
    return mine;
  }

  function attach(id: string | undefined): void {
    leave();
    taskId = id;
    watchWhileViewed();
  }

  function leave(): void {
    unwatch?.();
    unwatch = undefined;
    upkeep.stop();
  }

  /** Follows the task, and keeps its links alive, for as long as somebody looks at this run. */
  function watchWhileViewed(): void {
    if (viewers === 0) return;
    const { task } = state.get();
    upkeep.plan(state.get());
    if (taskId === undefined || unwatch !== undefined || (task?.taskId === taskId && isSettled(task))) return;
    const mine = generation;
    unwatch = tasks.watch(taskId, (news) => mine === generation && show(news));
  }

  function show(news: FollowState): void {
    const { snapshot } = news;
    state.set(followed(state.get(), news, clock.wallNow()), client.batch);
    if (snapshot !== undefined && snapshot !== cache?.get(snapshot.taskId)) cache?.set(snapshot);
    if (viewers > 0) upkeep.plan(state.get());
  }

  function shown(snapshot: TaskSnapshot, mine: number): TaskSnapshot {
    if (mine === generation) {
      show({ snapshot, connection: state.get().connection, error: undefined });
      attach(snapshot.taskId);
    }
    return snapshot;
  }

  function cannotTell(error: unknown, mine: number): void {
    if (mine !== generation || !isBytespikeError(error)) return;
    state.set(unknown(state.get(), error));
    if (viewers > 0) upkeep.plan(state.get());
  }

  async function send(request: VideoRequest, mine: number): Promise<TaskSnapshot> {
    const id = client.createId();
    outTaskId = id;
    slot?.set(id);
    try {
      return shown(await tasks.submit(request, { outTaskId: id }), mine);
    } catch (error) {
      if (mine !== generation || !isBytespikeError(error)) throw error;
      if (error.billed === 'unknown') cannotTell(error, mine);
      else {
        slot?.set(undefined);
        state.set(refused(state.get(), error, clock.wallNow()));
      }
      throw error;
    }
  }

  /** The task's end, whether or not somebody looks. */
  async function end(id: string, mine: number): Promise<TaskSnapshot> {
    try {
      return await tasks.follow({ taskId: id });
    } catch (error) {
      cannotTell(error, mine);
      throw error;
    }
  }

  /** Finds a task by either of its ids, shows it, and says its task id. A submit that was never answered is looked for. */
  async function locate(id: string): Promise<string> {
    const record = store.get(id) ?? store.findByTaskId(id);
    // With no answer to its submit nothing is known of it; a task id is proof that it was accepted.
    const status = record !== undefined && record.taskId === undefined ? 'unknown' : 'queued';
    const mine = begin(record?.request as VideoRequest | undefined, record?.createdAt, status);
    outTaskId = record?.outTaskId;
    if (outTaskId !== undefined) slot?.set(outTaskId);
    try {
      const known = record?.snapshot ?? cache?.get(id);
      if (known !== undefined) return shown(known, mine).taskId;
      if (record !== undefined) return shown(await findAgain(record.outTaskId), mine).taskId;
      // The follow reads it; a read of our own would only come before that.
      attach(id);
      return id;
    } catch (error) {
      cannotTell(error, mine);
      throw error;
    }
  }

  /** The page went away before the gateway's answer came: the submit is looked for, never repeated. */
  async function findAgain(id: string): Promise<TaskSnapshot> {
    let last: unknown;
    for (const wait of LOOK_AGAIN_MS) {
      await sleep(clock, Math.max(wait, silenceOf(clock, last)));
      try {
        return await tasks.query({ outTaskId: id });
      } catch (error) {
        last = error;
      }
    }
    throw neverAnswered(last);
  }

  async function check(): Promise<TaskSnapshot | undefined> {
    const mine = generation;
    if (taskId !== undefined) return shown(await tasks.query({ taskId }), mine);
    return outTaskId === undefined ? undefined : shown(await tasks.query({ outTaskId }), mine);
  }

  async function cancel(): Promise<TaskSnapshot> {
    const mine = generation;
    const { status } = state.get();
    // A submit on its way has no id to cancel by: it is cancelled as soon as it has one.
    const task = state.get().task ?? (status === 'submitting' ? wish?.accepted : undefined);
    if (task === undefined) throw nothingToCancel();
    state.set({ ...state.get(), status: 'cancelling' });
    try {
      const accepted = await task;
      return shown(await tasks.cancel({ taskId: accepted.taskId }), mine);
    } catch (error) {
      // The render goes on: so does the state from before, with the reason.
      const now = state.get();
      if (mine === generation && isBytespikeError(error) && now.status === 'cancelling') {
        state.set({ ...now, status: now.task?.status ?? status, error });
      }
      throw error;
    }
  }

  return {
    get: state.get,
    initial: () => initial,
    subscribe(listener) {
      const unsubscribe = state.subscribe(listener);
      viewers++;
      watchWhileViewed();
      return () => {
        unsubscribe();
        if (--viewers === 0) leave();
      };
    },
    start() {
      client.preload('tasks').catch(() => {});
      const id = options.taskId ?? slot?.get();
      // Its outcome is in the state; nobody awaits this promise.
      if (id !== undefined && generation === 0) locate(id).catch(() => {});
    },
    submit(request) {
      const at = clock.now();
      const again =
        wish !== undefined &&
        (state.get().status === 'submitting' || (at - wish.at < DOUBLE_CLICK_MS && state.get().status !== 'cancelled')) &&
        JSON.stringify(wish.request) === JSON.stringify(request);
      if (again) return wish!.ended;
      const mine = begin(request, clock.wallNow(), 'submitting');
      const accepted = send(request, mine);
      wish = { request, at, accepted, ended: accepted.then((snapshot) => end(snapshot.taskId, mine)) };
      return wish.ended;
    },
    cancel,
    async resume(id) {
      const found = await locate(id);
      return end(found, generation);
    },
    check,
    reset() {
      begin(undefined, undefined, 'idle');
      outTaskId = undefined;
      wish = undefined;
      slot?.set(undefined);
      state.set(idleVideoTask);
    },
  };
}

function neverAnswered(cause: unknown): BytespikeError {
  return new BytespikeError({
    code: 'outcome_unknown',
    message: 'The page closed before the gateway answered, and it does not know this task so far. Check again in a moment.',
    billed: 'unknown',
    cause,
  });
}

function nothingToCancel(): BytespikeError {
  return new BytespikeError({
    code: 'task_not_found',
    message: 'There is no task to cancel here. Submit one first, or resume one by its id.',
  });
}
