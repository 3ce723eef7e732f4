import { type RefObject, useEffect, useRef } from 'react';
import type { TaskRecord } from '../../core/records/task-store.js';

/**
 * Goes to another tile by its key. One that is filtered out, or held back, is shown first.
 *
 * @param activate puts the keyboard on it, wherever it comes to be
 * @param reveal scrolls a tile into sight
 */
export function useKin(
  { ref, tasks, onShowAll }: { ref: RefObject<HTMLElement | null>; tasks: readonly TaskRecord[]; onShowAll: () => void },
  activate: (id: string) => void,
  reveal: (index: number) => void,
): (id: string) => void {
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    const index = indexOf(tasks, wanted.current);
    if (index < 0) return;
    wanted.current = undefined;
    reveal(index);
  });
  return (id) => {
    wanted.current = id;
    if (indexOf(tasks, id) < 0) onShowAll();
    ref.current?.focus();
    activate(id);
  };
}

const indexOf = (tasks: readonly TaskRecord[], id: string | undefined): number => tasks.findIndex(({ outTaskId }) => outTaskId === id);
