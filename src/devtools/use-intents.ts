'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { ClientInternals } from '../core/client/internals.js';
import { imageStore } from '../core/records/image-store.js';
import { byNewest } from '../core/records/records.js';
import { type TaskRecord, taskStore } from '../core/records/task-store.js';
import { useClient } from '../react/provider.js';
import type { Devtools } from './devtools.js';
import { type Intent, intentsOf } from './intents.js';

const none: readonly TaskRecord[] = [];

/** All that was wished for, newest first. Only looks: nothing is followed for it, so the page does what it does without. */
export function useIntents({ traffic }: Devtools): readonly Intent[] {
  const client = useClient();
  const records = useMemo(() => recordsOf(client), [client]);
  const list = useSyncExternalStore(records.subscribe, records.get, () => none);
  const exchanges = useSyncExternalStore(traffic.subscribe, traffic.get, traffic.get);
  return useMemo(() => intentsOf(list, exchanges), [list, exchanges]);
}

function recordsOf(client: ClientInternals) {
  const [tasks, images] = [taskStore(client), imageStore(client)];
  let known: readonly TaskRecord[] = none;
  return {
    subscribe: tasks.subscribe,
    get(): readonly TaskRecord[] {
      const now = [...tasks.list(), ...images.list()].sort(byNewest);
      if (now.length !== known.length || now.some((record, index) => record !== known[index])) known = now;
      return known;
    },
  };
}
