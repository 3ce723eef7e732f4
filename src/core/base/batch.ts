import type { Clock } from './clock.js';

/**
 * Runs soon, and together with everything else that was asked for by then: news of many tasks that
 * arrives at once is one render of the page. Asking twice for the same is asking once.
 */
export type Batch = (run: () => void) => void;

export function createBatch(clock: Clock): Batch {
  let due = new Set<() => void>();
  const flush = () => {
    const runs = due;
    due = new Set();
    for (const run of runs) run();
  };
  return (run) => {
    if (due.size === 0) clock.setTimeout(flush, 0);
    due.add(run);
  };
}
