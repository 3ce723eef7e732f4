import { useMemo } from 'react';
import { loadOnce } from '../../core/base/load-once.js';
import type { TaskRecord } from '../../core/records/task-store.js';
import { useBytespike } from '../../react/provider.js';
import { useLoaded } from '../use-loaded.js';
import type { Family } from './family/family.js';

/** Most of what is made begins with no result. */
const family = loadOnce(() => import('./family/family.js'));

/** What was made of what, once there is such; the same object for as long as nothing of it changes. */
export function useFamily(tasks: readonly TaskRecord[]): Family | undefined {
  const { messages } = useBytespike();
  const { Component: part } = useLoaded(family, tasks.some(({ request }) => request.parent !== undefined));
  const relations = part?.relationsIn(tasks);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what of the tasks it goes by is in `relations`
  return useMemo(() => (relations ? part?.familyOf(tasks, messages) : undefined), [part, relations, messages]);
}
