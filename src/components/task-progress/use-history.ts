import { useState } from 'react';
import type { GenerationStatus } from '../generation.js';

/** What happened since this component appeared, that the state alone does not say. */
interface History {
  /** Whether nothing changed yet. What is already on a page is not news, so it is not announced. */
  untouched: boolean;
  /** Whether it was being cancelled just before it ended. */
  cancelAsked: boolean;
}

export function useHistory(status: GenerationStatus): History {
  const [seen, setSeen] = useState<History & { status: GenerationStatus }>({ status, untouched: true, cancelAsked: false });
  if (seen.status === status) return seen;
  const next = { status, untouched: false, cancelAsked: seen.status === 'cancelling' };
  setSeen(next);
  return next;
}
