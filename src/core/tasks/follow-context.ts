import type { Clock } from '../base/clock.js';
import type { Environment } from '../base/environment.js';
import type { BytespikeError } from '../base/errors.js';
import type { Loaded } from '../base/load-once.js';
import type { GenerationRequest } from '../catalog/requests.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import type { Connection } from '../outcome/status.js';
import type { Transport } from '../wire/transport.js';
import type { Semaphore } from './concurrency.js';
import type { Expectation } from './expected-wait.js';
import type { PushGate } from './push-gate.js';
import type { ReadPlan } from './read-plan.js';
import type { SharedStream } from './shared-stream.js';
import type { Pace } from './silence.js';
import type { StreamPlaces } from './stream-places.js';

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
  /** When tasks without a stream are read. */
  plan: Loaded<ReadPlan>;
  /** One stream for all tasks, where there may be one. */
  shared?: SharedStream | undefined;
  /** Places for streams that stay open. */
  streams: StreamPlaces;
  /** Places for reads. */
  reads: Semaphore;
  /** One reading of the task, straight from the gateway. */
  read(signal: AbortSignal): Promise<TaskSnapshot>;
  /** A frame of the stream as a reading; `undefined` for what is none. */
  interpret(frame: unknown): TaskSnapshot | undefined;
  /** What was asked for, where that is known. */
  request: GenerationRequest | undefined;
  /** How long the task should take, given the latest reading, by what others say. */
  expect(snapshot: TaskSnapshot | undefined): Expectation;
}

export interface FollowOptions {
  taskId: string;
  snapshot: TaskSnapshot | undefined;
  /** Seconds since the submit, when the follow begins. */
  elapsed: number;
  emit: (state: FollowState) => void;
  signal: AbortSignal;
}
