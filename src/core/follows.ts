import { type Follow, follow, type FollowContext, type FollowState } from './follow.js';
import type { TaskSnapshot } from './task.js';

/** A watched task: its latest state, and who wants to hear of changes. */
interface Entry {
  state: FollowState;
  listeners: Set<(state: FollowState) => void>;
  controller: AbortController;
  follow: Follow | undefined;
}

export interface FollowStart {
  context: FollowContext;
  snapshot: FollowState['snapshot'];
  /** Seconds since the submit. */
  elapsed: number;
}

/** One follow for each task, however many look at it; it ends with the last of them. */
export interface Follows {
  watch(taskId: string, start: () => FollowStart, listener: (state: FollowState) => void): () => void;
  /** Hands a reading that came another way to the follow of that task, if there is one. */
  see(taskId: string, snapshot: TaskSnapshot): void;
}

export function createFollows(onState: (taskId: string, state: FollowState) => void): Follows {
  const entries = new Map<string, Entry>();

  function open(taskId: string, { context, snapshot, elapsed }: FollowStart): Entry {
    const entry: Entry = {
      state: { snapshot, connection: 'idle', error: undefined },
      listeners: new Set(),
      controller: new AbortController(),
      follow: undefined,
    };
    entries.set(taskId, entry);
    const emit = (state: FollowState) => {
      entry.state = state;
      onState(taskId, state);
      for (const listener of [...entry.listeners]) listener(state);
    };
    entry.follow = follow(context, { taskId, snapshot, elapsed, emit, signal: entry.controller.signal });
    void entry.follow.done.then(() => {
      if (!entry.controller.signal.aborted) emit({ ...entry.state, connection: 'idle' });
      if (entries.get(taskId) === entry) entries.delete(taskId);
    });
    return entry;
  }

  return {
    see: (taskId, snapshot) => entries.get(taskId)?.follow?.see(snapshot),
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
