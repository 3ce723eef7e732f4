import type { Clock } from '../../core/base/clock.js';
import type { KnownTask } from './user-rooms.js';

/** News that a client has not taken yet. Of each task only the latest waits: a slow client costs no memory and skips what is stale. */
interface NewsQueue {
  readonly isEmpty: boolean;
  put(task: KnownTask): void;
  /** All that wait, the oldest first. */
  take(): KnownTask[];
  /** Until there is news, `wake` is called, or so much time has passed. */
  wait(ms: number): Promise<void>;
  wake(): void;
}

export function createNewsQueue(clock: Clock): NewsQueue {
  const pending = new Map<string, KnownTask>();
  /** Ends the wait. A promise and no signal: news may come out of another request, which on Workers may not abort what is ours. */
  let wake = () => {};
  return {
    get isEmpty() {
      return pending.size === 0;
    },
    put: (task) => void pending.set(task.taskId, task),
    take() {
      const tasks = [...pending.values()].sort((a, b) => a.news - b.news);
      pending.clear();
      return tasks;
    },
    async wait(ms) {
      let timer: unknown;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = clock.setTimeout(resolve, ms);
      });
      clock.clearTimeout(timer);
    },
    wake: () => wake(),
  };
}
