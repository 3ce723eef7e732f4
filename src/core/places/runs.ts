import type { ImageRequest, VideoRequest } from '../catalog/requests.js';
import type { Asset } from '../outcome/asset.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import type { ImageGenerationState, VideoTaskState } from './states.js';

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
  /** Looks for the task that the options name, and is ready for a click. Call it once the page is there, never while rendering; returns how to leave it. */
  start(): (() => void) | undefined;
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

export interface ImageRunOptions {
  /**
   * `sync`: one request that answers with the images; a lost answer is found again only behind a
   * proxy that keeps answers, such as `bytespike-react/server`.
   * `task`: the images are rendered as a task, which survives lost answers and can be cancelled.
   * @default 'sync'
   */
  via?: 'sync' | 'task' | undefined;
  /** How many runs that ended are kept in `runs`. @default 0 */
  keepRuns?: number | undefined;
  /**
   * Names a slot of the interface, whose images are there again after a reload. One that was still
   * under way is asked for again under its key where the proxy keeps answers, and `unknown` where
   * not; `via: 'task'` goes on as a task. @default forgotten with the page
   */
  persist?: string | undefined;
}

/** The state, and the runs before it. */
export interface ImageRunState extends ImageGenerationState {
  runs: readonly ImageGenerationState[];
}

/** One slot of an interface that shows one image generation at a time. */
export interface ImageRun<Request extends ImageRequest = ImageRequest> {
  get(): ImageRunState;
  /** What is known before the browser is looked at: nothing. */
  initial(): ImageRunState;
  subscribe(listener: () => void): () => void;
  /** Looks for what the slot showed, and is ready for a click. Call it once the page is there, never while rendering; returns how to leave it. */
  start(): (() => void) | undefined;
  generate(request: Request): Promise<readonly Asset[]>;
  cancel(): Promise<void>;
  reset(): void;
}
