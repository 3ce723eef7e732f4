import type { ImageGenerationState, VideoTaskState, VideoTaskStatus } from '../core/places/states.js';
import type { ImageGenerationResult, VideoTaskResult } from '../react/hook-results.js';
import type { GenerationKind } from '../react/words/parts.js';

/** A video task's state, with or without the calls of its hook: a `useVideoTask` result fits whole. */
export type VideoGeneration = VideoTaskState & Partial<Pick<VideoTaskResult, 'cancel' | 'check'>>;
/** An image generation's state, with or without the calls of its hook. */
export type ImageGeneration = ImageGenerationState & Partial<Pick<ImageGenerationResult, 'cancel'>>;
export type Generation = VideoGeneration | ImageGeneration;

/** One word for where a generation stands, whichever kind it is: text, `data-status` and ARIA all come from it. */
export type GenerationStatus = VideoTaskStatus;

const IMAGE_STATUS = {
  idle: 'idle',
  pending: 'running',
  success: 'completed',
  error: 'failed',
  unknown: 'unknown',
} as const satisfies Record<ImageGenerationState['status'], GenerationStatus>;

export function isImage(generation: Generation): generation is ImageGeneration {
  return 'images' in generation;
}

export function generationKind(generation: Generation): GenerationKind {
  return isImage(generation) ? 'image' : 'video';
}

export function generationStatus(generation: Generation): GenerationStatus {
  if (!isImage(generation)) return generation.status;
  // Stopped on purpose, before anything left or with the gateway's consent: nothing went wrong.
  if (generation.status === 'error' && isStopped(generation)) return 'cancelled';
  return IMAGE_STATUS[generation.status];
}

/** Whether its end is somebody's own wish. */
export function isStopped({ error }: Generation): boolean {
  return error?.code === 'aborted' || error?.code === 'task_cancelled';
}

const BILLED = ['no', 'unknown', 'yes'] as const;

/**
 * Whether it cost money: the gateway's amount, else what makes more of it. The error of a read that
 * failed cost nothing itself, and says nothing of what it was to read.
 */
export function billedOf({ cost, error }: Generation): (typeof BILLED)[number] {
  if (cost.final !== undefined) return cost.final > 0 ? 'yes' : 'no';
  return BILLED[Math.max(BILLED.indexOf(cost.billed), BILLED.indexOf(error?.billed ?? 'no'))] ?? 'unknown';
}

/** A status in which something is being made. */
type ActiveStatus = (typeof ACTIVE)[number];
const ACTIVE = ['submitting', 'queued', 'running', 'cancelling'] as const satisfies readonly GenerationStatus[];

/** Whether something is being made, as far as is known. */
export function isActive(status: GenerationStatus): status is ActiveStatus {
  return (ACTIVE as readonly GenerationStatus[]).includes(status);
}
