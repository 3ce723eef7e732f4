import { type GenerationActivity, idle } from './idle.js';
import type { PartsState } from './parts.js';

/** One word for the button: text, `data-status` and ARIA come from it. */
export type ButtonStatus = 'idle' | 'opening' | 'open' | 'making' | 'made' | 'ended' | 'failed';

/** What the button knows of its panel. */
export interface Heard {
  activity: GenerationActivity;
  /** Whether the person knows how it ended. */
  isSeen: boolean;
  /** Seconds since the submit when this was heard. */
  elapsed: number;
}

export const nothingHeard: Heard = { activity: idle, isSeen: true, elapsed: 0 };

export function buttonStatus(isOpen: boolean, parts: PartsState<unknown>['status'], { activity, isSeen }: Heard): ButtonStatus {
  if (isOpen && parts === 'failed') return 'failed';
  if (isOpen) return parts === 'ready' ? 'open' : 'opening';
  if (activity.status === 'making') return 'making';
  return isSeen ? 'idle' : activity.status;
}
