import { useMemo, useState } from 'react';
import type { TaskRecord } from '../../core/records/task-store.js';

interface HeldBack {
  /** What is shown. */
  shown: readonly TaskRecord[];
  /** How many newer ones wait. */
  held: number;
  /** Whether somebody looks at something that must not move. */
  setLooking: (looking: boolean) => void;
  release: () => void;
}

/**
 * In a grid one more at the top moves all others. So what comes while somebody has scrolled or is
 * there with the keyboard waits until they are done, or ask for it.
 */
export function useHeldBack(tasks: readonly TaskRecord[]): HeldBack {
  const [since, setSince] = useState<number>();
  const held = since === undefined ? 0 : tasks.findIndex(({ createdAt }) => createdAt <= since);
  // Nothing of what was looked at is left: there is nothing to keep in place.
  const waiting = Math.max(0, held);
  const shown = useMemo(() => (waiting === 0 ? tasks : tasks.slice(waiting)), [tasks, waiting]);
  return {
    shown,
    held: waiting,
    setLooking: (looking) => setSince((current) => (looking ? (current ?? tasks[0]?.createdAt) : undefined)),
    release: () => setSince(undefined),
  };
}
