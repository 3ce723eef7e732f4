import type { GenerationKind } from '../../react/words/parts.js';

/** What goes on in a panel, for who does not see it. */
export interface GenerationActivity {
  /** `ended` is whatever is no result: failed, cancelled, unknown. */
  status: 'idle' | 'making' | 'made' | 'ended';
  kind: GenerationKind;
  /** Milliseconds since the epoch. */
  submittedAt?: number | undefined;
  /** Seconds from submit to end that are usual. */
  expectedSeconds?: number | undefined;
}

export const idle: GenerationActivity = { status: 'idle', kind: 'image' };
