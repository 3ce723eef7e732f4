import type { Asset } from '../core/outcome/asset.js';
import type { ImageEditRequest, ImageRequest, VideoRequest } from '../core/catalog/requests.js';
import type { VideoTaskState } from '../core/places/states.js';
import type { TaskSnapshot } from '../core/outcome/snapshot.js';
import type { ImageRun, ImageRunState, VideoRun } from '../core/places/runs.js';
import { heard } from './heard.js';
import type { ImageEditResult, ImageGenerationResult, VideoTaskResult } from './hook-results.js';

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
export function imageGenerationResult(state: ImageRunState, run: ImageRun, generate: Call<ImageRequest>): ImageGenerationResult {
  return { ...imageResult(state, run), generate: (request) => heard(generate(request)) };
}

/** What `useImageEdit` returns, in both flavours. */
export function imageEditResult(
  state: ImageRunState,
  run: ImageRun<ImageEditRequest>,
  generate: Call<ImageEditRequest>,
): ImageEditResult {
  return { ...imageResult(state, run), generate: (request) => heard(generate(request)) };
}

type Call<Request> = (request: Request) => Promise<readonly Asset[]>;

function imageResult(state: ImageRunState, run: Pick<ImageRun, 'cancel' | 'reset'>) {
  return { ...state, cancel: () => heard(run.cancel()), reset: run.reset };
}
