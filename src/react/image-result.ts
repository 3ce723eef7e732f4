import type { ImageRun, ImageRunState } from '../core/places/runs.js';
import { markHandled } from './mark-handled.js';

/** What all hooks of images return. */
export function imageResult(state: ImageRunState, run: Pick<ImageRun, 'cancel' | 'reset'>) {
  return { ...state, cancel: () => markHandled(run.cancel()), reset: run.reset };
}
