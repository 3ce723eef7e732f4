import { typicalSeconds } from './catalog.js';
import type { Client } from './client.js';
import { BytespikeError, isBytespikeError } from './errors.js';
import type { FollowState } from './follow.js';
import type { VideoRequest } from './requests.js';
import type { GenerationProgress, VideoTaskState, VideoTaskStatus } from './results.js';
import { createStore } from './state.js';
import { isTerminal, type TaskSnapshot } from './task.js';
import { taskError } from './task-error.js';

export interface VideoRunOptions {
  /** Watches this task, which another place submitted. */
  taskId?: string | undefined;
  /** Names a slot of the interface, whose task is found again after a reload. */
  persist?: string | undefined;
}

/** One slot of an interface that shows one video task at a time. The hooks of both flavours are views of it. */
export interface VideoRun {
  get(): VideoTaskState;
  subscribe(listener: () => void): () => void;
  /** Looks for the task that the options name. Call it once the page is there, never while rendering. */
  start(): void;
  submit(request: VideoRequest): Promise<TaskSnapshot>;
  cancel(): Promise<TaskSnapshot>;
  resume(id: string): Promise<TaskSnapshot>;
  check(): Promise<TaskSnapshot | undefined>;
  reset(): void;
}

export const idleVideoTask: VideoTaskState = {
  status: 'idle',
  connection: 'idle',
  request: undefined,
  task: undefined,
  assets: [],
  error: undefined,
  cost: { billed: 'no' },
  progress: {},
};

/** Two clicks closer than this, with the same request, are one. */
const DOUBLE_CLICK_MS = 500;
/** A submit of a page that was reloaded may still be on its way: it is looked for this often before saying so. */
const LOOK_AGAIN_MS = [0, 1000, 2000, 4000];

export function createVideoRun(client: Client, options: VideoRunOptions): VideoRun {
  const { tasks, store, clock } = client;
  const slot = options.persist === undefined ? undefined : store.slot(options.persist);
  const state = createStore<VideoTaskState>(idleVideoTask);
  let outTaskId: string | undefined;
  let taskId: string | undefined;
  let viewers = 0;
  let unwatch: (() => void) | undefined;
  let latestSubmit: { request: VideoRequest; at: number; result: Promise<TaskSnapshot> } | undefined;
  // What an earlier task of this slot still answers must not show on a later one.
  let generation = 0;

  const patch = (change: Partial<VideoTaskState>) => state.set({ ...state.get(), ...change });

  function begin(request: VideoRequest | undefined, submittedAt: number | undefined, status: VideoTaskStatus): number {
    attach(undefined);
    state.set({ ...idleVideoTask, status, request, progress: { submittedAt, expectedSeconds: typical(request) } });
    return ++generation;
  }

  /** Watches a task for as long as somebody looks at this run. */
  function attach(id: string | undefined): void {
    unwatch?.();
    unwatch = undefined;
    taskId = id;
    watchWhileViewed();
  }

  function watchWhileViewed(): void {
    const { task } = state.get();
    const over = task !== undefined && task.taskId === taskId && isTerminal(task.status);
    if (taskId === undefined || viewers === 0 || unwatch !== undefined || over) return;
    const mine = generation;
    unwatch = tasks.watch(taskId, (followed) => mine === generation && show(followed));
  }

  /** The task's end, whether or not somebody looks. */
  function shown(snapshot: TaskSnapshot, mine: number): TaskSnapshot {
    if (mine === generation) {
      show({ snapshot, connection: state.get().connection, error: undefined });
      attach(snapshot.taskId);
    }
    return snapshot;
  }

  function show({ snapshot, connection, error }: FollowState): void {
    const previous = state.get();
    if (snapshot === undefined) return patch({ connection, error });
    const cancelling = previous.status === 'cancelling' && !isTerminal(snapshot.status);
    const task = previous.task === snapshot ? previous.task : snapshot;
    patch({
      task,
      connection,
      status: cancelling ? 'cancelling' : snapshot.status,
      assets: task.assets,
      cost: task.cost,
      error: taskError(task) ?? error,
      progress: progressed(previous.progress, task, clock.wallNow()),
    });
  }

  function unknown(error: BytespikeError): void {
    patch({ status: 'unknown', connection: 'idle', error, cost: { billed: 'unknown' } });
  }

  async function submitNew(request: VideoRequest): Promise<TaskSnapshot> {
    const mine = begin(request, clock.wallNow(), 'submitting');
    const id = client.createId();
    outTaskId = id;
    slot?.set(id);
    try {
      const accepted = shown(await tasks.submit(request, { outTaskId: id }), mine);
      return await tasks.follow({ taskId: accepted.taskId });
    } catch (error) {
      if (mine !== generation || !isBytespikeError(error)) throw error;
      if (error.billed === 'unknown') unknown(error);
      else {
        slot?.set(undefined);
        patch({ status: 'failed', connection: 'idle', error, progress: { ...state.get().progress, endedAt: clock.wallNow() } });
      }
      throw error;
    }
  }

  /** Finds a task by either of its ids and shows it. A submit that was never answered is looked for. */
  async function locate(id: string): Promise<TaskSnapshot> {
    const record = store.get(id) ?? store.findByTaskId(id);
    const mine = begin(record?.request as VideoRequest | undefined, record?.createdAt, 'submitting');
    outTaskId = record?.outTaskId;
    if (outTaskId !== undefined) slot?.set(outTaskId);
    try {
      if (record?.snapshot !== undefined) return shown(record.snapshot, mine);
      return shown(await (record === undefined ? tasks.query(id) : findAgain(record.outTaskId)), mine);
    } catch (error) {
      if (mine === generation && isBytespikeError(error)) unknown(error);
      throw error;
    }
  }

  /** The page went away before the gateway's answer came: the submit is looked for, never repeated. */
  async function findAgain(id: string): Promise<TaskSnapshot> {
    let last: unknown;
    for (const wait of LOOK_AGAIN_MS) {
      await new Promise<void>((resolve) => clock.setTimeout(resolve, wait));
      try {
        return await tasks.query({ outTaskId: id });
      } catch (error) {
        last = error;
      }
    }
    throw new BytespikeError({
      code: 'outcome_unknown',
      message: 'The page closed before the gateway answered, and it does not know this task so far. Check again in a moment.',
      billed: 'unknown',
      cause: last,
    });
  }

  return {
    get: state.get,
    subscribe(listener) {
      const unsubscribe = state.subscribe(listener);
      viewers++;
      watchWhileViewed();
      return () => {
        unsubscribe();
        if (--viewers > 0) return;
        unwatch?.();
        unwatch = undefined;
      };
    },
    start() {
      const id = options.taskId ?? slot?.get();
      // Its outcome is in the state; nobody awaits this promise.
      if (id !== undefined && state.get().status === 'idle') locate(id).catch(() => {});
    },
    submit(request) {
      const now = clock.now();
      const doubled =
        latestSubmit !== undefined &&
        (state.get().status === 'submitting' || now - latestSubmit.at < DOUBLE_CLICK_MS) &&
        JSON.stringify(latestSubmit.request) === JSON.stringify(request);
      if (doubled) return latestSubmit!.result;
      latestSubmit = { request, at: now, result: submitNew(request) };
      return latestSubmit.result;
    },
    async cancel() {
      const { task, status } = state.get();
      if (task === undefined) throw nothingToCancel();
      const mine = generation;
      patch({ status: 'cancelling' });
      try {
        return shown(await tasks.cancel({ taskId: task.taskId }), mine);
      } catch (error) {
        // The render goes on: so does the state from before, with the reason.
        if (mine === generation && isBytespikeError(error) && state.get().status === 'cancelling') patch({ status, error });
        throw error;
      }
    },
    async resume(id) {
      const { taskId: found } = await locate(id);
      return tasks.follow({ taskId: found });
    },
    async check() {
      if (outTaskId === undefined) return state.get().task;
      const mine = generation;
      return shown(await tasks.query({ outTaskId }), mine);
    },
    reset() {
      begin(undefined, undefined, 'idle');
      outTaskId = undefined;
      latestSubmit = undefined;
      slot?.set(undefined);
      state.set(idleVideoTask);
    },
  };
}

function typical(request: VideoRequest | undefined): GenerationProgress['expectedSeconds'] {
  const seconds = request && typicalSeconds(request);
  return seconds && { ...seconds, source: 'catalog' };
}

function progressed(previous: GenerationProgress, task: TaskSnapshot, now: number): GenerationProgress {
  const eta = task.estimatedSeconds;
  const next: GenerationProgress = {
    submittedAt: previous.submittedAt ?? task.submittedAt ?? now,
    startedAt: previous.startedAt ?? (task.status === 'running' ? now : undefined),
    endedAt: previous.endedAt ?? (isTerminal(task.status) ? (task.completedAt ?? now) : undefined),
    expectedSeconds:
      eta === undefined ? previous.expectedSeconds : { min: eta, max: eta, source: 'gateway' },
  };
  return JSON.stringify(next) === JSON.stringify(previous) ? previous : next;
}

function nothingToCancel(): BytespikeError {
  return new BytespikeError({
    code: 'task_not_found',
    message: 'There is no task to cancel here. Submit one first, or resume one by its id.',
  });
}
