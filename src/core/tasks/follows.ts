import { BytespikeError, isBytespikeError } from '../base/errors.js';
import { mergeSnapshots, type TaskSnapshot } from '../outcome/snapshot.js';
import { isSettled } from '../outcome/status.js';
import { type Follow, follow } from './follow.js';
import type { FollowContext, FollowState } from './follow-context.js';
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
  emit(state: FollowState): void;
  /** What came another way than by the follow of this tab. */
  receive(reading: TaskSnapshot | undefined, connection: FollowState['connection']): void;
}

function createEntry(snapshot: FollowState['snapshot'], onState: (state: FollowState) => void): Entry {
  const entry: Entry = {
    state: { snapshot, connection: 'idle', error: undefined },
    listeners: new Set(),
    controller: new AbortController(),
    follow: undefined,
    done: false,
    emit(state) {
      entry.state = state;
      onState(state);
      for (const listener of [...entry.listeners]) listener(state);
    },
    receive(reading, connection) {
      const { state } = entry;
      const merged = reading === undefined ? state.snapshot : mergeSnapshots(state.snapshot, reading);
      if (merged !== state.snapshot || connection !== state.connection) entry.emit({ ...state, snapshot: merged, connection });
    },
  };
  return entry;
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

/** @param quiet what a follow waits for before it begins, if for anything */
export function createFollows(tabs: Tabs, onState: (taskId: string, state: FollowState) => void, quiet: () => Promise<void> | undefined): Follows {
  const entries = new Map<string, Entry>();

  function forget(taskId: string, entry: Entry): void {
    if (entries.get(taskId) === entry) entries.delete(taskId);
  }

  async function run(taskId: string, entry: Entry, start: FollowStart): Promise<void> {
    const { signal } = entry.controller;
    await quiet();
    if (signal.aborted) return;
    await tabs.join(taskId, seatOf(taskId, entry, start), signal);
    if (!signal.aborted) entry.emit({ ...entry.state, connection: 'idle' });
    forget(taskId, entry);
  }

  /** Something here broke that nobody foresaw: whoever waits is told, and nobody waits for ever. */
  function giveUp(taskId: string, entry: Entry, cause: unknown): void {
    entry.controller.abort();
    forget(taskId, entry);
    entry.emit({ ...entry.state, connection: 'idle', error: isBytespikeError(cause) ? cause : notFollowed(taskId, cause) });
  }

  function open(taskId: string, start: FollowStart): Entry {
    const entry = createEntry(start.snapshot, (state) => onState(taskId, state));
    entries.set(taskId, entry);
    run(taskId, entry, start).catch((cause: unknown) => giveUp(taskId, entry, cause));
    return entry;
  }

  return {
    see(taskId, snapshot) {
      const entry = entries.get(taskId);
      if (entry?.follow !== undefined) entry.follow.see(snapshot);
      else entry?.receive(snapshot, entry.state.connection);
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
          forget(taskId, entry);
        });
      };
    },
  };
}

/** What this tab does for the others when it leads, and hears of the one that does. */
function seatOf(taskId: string, entry: Entry, { context, elapsed }: FollowStart): Parameters<Tabs['join']>[1] {
  return {
    async lead(tell, term) {
      entry.follow = follow(context, {
        taskId,
        snapshot: entry.state.snapshot,
        elapsed: elapsed(),
        signal: term,
        emit(state) {
          entry.emit(state);
          tell({ snapshot: state.snapshot, connection: state.connection });
        },
      });
      await entry.follow.done;
      entry.follow = undefined;
      entry.done = !term.aborted;
    },
    hear: ({ snapshot, connection }) => entry.receive(snapshot, connection),
    current: () => ({ snapshot: entry.state.snapshot, connection: entry.state.connection }),
    isOver: () => entry.done || (entry.state.snapshot !== undefined && isSettled(entry.state.snapshot)),
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
