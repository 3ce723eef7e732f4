import type { Clock } from '../core/clock.js';
import type { Environment } from '../core/environment.js';
import { BytespikeError } from '../core/errors.js';
import { expectationOf } from '../core/expectation.js';
import { follow } from '../core/follow.js';
import { createPace } from '../core/pace.js';
import { createPushGate } from '../core/push.js';
import { createQuotaStore } from '../core/quota.js';
import { createSlots } from '../core/slots.js';
import type { TaskSnapshot } from '../core/task.js';
import { createTransport } from '../core/transport.js';
import type { KeyRing } from './keys.js';
import type { OwnedTask } from './ownership.js';
import type { Readings } from './readings.js';
import { redactText } from './redact.js';
import { REDIRECT } from './upstream.js';

export interface TaskReaderOptions {
  baseUrl: string;
  fetch: (request: Request) => Promise<Response>;
  keys: KeyRing;
  clock: Clock;
  readings: Readings;
  /** Told of each reading. */
  observe: (reading: unknown, task: OwnedTask) => void;
}

/** A task at the gateway, with the key that reaches it. */
export interface TaskReader {
  /** Until it ends or `signal` aborts: by its stream, and by reads where that fails. */
  follow(task: OwnedTask, onReading: (reading: unknown) => void, signal: AbortSignal): Promise<void>;
  /** Once. @throws BytespikeError */
  read(task: OwnedTask): Promise<unknown>;
}

/** Reads of all tasks that are under way at once. */
const READS = 16;
const STREAMS = Number.MAX_SAFE_INTEGER;

/** A server is always there. */
const environment: Environment = { isOnline: () => true, isHidden: () => false, onWake: () => () => {}, onOffline: () => () => {} };

export function createTaskReader({ baseUrl, fetch, keys, clock, readings, observe }: TaskReaderOptions): TaskReader {
  const shared = { clock, environment, random: Math.random, push: createPushGate(clock), pace: createPace(clock) };
  const slots = { streams: createSlots(STREAMS), reads: createSlots(READS) };

  function about({ taskId, model }: OwnedTask, onReading: (reading: unknown) => void) {
    let key = '';
    const transport = createTransport({
      baseUrl: () => baseUrl,
      fetch: (request) => fetch(new Request(request, { redirect: REDIRECT })),
      headers: async () => {
        key = await keys.keyFor(model, 'tasks.stream');
        return { authorization: `Bearer ${key}` };
      },
      credentials: 'omit',
      clock,
      quota: createQuotaStore(),
      usdPerCredit: readings.usdPerCredit,
    });
    const interpret = (body: unknown) => {
      const snapshot = readings.read(body, { taskId, serverNow: transport.serverNow(), baseUrl });
      if (snapshot === undefined) return undefined;
      observe(body, { taskId, model });
      // A key holds nothing that JSON would write in another way.
      onReading(JSON.parse(redactText(JSON.stringify(body), key)));
      return snapshot;
    };
    const read = async (signal?: AbortSignal) => {
      const answer = await transport.send({ method: 'POST', path: '/v1/tasks/query', body: { task_id: taskId }, signal });
      const snapshot = interpret(answer.body);
      if (snapshot !== undefined) return snapshot;
      throw new BytespikeError({ code: 'invalid_response', message: 'The gateway answered with something that is no task.' });
    };
    return { transport, interpret, read };
  }

  return {
    async follow(task, onReading, signal) {
      const { taskId, model } = task;
      const request = model === undefined ? undefined : { model, prompt: '' };
      const expect = (seen: TaskSnapshot | undefined) => expectationOf(request, seen?.estimatedSeconds);
      const context = { ...shared, ...slots, ...about(task, onReading), expect };
      await follow(context, { taskId, snapshot: undefined, elapsed: 0, emit: () => {}, signal }).done;
    },
    async read(task) {
      let reading: unknown;
      await about(task, (seen) => {
        reading = seen;
      }).read();
      return reading;
    },
  };
}
