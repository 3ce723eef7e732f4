'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Client } from '../core/client.js';
import { useClient } from './provider.js';

interface Run<State> {
  get(): State;
  subscribe(listener: () => void): () => void;
  /** Called once the page is there. */
  start?(): void;
}

/**
 * A run that lives as long as the component and its client, and its state. On a server, and while
 * hydrating, the state is `initial`: storage and network are only looked at afterwards.
 */
export function useRun<State, R extends Run<State>>(
  create: (client: Client) => R,
  identity: string,
  initial: State,
): { run: R; state: State } {
  const client = useClient();
  const [held, setHeld] = useState(() => ({ client, identity, run: create(client) }));
  let { run } = held;
  if (held.client !== client || held.identity !== identity) {
    run = create(client);
    setHeld({ client, identity, run });
  }
  useEffect(() => run.start?.(), [run]);
  const state = useSyncExternalStore(run.subscribe, run.get, () => initial);
  return { run, state };
}
