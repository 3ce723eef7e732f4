'use client';

import { useSyncExternalStore } from 'react';
import type { ObservedWaits } from '../core/catalog/model.js';
import { shownWaits } from '../core/records/shown-waits.js';
import { useClient } from './provider.js';

const notSeen = (): undefined => undefined;

/** How long tasks of this user took lately. A server has seen none, and a page that hydrates shows what the server did. */
export function useObservedWaits(): ObservedWaits | undefined {
  const { memory, clock } = useClient();
  const waits = shownWaits(memory, clock);
  return useSyncExternalStore(waits.subscribe, waits.get, notSeen);
}
