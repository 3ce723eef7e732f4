import type { Clock } from '../../core/base/clock.js';
import type { TaskSnapshot } from '../../core/outcome/snapshot.js';
import { isSettled } from '../../core/outcome/status.js';
import type { OwnedTask } from '../users/ownership.js';
import type { RoomShare } from './leadership.js';

/** A task of which something became known. */
export interface KnownTask extends OwnedTask {
  /** The gateway's latest reading, as it came. */
  reading: unknown;
  snapshot: TaskSnapshot;
  /** Grows with each news of any task. */
  news: number;
  at: number;
  follow: AbortController | undefined;
}

/** All tasks of one user, and who listens. */
export interface Room {
  tasks: Map<string, KnownTask>;
  listeners: Set<(task: KnownTask) => void>;
  /** What other instances have to do with this user; there while somebody listens. */
  share: RoomShare | undefined;
  /** When old tasks are looked for again. */
  tidyAt: number;
}

/** Rooms by user: so many, and of each so many tasks, for so long. */
export interface UserRooms extends Iterable<[string, Room]> {
  get(userId: string): Room | undefined;
  /** That of a user, made where there is none. */
  of(userId: string): Room;
  /** Throws old tasks out, now and then: it looks at all of them. */
  tidy(room: Room): void;
}

/** Ended tasks are told to one who comes back within this time; later ones are read. */
const REMEMBERED_MS = 10 * 60_000;
/** The gateway forgets a task's result after a day. */
const LONGEST_MS = 24 * 60 * 60_000;
const TIDY_MS = 60_000;
const MOST_TASKS = 1000;
const MOST_USERS = 10_000;

/** On Workers what another request has begun may not be ended from here; it ends with that request. */
export function endFollow({ follow }: KnownTask): void {
  try {
    follow?.abort();
  } catch {
    // As said.
  }
}

export function createUserRooms(clock: Clock): UserRooms {
  const rooms = new Map<string, Room>();
  return {
    [Symbol.iterator]: () => rooms[Symbol.iterator](),
    get: (userId) => rooms.get(userId),
    of(userId) {
      const room = rooms.get(userId) ?? { tasks: new Map<string, KnownTask>(), listeners: new Set(), share: undefined, tidyAt: 0 };
      // Put last: those whom nobody asked for the longest come first.
      rooms.delete(userId);
      rooms.set(userId, room);
      for (const [id, { listeners }] of rooms) {
        if (rooms.size <= MOST_USERS) break;
        if (listeners.size === 0 && id !== userId) rooms.delete(id);
      }
      return room;
    },
    tidy(room) {
      const { tasks } = room;
      const now = clock.wallNow();
      if (now < room.tidyAt && tasks.size < MOST_TASKS) return;
      room.tidyAt = now + TIDY_MS;
      for (const [taskId, task] of tasks) {
        const old = now - task.at > (isSettled(task.snapshot) ? REMEMBERED_MS : LONGEST_MS);
        if (!old && tasks.size < MOST_TASKS) continue;
        endFollow(task);
        tasks.delete(taskId);
      }
    },
  };
}
