import type { BytespikeError } from '../base/errors.js';
import type { ImageRequest, VideoRequest } from '../catalog/requests.js';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost, TaskSnapshot } from '../outcome/snapshot.js';
import type { Connection } from '../outcome/status.js';

export type VideoTaskStatus =
  | 'idle'
  | 'submitting'
  | 'queued'
  | 'running'
  | 'cancelling'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'unknown';

export type ImageGenerationStatus = 'idle' | 'pending' | 'success' | 'error' | 'unknown';

/**
 * Moments from which elapsed and remaining time follow. They are moments and not counters so
 * that time can pass on the screen without React rendering anything.
 */
export interface GenerationProgress {
  /** When the user asked; milliseconds since the epoch, by this machine's clock. */
  submittedAt?: number | undefined;
  /** When it began to run, where that was told as it happened: not of what is found running, was missed offline, or is read from time to time. */
  startedAt?: number | undefined;
  /** Whether it was seen running. @default whether `startedAt` is there */
  hasStarted?: boolean | undefined;
  /** When it ended: as long after the submit as the gateway says, else when that was seen here; absent where nobody knows. */
  endedAt?: number | undefined;
  /**
   * Seconds from submit to end, and who says so: such tasks of this user once a few have ended (`observed`), else
   * the gateway of this one (`estimate`), else its reference (`catalog`).
   */
  expectedSeconds?: { min: number; max: number; basis: 'catalog' | 'estimate' | 'observed' } | undefined;
}

/** What both kinds of generation tell a component. */
interface GenerationState {
  progress: GenerationProgress;
  cost: GenerationCost;
  error: BytespikeError | undefined;
}

/** State of a video task: what `TaskProgress` and `AssetViewer` render. */
export interface VideoTaskState extends GenerationState {
  status: VideoTaskStatus;
  connection: Connection;
  /** What was asked for; `undefined` for a task that another place submitted. */
  request: VideoRequest | undefined;
  task: TaskSnapshot | undefined;
  assets: readonly Asset[];
}

/** State of an image generation. */
export interface ImageGenerationState extends GenerationState {
  status: ImageGenerationStatus;
  /** Whether it is one request, which can only be waited for, or a task, which can be cancelled. */
  via: 'sync' | 'task';
  request: ImageRequest | undefined;
  images: readonly Asset[];
}
