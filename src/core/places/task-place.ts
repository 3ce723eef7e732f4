import { pageEnvironment } from '../base/environment.js';
import { BytespikeError, isBytespikeError } from '../base/errors.js';
import { createStore } from '../base/observable.js';
import { createPart } from '../base/part.js';
import type { RequestFacts } from '../catalog/forecast.js';
import type { VideoRequest } from '../catalog/requests.js';
import type { ClientInternals } from '../client/internals.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import { isSettled } from '../outcome/status.js';
import { taskStore } from '../records/task-store.js';
import type { FollowState } from '../tasks/follow.js';
import type { TaskCache, VideoRun, VideoRunOptions } from './runs.js';
import type { VideoTaskStatus } from './states.js';
import { begun, expecting, followed, idleVideoTask, refused, unknown } from './task-state.js';
import { createUpkeep } from './upkeep.js';

/** Most submits are answered. */
const finding = createPart(pageEnvironment(), () => import('./find-task.js'));

/** One time that the user asked for a video. */
interface Wish {
  request: VideoRequest;
  /** By the clock that only grows. */
  at: number;
  accepted: Promise<TaskSnapshot>;
  ended: Promise<TaskSnapshot>;
}

/** Two clicks closer than this, with the same request, are one; after a cancel the second is a wish of its own. */
export const DOUBLE_CLICK_MS = 500;

/** What is shown, and as which of the things that were shown here. */
interface Located {
  taskId: string;
  mine: number;
}

/**
 * What one place of an interface shows: the video that was submitted last, or that an earlier page,
 * or another tab, put into its slot.
 */
export function createVideoPlace(client: ClientInternals, options: VideoRunOptions, cache: TaskCache | undefined): VideoRun {
  const { tasks, clock } = client;
  const store = taskStore(client);
  const slot = options.persist === undefined ? undefined : store.slot(options.persist);
  const prefetched = options.taskId === undefined ? undefined : cache?.get(options.taskId);
  const initial =
    prefetched === undefined
      ? idleVideoTask
      : followed(begun(undefined, undefined, 'queued'), { snapshot: prefetched, connection: 'idle', error: undefined }, client.clock.wallNow());
  const state = createStore(initial, open);
  const upkeep = createUpkeep(client, check);
  let outTaskId: string | undefined;
  let taskId: string | undefined;
  let unwatch: (() => void) | undefined;
  let isStarted = false;
  /** Whether a submit of this place waits for its answer. */
  let isSending = false;
  let wish: Wish | undefined;
  // What an earlier task of this slot still answers must not show on a later one.
  let generation = 0;

  function begin(request: VideoRequest | undefined, submittedAt: number | undefined, status: VideoTaskStatus): number {
    attach(undefined);
    state.set(begun(request, submittedAt, status));
    const mine = ++generation;
    isSending = false;
    wish = undefined;
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

  function open(): () => void {
    const unslot = options.taskId === undefined && slot !== undefined ? store.subscribe(look) : undefined;
    watchWhileViewed();
    return () => {
      leave();
      unslot?.();
    };
  }

  function leave(): void {
    unwatch?.();
    unwatch = undefined;
    upkeep.stop();
  }

  /** Shows what another tab put into the slot, or learned of what is in it. */
  function look(): void {
    if (slot === undefined || !isStarted || isSending) return;
    const id = slot.get();
    if (id === undefined) return outTaskId === undefined ? undefined : empty();
    const record = store.get(id);
    const isNews = id === outTaskId ? taskId === undefined && record?.taskId !== undefined : record !== undefined;
    // Its outcome is in the state; nobody awaits this promise.
    if (isNews) locate(id, 'submitting').catch(() => {});
  }

  function empty(): void {
    begin(undefined, undefined, 'idle');
    outTaskId = undefined;
    state.set(idleVideoTask);
  }

  /** Follows the task, and keeps its links alive, for as long as somebody looks at this run. */
  function watchWhileViewed(): void {
    if (!state.isWatched()) return;
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
    if (state.isWatched()) upkeep.plan(state.get());
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
    if (state.isWatched()) upkeep.plan(state.get());
  }

  async function send(request: VideoRequest, id: string, mine: number): Promise<TaskSnapshot> {
    outTaskId = id;
    isSending = true;
    slot?.set(id);
    try {
      return shown(await tasks.submit(request, { outTaskId: id }), mine);
    } catch (error) {
      if (mine === generation && isBytespikeError(error)) {
        if (error.billed === 'unknown') cannotTell(error, mine);
        else refuse(error);
      }
      throw error;
    } finally {
      if (mine === generation) {
        isSending = false;
        // What another tab put there meanwhile.
        look();
      }
    }
  }

  /** Nothing exists under its key. */
  function refuse(error: BytespikeError): void {
    const isOurs = slot?.get() === outTaskId;
    outTaskId = undefined;
    if (isOurs) slot?.set(undefined);
    state.set(refused(state.get(), error, clock.wallNow()));
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

  /**
   * Finds a task by either of its ids, shows it, and says its task id. A submit that was never
   * answered is looked for; nothing is known of it, or that another tab waits for it.
   */
  async function locate(id: string, unanswered: 'unknown' | 'submitting' = 'unknown'): Promise<Located> {
    isStarted = true;
    const record = store.get(id) ?? store.findByTaskId(id);
    // A task id is proof that it was accepted.
    const status = record !== undefined && record.taskId === undefined ? unanswered : 'queued';
    const mine = begin(record?.request as VideoRequest | undefined, record?.createdAt, status);
    outTaskId = record?.outTaskId;
    if (outTaskId !== undefined) slot?.set(outTaskId);
    try {
      const known = record?.snapshot ?? cache?.get(id);
      if (known !== undefined) return { taskId: shown(known, mine).taskId, mine };
      if (record !== undefined && record.taskId === undefined) {
        const { findSubmit } = await finding.load();
        const found = await findSubmit(client, record.outTaskId, status === 'submitting', () => mine === generation);
        return { taskId: shown(found, mine).taskId, mine };
      }
      // The follow reads it; a read of our own would only come before that.
      const found = record?.taskId ?? id;
      attach(found);
      return { taskId: found, mine };
    } catch (error) {
      cannotTell(error, mine);
      throw error;
    }
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
    const accepted = isSending ? wish?.accepted : undefined;
    if (accepted === undefined && taskId === undefined && outTaskId === undefined) throw nothingToCancel();
    const byKey = { outTaskId: outTaskId ?? '' };
    state.set({ ...state.get(), status: 'cancelling' });
    try {
      await accepted;
      return shown(await tasks.cancel(taskId === undefined || mine !== generation ? byKey : { taskId }), mine);
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
    subscribe: state.subscribe,
    start() {
      client.preload('tasks').catch(() => {});
      isStarted = true;
      const id = options.taskId ?? slot?.get();
      if (id === undefined || generation !== 0) return;
      // What was never written down was never sent, and what was removed is not to be shown.
      const isShown = options.taskId !== undefined || store.get(id) !== undefined;
      // Its outcome is in the state; nobody awaits this promise.
      if (isShown) locate(id).catch(() => {});
    },
    submit(request, id = client.createId()) {
      const at = clock.now();
      const again =
        wish !== undefined &&
        (state.get().status === 'submitting' || (at - wish.at < DOUBLE_CLICK_MS && state.get().status !== 'cancelled')) &&
        JSON.stringify(wish.request) === JSON.stringify(request);
      if (again) return wish!.ended;
      const mine = begin(request, clock.wallNow(), 'submitting');
      isStarted = true;
      const accepted = send(request, id, mine);
      wish = { request, at, accepted, ended: accepted.then((snapshot) => end(snapshot.taskId, mine)) };
      return wish.ended;
    },
    cancel,
    async resume(id) {
      const found = await locate(id);
      return end(found.taskId, found.mine);
    },
    check,
    reset() {
      empty();
      slot?.set(undefined);
    },
  };
}

function nothingToCancel(): BytespikeError {
  return new BytespikeError({
    code: 'task_not_found',
    message: 'There is no task to cancel here. Submit one first, or resume one by its id.',
  });
}
