import { isSettled } from '../../core/outcome/status.js';
import type { Finish } from '../results/finish.js';
import type { TaskReader } from '../upstream/task-reader.js';
import { endFollow, type KnownTask, type Room } from './user-rooms.js';

interface RoomFollowsOptions {
  reader: TaskReader;
  finish: Finish | undefined;
  /** Takes a reading, with its results at the addresses that the user gets. */
  note: (userId: string, reading: unknown, task: KnownTask) => void;
}

/** The tasks of a room are followed while somebody listens there, by the instance that leads. */
interface RoomFollows {
  /** Begins with those that nobody follows yet. */
  begin(userId: string, room: Room): void;
  stop(room: Room): void;
}

export function createRoomFollows({ reader, finish, note }: RoomFollowsOptions): RoomFollows {
  function follow(userId: string, task: KnownTask): void {
    const mine = new AbortController();
    task.follow = mine;
    const tell = (reading: unknown) => {
      if (!mine.signal.aborted) note(userId, reading, task);
    };
    const { taskId, model } = task;
    const onReading = (reading: unknown) =>
      finish === undefined ? tell(reading) : void finish(reading, { userId, taskId, model }).then(tell);
    void reader
      .follow(task, onReading, mine.signal)
      .catch(() => {})
      .finally(() => {
        if (task.follow === mine) task.follow = undefined;
      });
  }

  return {
    begin(userId, { tasks, listeners, share }) {
      if (listeners.size === 0 || share?.leads() === false) return;
      for (const task of tasks.values()) if (task.follow === undefined && !isSettled(task.snapshot)) follow(userId, task);
    },
    stop({ tasks }) {
      for (const task of tasks.values()) {
        endFollow(task);
        task.follow = undefined;
      }
    },
  };
}
