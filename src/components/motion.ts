import { granted } from '../core/base/granted.js';

const STILL = '(prefers-reduced-motion: reduce)';

/** Test environments have no media queries: who says nothing has no preference. */
const query = (): MediaQueryList | null | undefined => granted(() => matchMedia(STILL));

/** Whether the person wants less motion. */
export function prefersStill(): boolean {
  return query()?.matches ?? false;
}

/** Calls `changed` whenever that changes, until the result is called. */
export function watchMotion(changed: () => void): () => void {
  const asked = query();
  // A stand-in of tests often has an answer and no events.
  asked?.addEventListener?.('change', changed);
  return () => asked?.removeEventListener?.('change', changed);
}
