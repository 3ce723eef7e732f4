import { BytespikeError, isBytespikeError } from '../base/errors.js';
import { mergeSnapshots, type TaskSnapshot } from '../outcome/snapshot.js';
import { isSettled } from '../outcome/status.js';
import { type Follow, follow, type FollowContext, type FollowState } from './follow.js';
import type { Tabs } from './tabs.js';

/** A watched task: its latest state, and who wants to hear of changes. */
interface Entry {
  state: FollowState;
  listeners: Set<(state: FollowState) => void>;
  controller: AbortController;
  /** Set while this tab is the one that follows. */
  follow: Follow | undefined;
  /** Followed to its end, such as that is. */
  done: boolean;
}

interface FollowStart {
  context: FollowContext;
  snapshot: FollowState['snapshot'];
  /** Seconds since the submit, at this moment. */
  elapsed: () => number;
}

/** One follow for each task, however many look at it and in how many tabs; it ends with the last of them. */
interface Follows {
  watch(taskId: string, start: () => FollowStart, listener: (state: FollowState) => void): () => void;
  /** Hands a reading that came another way to whoever watches that task. */
  see(taskId: string, snapshot: TaskSnapshot): void;
}

export function createFollows(tabs: Tabs, onState: (taskId: string, state: FollowState) => void): Follows {
  const entries = new Map<string, Entry>();

  function emit(taskId: string, entry: Entry, state: FollowState): void {
    entry.state = state;
    onState(taskId, state);
    for (const listener of [...entry.listeners]) listener(state);
  }

  async function run(taskId: string, entry: Entry, { context, elapsed }: FollowStart): Promise<void> {
    const { signal } = entry.controller;
    await tabs.join(
      taskId,
      {
        async lead(tell, term) {
          entry.follow = follow(context, {
            taskId,
            snapshot: entry.state.snapshot,
            elapsed: elapsed(),
            signal: term,
            emit(state) {
              emit(taskId, entry, state);
              tell({ snapshot: state.snapshot, connection: state.connection });
            },
          });
          await entry.follow.done;
          entry.follow = undefined;
          entry.done = !term.aborted;
        },
        hear: ({ snapshot, connection }) => receive(taskId, entry, snapshot, connection),
        current: () => ({ snapshot: entry.state.snapshot, connection: entry.state.connection }),
        isOver: () => entry.done || (entry.state.snapshot !== undefined && isSettled(entry.state.snapshot)),
      },
      signal,
    );
    if (!signal.aborted) emit(taskId, entry, { ...entry.state, connection: 'idle' });
    if (entries.get(taskId) === entry) entries.delete(taskId);
  }

  /** Something here broke that nobody foresaw: whoever waits is told, and nobody waits for ever. */
  function giveUp(taskId: string, entry: Entry, cause: unknown): void {
    entry.controller.abort();
    if (entries.get(taskId) === entry) entries.delete(taskId);
    emit(taskId, entry, { ...entry.state, connection: 'idle', error: isBytespikeError(cause) ? cause : notFollowed(taskId, cause) });
  }

  function receive(taskId: string, entry: Entry, reading: TaskSnapshot | undefined, connection: FollowState['connection']) {
    const snapshot = reading === undefined ? entry.state.snapshot : mergeSnapshots(entry.state.snapshot, reading);
    if (snapshot === entry.state.snapshot && connection === entry.state.connection) return;
    emit(taskId, entry, { ...entry.state, snapshot, connection });
  }

  function open(taskId: string, start: FollowStart): Entry {
    const entry: Entry = {
      state: { snapshot: start.snapshot, connection: 'idle', error: undefined },
      listeners: new Set(),
      controller: new AbortController(),
      follow: undefined,
      done: false,
    };
    entries.set(taskId, entry);
    run(taskId, entry, start).catch((cause: unknown) => giveUp(taskId, entry, cause));
    return entry;
  }

  return {
    see(taskId, snapshot) {
      const entry = entries.get(taskId);
      if (entry?.follow !== undefined) entry.follow.see(snapshot);
      else if (entry !== undefined) receive(taskId, entry, snapshot, entry.state.connection);
    },
    watch(taskId, start, listener) {
      const entry = entries.get(taskId) ?? open(taskId, start());
      entry.listeners.add(listener);
      if (entry.state.snapshot !== undefined) listener(entry.state);
      return () => {
        if (!entry.listeners.delete(listener) || entry.listeners.size > 0) return;
        // A component that is taken off and put back at once (StrictMode, a list that is sorted) keeps its connection.
        queueMicrotask(() => {
          if (entry.listeners.size > 0) return;
          entry.controller.abort();
          if (entries.get(taskId) === entry) entries.delete(taskId);
        });
      };
    },
  };
}

function notFollowed(taskId: string, cause: unknown): BytespikeError {
  return new BytespikeError({
    code: 'outcome_unknown',
    message: `This page could not go on following the task ${taskId}. The task goes on: check again, or reload the page.`,
    billed: 'unknown',
    retryable: true,
    cause,
  });
}
