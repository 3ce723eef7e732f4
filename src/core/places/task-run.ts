import type { Client } from '../client/client.js';
import { sharedPlace } from './shared-place.js';
import type { VideoRequest } from '../catalog/requests.js';
import type { VideoTaskState } from './states.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import { createVideoPlace } from './task-place.js';

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
  /** @param outTaskId the key to submit it under @default a new one */
  submit(request: VideoRequest, outTaskId?: string): Promise<TaskSnapshot>;
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

export function createVideoRun(client: Client, options: VideoRunOptions, cache?: TaskCache): VideoRun {
  const create = () => createVideoPlace(client, options, cache);
  return options.persist === undefined || options.taskId !== undefined ? create() : sharedPlace(client, `video ${options.persist}`, create);
}
