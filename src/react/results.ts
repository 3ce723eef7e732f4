import type { ImageRun } from '../core/image-run.js';
import type { ImageRequest, VideoRequest } from '../core/requests.js';
import type { Asset } from '../core/asset.js';
import type { ImageGenerationResult, ImageGenerationState, VideoTaskResult, VideoTaskState } from '../core/results.js';
import type { TaskSnapshot } from '../core/task.js';
import type { VideoRun } from '../core/video-run.js';
import { heard } from './heard.js';

/** What `useVideoTask` returns, in both flavours; `submit` goes through the flavour's own mutation. */
export function videoTaskResult(
  state: VideoTaskState,
  run: VideoRun,
  submit: (request: VideoRequest) => Promise<TaskSnapshot>,
): VideoTaskResult {
  return {
    ...state,
    submit: (request) => heard(submit(request)),
    cancel: () => heard(run.cancel()),
    resume: (id) => heard(run.resume(id)),
    check: () => heard(run.check()),
    reset: run.reset,
  };
}

/** What `useImageGeneration` returns, in both flavours; `generate` goes through the flavour's own mutation. */
export function imageGenerationResult(
  state: ImageGenerationState,
  run: ImageRun,
  generate: (request: ImageRequest) => Promise<readonly Asset[]>,
): ImageGenerationResult {
  return {
    ...state,
    generate: (request) => heard(generate(request)),
    cancel: () => heard(run.cancel()),
    reset: run.reset,
  };
}
