import type { Clock } from '../../core/base/clock.js';
import { mergeSnapshots } from '../../core/outcome/snapshot.js';
import { isSettled } from '../../core/outcome/status.js';
import type { Readings } from '../base/readings.js';
import type { Finish } from '../results/finish.js';
import type { SharedEvents } from '../store/store.js';
import type { TaskReader } from '../upstream/task-reader.js';
import type { OwnedTask } from '../users/ownership.js';
import { shareRoom } from './leadership.js';
import { createRoomFollows } from './room-follows.js';
import { createUserRooms, endFollow, type KnownTask, type Room, type UserRooms } from './user-rooms.js';

/** What is known of a task beside the reading itself. */
interface TaskHint {
  taskId: string | undefined;
  model?: string | undefined;
}

/** What became known of each user's tasks, told to each of that user's listeners. */
export interface TaskEvents {
  /** Takes a reading of the gateway's about a task of this user's, with its results at the addresses that the user gets. */
  note(userId: string, reading: unknown, hint: TaskHint): void;
  /**
   * Follows the user's tasks for as long as somebody listens; each once, however many do, on however
   * many instances. Returns how to stop.
   */
  listen(userId: string, listener: (task: KnownTask) => void): () => void;
  /** Begins with those that nobody follows yet, for as long as somebody listens. */
  follow(userId: string): void;
  tasksOf(userId: string): KnownTask[];
  /** Whose task it is, if anything became known of it here or elsewhere. */
  find(taskId: string): Promise<{ userId: string; task: OwnedTask; settled: boolean } | undefined>;
}

interface TaskEventsOptions {
  reader: TaskReader;
  clock: Clock;
  finish: Finish | undefined;
  readings: Readings;
  shared: SharedEvents | undefined;
}

export function createTaskEvents({ reader, clock, finish, readings, shared }: TaskEventsOptions): TaskEvents {
  const rooms = createUserRooms(clock);
  const follows = createRoomFollows({ reader, finish, note });
  let news = 0;

  function note(userId: string, reading: unknown, hint: TaskHint): void {
    const task = see(userId, reading, hint);
    if (task === undefined || shared === undefined) return;
    const { taskId, model, at, snapshot } = task;
    // Who listens elsewhere hears of it when the store can tell again.
    void shared.publish(userId, { taskId, model, reading, at, settled: isSettled(snapshot) }).catch(() => {});
  }

  /** The task, when this reading is news. */
  function see(userId: string, reading: unknown, hint: TaskHint): KnownTask | undefined {
    const now = clock.wallNow();
    const next = readings.read(reading, { taskId: hint.taskId, serverNow: now, baseUrl: 'https://gateway.invalid' });
    if (next === undefined) return undefined;
    const room = rooms.of(userId);
    const known = room.tasks.get(next.taskId);
    const snapshot = mergeSnapshots(known?.snapshot, next);
    // Without the moment until which its links live, the same reading is the same.
    if (known !== undefined && (snapshot === known.snapshot || next.status !== snapshot.status || isSettled(known.snapshot))) return undefined;
    news++;
    const { taskId } = next;
    const task = { taskId, model: known?.model ?? hint.model, reading, snapshot, news, at: now, follow: known?.follow };
    const kept = known === undefined ? task : Object.assign(known, task);
    room.tasks.set(taskId, kept);
    rooms.tidy(room);
    if (isSettled(snapshot)) endFollow(kept);
    for (const listener of [...room.listeners]) listener(kept);
    return kept;
  }

  function open(userId: string, room: Room): void {
    if (shared === undefined) return;
    room.share = shareRoom({
      shared,
      clock,
      userId,
      onEvent: ({ reading, taskId, model }) => void see(userId, reading, { taskId, model }),
      onLead: (leads) => (leads ? follows.begin(userId, room) : follows.stop(room)),
    });
  }

  return {
    note,
    listen(userId, listener) {
      const room = rooms.of(userId);
      rooms.tidy(room);
      const isFirst = room.listeners.size === 0;
      room.listeners.add(listener);
      if (isFirst) open(userId, room);
      follows.begin(userId, room);
      return () => {
        if (!room.listeners.delete(listener) || room.listeners.size > 0) return;
        room.share?.close();
        room.share = undefined;
        follows.stop(room);
      };
    },
    follow(userId) {
      const room = rooms.get(userId);
      if (room !== undefined) follows.begin(userId, room);
    },
    tasksOf: (userId) => [...(rooms.get(userId)?.tasks.values() ?? [])],
    find: (taskId) => findOwner(rooms, shared, taskId),
  };
}

/** Whose task it is, and whether it has ended: here, or as another instance told. */
async function findOwner(rooms: UserRooms, shared: SharedEvents | undefined, taskId: string): ReturnType<TaskEvents['find']> {
  for (const [userId, { tasks }] of rooms) {
    const task = tasks.get(taskId);
    if (task !== undefined) return { userId, task: { taskId, model: task.model }, settled: isSettled(task.snapshot) };
  }
  const userId = await shared?.ownerOf(taskId).catch(() => undefined);
  if (shared === undefined || userId === undefined) return undefined;
  const told = (await shared.known(userId).catch(() => undefined))?.events.find((event) => event.taskId === taskId);
  return { userId, task: { taskId, model: told?.model }, settled: told?.settled ?? false };
}
