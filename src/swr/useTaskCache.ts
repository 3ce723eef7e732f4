'use client';

import { useMemo } from 'react';
import { unstable_serialize, useSWRConfig } from 'swr';
import { keys } from '../core/client/keys.js';
import type { TaskSnapshot } from '../core/outcome/snapshot.js';
import type { TaskCache } from '../core/places/runs.js';

/** Tasks in the app's own cache: what is in `fallback` is shown at once, what is followed can be read there. */
export function useTaskCache(): TaskCache {
  const { cache, fallback, mutate } = useSWRConfig();
  return useMemo(
    () => ({
      get(taskId) {
        const key = unstable_serialize(keys.task(taskId));
        const known = (cache.get(key)?.data ?? fallback[key]) as Partial<TaskSnapshot> | undefined;
        // What was prefetched may be a promise of it still: SWR would suspend for that, and a task is read instead.
        return known?.taskId === undefined ? undefined : (known as TaskSnapshot);
      },
      // A run goes on when the app has taken its cache down: nobody looks into that one any more.
      set: (snapshot) => void mutate(keys.task(snapshot.taskId), snapshot, { revalidate: false }).catch(() => {}),
    }),
    [cache, fallback, mutate],
  );
}
