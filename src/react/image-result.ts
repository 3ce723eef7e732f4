import type { ImageRun, ImageRunState } from '../core/places/runs.js';
import { heard } from './heard.js';

/** What all hooks of images return. */
export function imageResult(state: ImageRunState, run: Pick<ImageRun, 'cancel' | 'reset'>) {
  return { ...state, cancel: () => heard(run.cancel()), reset: run.reset };
}
