import type { Clock } from '../../core/base/clock.js';
import { mergeSnapshots, type TaskSnapshot } from '../../core/outcome/snapshot.js';
import { isSettled } from '../../core/outcome/status.js';
import type { Readings } from '../base/readings.js';
import type { Finish } from '../results/finish.js';
import type { SharedEvents } from '../store/store.js';
import type { TaskReader } from '../upstream/task-reader.js';
import type { OwnedTask } from '../users/ownership.js';
import { type RoomShare, shareRoom } from './leadership.js';

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

/** What is known of a task beside the reading itself. */
interface TaskHint {
  taskId: string | undefined;
  model?: string | undefined;
}

/** All tasks of one user, and who listens. */
interface Room {
  tasks: Map<string, KnownTask>;
  listeners: Set<(task: KnownTask) => void>;
  /** What other instances have to do with this user; there while somebody listens. */
  share: RoomShare | undefined;
  /** When old tasks are looked for again. */
  tidyAt: number;
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

/** Ended tasks are told to one who comes back within this time; later ones are read. */
const REMEMBERED_MS = 10 * 60_000;
/** The gateway forgets a task's result after a day. */
const LONGEST_MS = 24 * 60 * 60_000;
const TIDY_MS = 60_000;
const MOST_TASKS = 1000;
const MOST_USERS = 10_000;

/** On Workers what another request has begun may not be ended from here; it ends with that request. */
function end({ follow }: KnownTask): void {
  try {
    follow?.abort();
  } catch {
    // As said.
  }
}

export function createTaskEvents({ reader, clock, finish, readings, shared }: TaskEventsOptions): TaskEvents {
  const rooms = new Map<string, Room>();
  let news = 0;

  function roomOf(userId: string): Room {
    const room = rooms.get(userId) ?? { tasks: new Map<string, KnownTask>(), listeners: new Set(), share: undefined, tidyAt: 0 };
    // Put last: those whom nobody asked for the longest come first.
    rooms.delete(userId);
    rooms.set(userId, room);
    for (const [id, { listeners }] of rooms) {
      if (rooms.size <= MOST_USERS) break;
      if (listeners.size === 0 && id !== userId) rooms.delete(id);
    }
    return room;
  }

  /** Not at each news: it looks at all tasks. */
  function tidy(room: Room): void {
    const { tasks } = room;
    const now = clock.wallNow();
    if (now < room.tidyAt && tasks.size < MOST_TASKS) return;
    room.tidyAt = now + TIDY_MS;
    for (const [taskId, task] of tasks) {
      const old = now - task.at > (isSettled(task.snapshot) ? REMEMBERED_MS : LONGEST_MS);
      if (!old && tasks.size < MOST_TASKS) continue;
      end(task);
      tasks.delete(taskId);
    }
  }

  function begin(userId: string, room: Room, task: KnownTask): void {
    if (room.listeners.size === 0 || room.share?.leads() === false || task.follow !== undefined || isSettled(task.snapshot)) return;
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

  function beginAll(userId: string, room: Room): void {
    for (const task of room.tasks.values()) begin(userId, room, task);
  }

  function stopAll({ tasks }: Room): void {
    for (const task of tasks.values()) {
      end(task);
      task.follow = undefined;
    }
  }

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
    const room = roomOf(userId);
    const known = room.tasks.get(next.taskId);
    const snapshot = mergeSnapshots(known?.snapshot, next);
    // Without the moment until which its links live, the same reading is the same.
    if (known !== undefined && (snapshot === known.snapshot || next.status !== snapshot.status || isSettled(known.snapshot))) return undefined;
    news++;
    const { taskId } = next;
    const task = { taskId, model: known?.model ?? hint.model, reading, snapshot, news, at: now, follow: known?.follow };
    const kept = known === undefined ? task : Object.assign(known, task);
    room.tasks.set(taskId, kept);
    tidy(room);
    if (isSettled(snapshot)) end(kept);
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
      onLead: (leads) => (leads ? beginAll(userId, room) : stopAll(room)),
    });
  }

  return {
    note,
    listen(userId, listener) {
      const room = roomOf(userId);
      tidy(room);
      const isFirst = room.listeners.size === 0;
      room.listeners.add(listener);
      if (isFirst) open(userId, room);
      beginAll(userId, room);
      return () => {
        if (!room.listeners.delete(listener) || room.listeners.size > 0) return;
        room.share?.close();
        room.share = undefined;
        stopAll(room);
      };
    },
    follow(userId) {
      const room = rooms.get(userId);
      if (room !== undefined) beginAll(userId, room);
    },
    tasksOf: (userId) => [...(rooms.get(userId)?.tasks.values() ?? [])],
    async find(taskId) {
      for (const [userId, { tasks }] of rooms) {
        const task = tasks.get(taskId);
        if (task !== undefined) return { userId, task: { taskId, model: task.model }, settled: isSettled(task.snapshot) };
      }
      const userId = await shared?.ownerOf(taskId).catch(() => undefined);
      if (shared === undefined || userId === undefined) return undefined;
      const told = (await shared.known(userId).catch(() => undefined))?.events.find((event) => event.taskId === taskId);
      return { userId, task: { taskId, model: told?.model }, settled: told?.settled ?? false };
    },
  };
}
