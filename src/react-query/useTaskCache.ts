'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { keys } from '../core/client/keys.js';
import type { TaskSnapshot } from '../core/outcome/snapshot.js';
import type { TaskCache } from '../core/places/runs.js';

/** Tasks in the app's own cache: what was prefetched is shown at once, what is followed can be read there. */
export function useTaskCache(): TaskCache {
  const queryClient = useQueryClient();
  return useMemo(
    () => ({
      get: (taskId) => queryClient.getQueryData<TaskSnapshot>(keys.task(taskId)),
      set: (snapshot) => void queryClient.setQueryData(keys.task(snapshot.taskId), snapshot),
    }),
    [queryClient],
  );
}
