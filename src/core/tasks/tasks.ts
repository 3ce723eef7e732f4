import type { Clock } from '../base/clock.js';
import type { Environment } from '../base/environment.js';
import type { ImageId, TaskRequestOf, VideoId } from '../catalog/requests-of-model.js';
import { validateRequest, validateTaskBody } from '../catalog/validate.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import { taskStore, type TaskStoreOptions } from '../records/task-store.js';
import { submitBody, type WireShape } from '../wire/bodies.js';
import type { Multiplexed } from '../wire/multiplexed.js';
import type { Transport } from '../wire/transport.js';
import { type Access, asked, type Asking } from '../wire/access.js';
import { createTaskCalls, type TaskReference } from './calls.js';
import { createSemaphore } from './concurrency.js';
import { expectationOf } from './expected-wait.js';
import type { FollowState } from './follow-context.js';
import { createFollows } from './follows.js';
import { createPushGate } from './push-gate.js';
import { createTaskReadings } from './readings.js';
import { loadReadPlan } from './read-plan-part.js';
import { createRush } from './rush.js';
import { createSharedStream } from './shared-stream.js';
import { createPace } from './silence.js';
import { createStreamPlaces } from './stream-places.js';
import { submitOnce } from './submit.js';
import { createTabs } from './tabs.js';
import { type FollowCall, untilEnd } from './until-end.js';

export type { TaskReference } from './calls.js';

export interface Tasks {
  /**
   * Submits a video, or images as a task. Resolves as soon as the gateway has accepted it.
   * Safe to repeat with the same `outTaskId`: the same task comes back.
   * @throws BytespikeError; `outcome_unknown` when neither the answer nor the task could be had
   */
  submit<const Id extends ImageId | VideoId>(
    request: TaskRequestOf<Id>,
    options?: { outTaskId?: string; signal?: AbortSignal },
  ): Promise<TaskSnapshot>;
  /** One free reading. @throws BytespikeError `task_not_found` */
  query(task: TaskReference, options?: { signal?: AbortSignal }): Promise<TaskSnapshot>;
  /** Asks the gateway to stop. Resolves with what it then says, which may be that the task had finished. */
  cancel(task: TaskReference, options?: { signal?: AbortSignal }): Promise<TaskSnapshot>;
  /**
   * Resolves when the task has ended, whatever the end.
   * Aborting, or a `deadlineMs` that passes, stops the watch, never the task.
   * @throws BytespikeError `aborted`; `still_running` at the deadline: come back later;
   *   `task_not_found` when the task does not exist; the refusal itself when it may not be read
   */
  follow(
    task: TaskReference,
    options?: FollowCall,
  ): Promise<TaskSnapshot>;
  /** Calls back with every change until the result is called. One follow serves all watchers of a task. */
  watch(taskId: string, listener: (state: FollowState) => void): () => void;
}

interface TasksOptions {
  transport: Transport;
  multiplexed: Multiplexed;
  memory: TaskStoreOptions;
  clock: Clock;
  random: () => number;
  environment: Environment;
  wire: WireShape;
  usdPerCredit: number;
  baseUrl: () => string;
  /** What tabs that share follows have in common. */
  channel: string;
  createId: () => string;
}

/** Of the six connections an origin has on HTTP/1.1, streams and reads take at most these. */
const SIX = { streams: 3, reads: 1 };
/** On one connection that all share. Servers allow 100 at once, or more; some are left for what else is asked. */
const SHARED = { streams: 94, reads: 2 };

export function createTasks(given: Omit<TasksOptions, keyof Access> & Asking): Tasks {
  const options: TasksOptions = asked(given);
  const { transport, clock, random, environment, multiplexed } = options;
  const store = taskStore(options);
  const readings = createTaskReadings(store, options);
  const { interpret, snapshotOf, remember } = readings;
  const push = createPushGate(clock);
  const pace = createPace(clock);
  const plan = loadReadPlan({ clock, random, store });
  const places = () => (multiplexed.get() ? SHARED : SIX);
  const streams = createStreamPlaces(() => places().streams, () => !multiplexed.get());
  const reads = createSemaphore(() => places().reads);
  multiplexed.subscribe(streams.recount);
  const shared = createSharedStream({
    transport,
    clock,
    random,
    environment,
    pace,
    streams,
    interpret: (frame) => interpret({ body: frame, serverNow: transport.serverNow() }),
  });
  const following = { transport, clock, random, environment, push, pace, plan, shared, streams, reads };
  const rush = createRush(clock);
  let latest = 0;
  const tabs = createTabs(options.channel, environment, clock);
  const follows = createFollows(tabs, (taskId, state) => state.snapshot && remember(taskId, state.snapshot), rush.quiet);
  const { nameOf, ask, query, cancel, send, find } = createTaskCalls(options, store, readings, follows.see);

  function start(taskId: string) {
    const record = store.findByTaskId(taskId);
    // The machine's clock is asked once: set later, it makes no task older or younger.
    const begun = clock.now() - Math.max(0, clock.wallNow() - (record?.createdAt ?? clock.wallNow()));
    return {
      snapshot: record?.snapshot,
      elapsed: () => (clock.now() - begun) / 1000,
      context: {
        ...following,
        request: record?.request,
        read: (signal: AbortSignal) => ask('/v1/tasks/query', { taskId }, signal),
        interpret(frame: unknown) {
          const answer = { body: frame, serverNow: transport.serverNow() };
          // A stream that tells of another task is given up for reads.
          return interpret(answer) === undefined ? interpret(answer, { taskId }) : snapshotOf(answer, 'The stream', false, { taskId });
        },
        expect: (snapshot: TaskSnapshot | undefined) => expectationOf(record?.request, snapshot?.estimatedSeconds),
      },
    };
  }

  const tasks: Tasks = {
    async submit(request, { outTaskId = options.createId(), signal } = {}) {
      validateRequest(request);
      validateTaskBody(submitBody(request, outTaskId, options.wire));
      const isOnline = () => environment.isOnline();
      // Two within one millisecond keep their order.
      latest = Math.max(clock.wallNow(), latest + 1);
      const snapshot = await rush.during(submitOnce({ store, createdAt: latest, clock, random, signal, isOnline, send, find }, request, outTaskId));
      const record = store.get(outTaskId);
      if (record !== undefined) store.put({ ...record, taskId: snapshot.taskId, snapshot });
      return snapshot;
    },
    query,
    cancel,
    watch: (taskId, listener) => follows.watch(taskId, () => start(taskId), listener),
    async follow(task, call = {}) {
      const name = nameOf(task);
      const taskId = 'taskId' in name ? name.taskId : (await query(name, call.signal && { signal: call.signal })).taskId;
      return untilEnd(tasks.watch, clock, taskId, call);
    },
  };

  return tasks;
}
