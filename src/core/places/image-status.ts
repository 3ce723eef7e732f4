import type { ImageGenerationState, VideoTaskStatus } from './states.js';

/** How an image stands that is rendered as a task, by how the task stands. */
export const imageStatus = {
  idle: 'pending',
  submitting: 'pending',
  queued: 'pending',
  running: 'pending',
  cancelling: 'pending',
  completed: 'success',
  failed: 'error',
  cancelled: 'error',
  unknown: 'unknown',
} as const satisfies Record<VideoTaskStatus, ImageGenerationState['status']>;
