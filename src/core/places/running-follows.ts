import type { ClientInternals } from '../client/internals.js';

/** A follow for each task that runs. */
interface RunningFollows {
  /** Follows these, and no others. */
  keep(running: readonly string[]): void;
  stop(): void;
}

/** Whose reads are refused is read again after this. */
const REFUSED_MS = 60_000;

/** @param again called when a task whose reads were refused is to be followed again */
export function createRunningFollows({ tasks, clock }: Pick<ClientInternals, 'tasks' | 'clock'>, again: () => void): RunningFollows {
  const follows = new Map<string, () => void>();

  /** What is refused, as without a session, is asked for again after a while: nothing leaves the history for that. */
  function followOne(taskId: string): () => void {
    let timer: unknown;
    const retry = () => {
      unfollow(taskId);
      again();
    };
    const stop = tasks.watch(taskId, ({ connection, error }) => {
      clock.clearTimeout(timer);
      if (connection === 'idle' && error !== undefined) timer = clock.setTimeout(retry, REFUSED_MS);
    });
    return () => {
      clock.clearTimeout(timer);
      stop();
    };
  }

  function unfollow(taskId: string): void {
    const stop = follows.get(taskId);
    follows.delete(taskId);
    stop?.();
  }

  return {
    keep(running) {
      for (const taskId of running) if (!follows.has(taskId)) follows.set(taskId, followOne(taskId));
      for (const taskId of [...follows.keys()]) if (!running.includes(taskId)) unfollow(taskId);
    },
    stop: () => [...follows.keys()].forEach(unfollow),
  };
}
