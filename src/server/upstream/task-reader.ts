import { createStore } from '../../core/base/observable.js';
import type { Clock } from '../../core/base/clock.js';
import type { Environment } from '../../core/base/environment.js';
import { BytespikeError } from '../../core/base/errors.js';
import type { TaskSnapshot } from '../../core/outcome/snapshot.js';
import { createSemaphore } from '../../core/tasks/concurrency.js';
import { expectationOf } from '../../core/tasks/expected-wait.js';
import { follow } from '../../core/tasks/follow.js';
import { createPushGate } from '../../core/tasks/push-gate.js';
import { loadReadPlan } from '../../core/tasks/read-plan-part.js';
import { createPace } from '../../core/tasks/silence.js';
import { createStreamPlaces } from '../../core/tasks/stream-places.js';
import { createQuotaStore } from '../../core/wire/quota.js';
import { createTransport } from '../../core/wire/transport.js';
import type { Readings } from '../base/readings.js';
import { redactText } from '../base/redact.js';
import { REDIRECT } from '../base/redirect.js';
import type { OwnedTask } from '../users/ownership.js';
import type { KeyRing } from './keys.js';

interface TaskReaderOptions {
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
  const shared = { clock, environment, random: Math.random, push: createPushGate(clock), pace: createPace(clock), plan: loadReadPlan({ clock, random: Math.random }) };
  const places = { streams: createStreamPlaces(() => STREAMS, () => false), reads: createSemaphore(() => READS) };

  function about({ taskId, model }: OwnedTask, onReading: (reading: unknown) => void) {
    let key = '';
    const transport = createTransport({
      baseUrl: () => baseUrl,
      fetch: (request) => fetch(new Request(request, { redirect: REDIRECT })),
      headers: async () => {
        key = (await keys.keyFor(model, 'tasks.stream')).value;
        return { authorization: `Bearer ${key}` };
      },
      credentials: 'omit',
      clock,
      quota: createQuotaStore(),
      offered: createStore<string | undefined>(undefined), usdPerCredit: readings.usdPerCredit,
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
      const context = { ...shared, ...places, ...about(task, onReading), request, expect };
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
