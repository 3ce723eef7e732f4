import type { Clock } from '../base/clock.js';
import type { Environment } from '../base/environment.js';
import { BytespikeError, isBytespikeError } from '../base/errors.js';
import type { ImageId, TaskRequestOf, VideoId } from '../catalog/requests-of-model.js';
import type { GenerationRequest } from '../catalog/requests.js';
import { validateRequest, validateTaskBody } from '../catalog/validate.js';
import { mergeSnapshots, type TaskSnapshot } from '../outcome/snapshot.js';
import { taskStore, type TaskStoreOptions } from '../records/task-store.js';
import { submitBody, type WireShape } from '../wire/bodies.js';
import type { Multiplexed } from '../wire/multiplexed.js';
import { type ReadContext, readTask } from '../wire/readings.js';
import { withRetry } from '../wire/retry.js';
import type { Answer, Transport } from '../wire/transport.js';
import { createSlots } from './concurrency.js';
import { expectationOf } from './expected-wait.js';
import type { FollowState } from './follow.js';
import { createFollows } from './follows.js';
import { createPushGate } from './push-gate.js';
import { createSharedStream } from './shared-stream.js';
import { createPace } from './silence.js';
import { submitOnce } from './submit.js';
import { createTabs } from './tabs.js';
import { type FollowCall, untilEnd } from './until-end.js';

export type { FollowCall } from './until-end.js';

/** A task by the gateway's id, or by the client's own key. A plain string is the gateway's id, unless the task store knows it as a key. */
export type TaskReference = string | { taskId: string } | { outTaskId: string };

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

export interface TasksOptions {
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

/** What a reading has to be of. */
type Asked = Pick<ReadContext, 'taskId' | 'outTaskId'>;

/** Of the six connections an origin has on HTTP/1.1, streams and reads take at most these. */
const SIX = { streams: 3, reads: 1 };
/** On one connection that all share. Servers allow 100 at once, or more; some are left for what else is asked. */
const SHARED = { streams: 94, reads: 2 };

export function createTasks(options: TasksOptions): Tasks {
  const { transport, clock, random, environment } = options;
  const store = taskStore(options);
  const push = createPushGate(clock);
  const pace = createPace(clock);
  const { multiplexed } = options;
  const places = () => (multiplexed.get() ? SHARED : SIX);
  const streams = createSlots(() => places().streams);
  const reads = createSlots(() => places().reads);
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
  let latest = 0;
  const tabs = createTabs(options.channel, environment, clock);
  const follows = createFollows(tabs, (taskId, state) => state.snapshot && remember(taskId, state.snapshot));

  function remember(taskId: string, snapshot: TaskSnapshot): void {
    const record = store.findByTaskId(taskId) ?? store.get(snapshot.outTaskId ?? '');
    // A key that belongs to another task already is not this one's.
    if (record === undefined || (record.taskId ?? taskId) !== taskId) return;
    const merged = mergeSnapshots(record.snapshot, snapshot);
    if (merged !== record.snapshot || record.taskId !== taskId) store.put({ ...record, taskId, snapshot: merged });
  }

  function interpret(answer: Pick<Answer, 'body' | 'serverNow'>, asked: Asked = {}): TaskSnapshot | undefined {
    const { usdPerCredit } = options;
    const context = { ...asked, serverNow: answer.serverNow, usdPerCredit, baseUrl: options.baseUrl() };
    const reading = readTask(answer.body, context);
    if (reading?.status !== 'cancelled' || namesAmounts(reading)) return reading;
    return readTask(answer.body, { ...context, namesAmounts: false });
  }

  /** Of a task that was submitted here, whether the gateway has named any amount. What another place submitted is read as the reference says. */
  function namesAmounts({ taskId, outTaskId }: TaskSnapshot): boolean {
    const record = store.findByTaskId(taskId) ?? store.get(outTaskId ?? '');
    if (record === undefined) return true;
    const { estimated, final } = record.snapshot?.cost ?? {};
    return estimated !== undefined || final !== undefined;
  }

  function snapshotOf(answer: Pick<Answer, 'body' | 'serverNow'>, path: string, billable: boolean, asked: Asked): TaskSnapshot {
    const snapshot = interpret(answer, asked);
    if (snapshot !== undefined) return snapshot;
    throw new BytespikeError({
      code: 'invalid_response',
      message: interpret(answer)
        ? `${path} answered about another task than it was asked for, and that was left aside. Look for a cache between this page and the gateway.`
        : `${path} answered with something that is no task. Check that the proxy forwards this path to the gateway.`,
      billed: billable ? 'unknown' : 'no',
      retryable: true,
    });
  }

  const named = (task: TaskReference): { taskId: string } | { outTaskId: string } => {
    if (typeof task !== 'string') return task;
    const record = store.get(task);
    if (record === undefined) return { taskId: task };
    return record.taskId === undefined ? { outTaskId: record.outTaskId } : { taskId: record.taskId };
  };
  const body = (task: ReturnType<typeof named>) =>
    'taskId' in task ? { task_id: task.taskId } : { out_task_id: task.outTaskId };

  async function ask(path: string, task: TaskReference, signal?: AbortSignal): Promise<TaskSnapshot> {
    const name = named(task);
    const answer = await transport.send({ method: 'POST', path, body: body(name), signal });
    const snapshot = snapshotOf(answer, path, false, name);
    const whole = 'outTaskId' in name ? { ...snapshot, outTaskId: name.outTaskId } : snapshot;
    remember(whole.taskId, whole);
    follows.see(whole.taskId, whole);
    return whole;
  }

  const retrying = <T>(signal: AbortSignal | undefined, attempt: () => Promise<T>) =>
    withRetry({ clock, random, signal }, attempt);
  const query: Tasks['query'] = (task, { signal } = {}) =>
    retrying(signal, () => ask('/v1/tasks/query', task, signal));

  async function send(request: GenerationRequest, outTaskId: string): Promise<TaskSnapshot> {
    const path = '/v1/tasks/submit';
    const payload = submitBody(request, outTaskId, options.wire);
    // No signal: the caller may leave, the submit is not called back half-way.
    const answer = await transport.send({ method: 'POST', path, body: payload, billable: true });
    return { ...snapshotOf(answer, path, true, { outTaskId }), outTaskId, model: request.model };
  }

  async function find(outTaskId: string): Promise<TaskSnapshot | 'absent' | 'unsupported'> {
    try {
      return await query({ outTaskId });
    } catch (error) {
      if (!isBytespikeError(error)) throw error;
      if (error.status === 404) return 'absent';
      if (error.status === 400) return 'unsupported';
      throw error;
    }
  }

  function start(taskId: string) {
    const record = store.findByTaskId(taskId);
    // The machine's clock is asked once: set later, it makes no task older or younger.
    const begun = clock.now() - Math.max(0, clock.wallNow() - (record?.createdAt ?? clock.wallNow()));
    return {
      snapshot: record?.snapshot,
      elapsed: () => (clock.now() - begun) / 1000,
      context: {
        transport,
        clock,
        random,
        environment,
        push,
        pace,
        shared,
        streams,
        reads,
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
      const snapshot = await submitOnce({ store, createdAt: latest, clock, random, signal, isOnline, send, find }, request, outTaskId);
      const record = store.get(outTaskId);
      if (record !== undefined) store.put({ ...record, taskId: snapshot.taskId, snapshot });
      return snapshot;
    },
    query,
    cancel: (task, { signal } = {}) => retrying(signal, () => ask('/v1/tasks/cancel', task, signal)),
    watch: (taskId, listener) => follows.watch(taskId, () => start(taskId), listener),
    async follow(task, call = {}) {
      const name = named(task);
      const taskId = 'taskId' in name ? name.taskId : (await query(name, call.signal && { signal: call.signal })).taskId;
      return untilEnd(tasks.watch, clock, taskId, call);
    },
  };

  return tasks;
}
