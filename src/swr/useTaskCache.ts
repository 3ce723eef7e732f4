'use client';

import { useMemo } from 'react';
import { useSWRConfig } from 'swr';
// What `unstable_serialize` calls. That one stands in SWR's own entry, and Rolldown, where a later part alone uses something of
// a file that the page passes through, gives each of a dozen small files of the page's a request of its own.
import { serialize } from 'swr/_internal';
import { keys } from '../core/client/keys.js';
import type { TaskSnapshot } from '../core/outcome/snapshot.js';
import type { TaskCache } from '../core/places/runs.js';

/** Tasks in the app's own cache: what is in `fallback` is shown at once, what is followed can be read there. */
export function useTaskCache(): TaskCache {
  const { cache, fallback, mutate } = useSWRConfig();
  return useMemo(
    () => ({
      get(taskId) {
        const [key] = serialize(keys.task(taskId));
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
