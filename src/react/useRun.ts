'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ClientInternals } from '../core/client/internals.js';
import { useClient } from './provider.js';

interface Run<State> {
  get(): State;
  /** What a server renders, and the page while it hydrates: nothing that only the browser knows. */
  initial(): State;
  subscribe(listener: () => void): () => void;
  /** Called once the page is there; returns what to do when nobody looks any more. */
  start?(): (() => void) | undefined;
}

/**
 * A run that lives as long as the component and its client, and its state. On a server, and while
 * hydrating, storage and network are not looked at.
 */
export function useRun<R extends Run<unknown>>(
  create: (client: ClientInternals) => R,
  identity: string,
): { run: R; state: ReturnType<R['get']> } {
  const client = useClient();
  const [held, setHeld] = useState(() => ({ client, identity, run: create(client) }));
  let { run } = held;
  if (held.client !== client || held.identity !== identity) {
    run = create(client);
    setHeld({ client, identity, run });
  }
  useEffect(() => run.start?.(), [run]);
  const state = useSyncExternalStore(run.subscribe, run.get, run.initial) as ReturnType<R['get']>;
  return { run, state };
}
