import { type Clock, sleep } from '../base/clock.js';
import { linked } from '../base/signals.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';

interface Member {
  hear: (snapshot: TaskSnapshot) => void;
  /** Those who wait for a change. */
  waiting: Set<() => void>;
}

/** Those who listen to one stream, each for its own task. */
export interface StreamMembers {
  isEmpty(): boolean;
  /** Takes part until the result is called. */
  add(taskId: string, hear: (snapshot: TaskSnapshot) => void): () => void;
  /** Hands over a reading to the one that it is for, if there is one. */
  tell(snapshot: TaskSnapshot): void;
  /** Something changed for all. */
  tellAll(): void;
  /** Calls back with each change for the task, until the result is called. */
  onChange(taskId: string, look: () => void): () => void;
  /** Until such a change fulfils the condition, `ms` have passed, or `signal` aborts. */
  until(taskId: string, condition: () => boolean, ms: number, signal: AbortSignal): Promise<void>;
}

/** @param watched opens what is needed while there are any: called with the first, what it returns with the last */
export function createStreamMembers(clock: Clock, watched: () => () => void): StreamMembers {
  const members = new Map<string, Member>();
  let close = () => {};
  const lookAt = (member: Member | undefined) => [...(member?.waiting ?? [])].forEach((look) => look());

  function onChange(taskId: string, look: () => void): () => void {
    const waiting = members.get(taskId)?.waiting;
    waiting?.add(look);
    return () => void waiting?.delete(look);
  }

  return {
    isEmpty: () => members.size === 0,
    add(taskId, hear) {
      const member: Member = { hear, waiting: new Set() };
      if (members.size === 0) close = watched();
      members.set(taskId, member);
      return () => {
        if (members.get(taskId) !== member) return;
        members.delete(taskId);
        if (members.size === 0) close();
      };
    },
    tell(snapshot) {
      const member = members.get(snapshot.taskId);
      member?.hear(snapshot);
      lookAt(member);
    },
    tellAll: () => members.forEach(lookAt),
    onChange,
    async until(taskId, condition, ms, signal) {
      if (condition()) return;
      const over = linked(signal);
      const leave = onChange(taskId, () => condition() && over.abort());
      await sleep(clock, ms, over.signal);
      over.abort();
      leave();
    },
  };
}
