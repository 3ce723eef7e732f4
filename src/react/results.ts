import type { Asset } from '../core/asset.js';
import type { ImageRun, ImageRunState } from '../core/image-run.js';
import type { ImageRequest, VideoRequest } from '../core/requests.js';
import type { ImageGenerationResult, VideoTaskResult, VideoTaskState } from '../core/results.js';
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

/** What `useImageGeneration` and `useImageEdit` return, in both flavours; `generate` goes through the flavour's own mutation. */
export function imageGenerationResult<Request extends ImageRequest>(
  state: ImageRunState,
  run: ImageRun<Request>,
  generate: (request: Request) => Promise<readonly Asset[]>,
): ImageGenerationResult<Request> {
  return {
    ...state,
    generate: (request) => heard(generate(request)),
    cancel: () => heard(run.cancel()),
    reset: run.reset,
  };
}
