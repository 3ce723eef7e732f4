import type { GenerationRequest } from '../catalog/requests.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import { isTerminal } from '../outcome/status.js';
import type { ImageRecord } from './image-store.js';
import { createRecords } from './records.js';
import { entriesOf, PROMPTS, type TaskStoreOptions } from './storage.js';

export type { RecordStorage, TaskStoreOptions } from './storage.js';

/** What is remembered of one submit, from before the request leaves until it is removed. */
export interface SubmittedRecord {
  version: 1;
  /** The idempotency key: made once for each time the user asks. */
  outTaskId: string;
  /** Absent until the gateway answered. */
  taskId?: string | undefined;
  via?: undefined;
  request: GenerationRequest;
  /** Milliseconds since the epoch, by this machine. */
  createdAt: number;
  /** The latest reading. */
  snapshot?: TaskSnapshot | undefined;
}

/**
 * What is remembered of one generation. `via: 'sync'` marks a synchronous image, which is no task:
 * it never has a `taskId`.
 */
export type TaskRecord = SubmittedRecord | ImageRecord;

/** Records of tasks; those of synchronous images are listed by `useTasks`. */
export interface TaskStore {
  get(outTaskId: string): SubmittedRecord | undefined;
  findByTaskId(taskId: string): SubmittedRecord | undefined;
  put(record: SubmittedRecord): void;
  remove(outTaskId: string): void;
  /** Newest first. */
  list(): SubmittedRecord[];
  /** Forgets the history of this user: tasks, images, and what the slots show. Saved prompts stay; `client.signOut()` forgets them as well. */
  clear(): void;
  /** Calls back after every change of a record or a slot, in this tab and in others of the same storage. */
  subscribe(listener: () => void): () => void;
  /** Which submit or image a named slot of the interface shows, across reloads. */
  slot(name: string): Slot;
}

interface Slot {
  get(): string | undefined;
  set(outTaskId: string | undefined): void;
}

const stores = new WeakMap<TaskStoreOptions, TaskStore>();

/** One store for each client, which looks at storage only when it is first asked. */
export function taskStore({ memory }: { memory: TaskStoreOptions }): TaskStore {
  const store = stores.get(memory) ?? createTaskStore(memory);
  stores.set(memory, store);
  return store;
}

/** Records of tasks that survive a reload. Of those that have ended the newest are kept; running ones are never forgotten. */
export function createTaskStore(options: TaskStoreOptions): TaskStore {
  const entries = entriesOf(options);
  const records = createRecords<SubmittedRecord>(entries, 'task', ({ snapshot }) => snapshot !== undefined && isTerminal(snapshot.status));
  // Which key a task id belongs to, so that a reading without its key costs no look through all records.
  const keyOf = new Map<string, string>();

  return {
    ...records,
    findByTaskId(taskId) {
      const known = records.get(keyOf.get(taskId) ?? '');
      const record = known?.taskId === taskId ? known : records.list().find((other) => other.taskId === taskId);
      if (record !== undefined) keyOf.set(taskId, record.outTaskId);
      return record;
    },
    put(record) {
      if (record.taskId !== undefined) keyOf.set(record.taskId, record.outTaskId);
      records.put(record);
    },
    clear() {
      entries.names('').filter((name) => !name.startsWith(PROMPTS)).forEach(entries.erase);
      entries.changed();
    },
    subscribe: entries.subscribe,
    slot: (name) => ({
      get: () => entries.read(`slot:${name}`),
      set(outTaskId) {
        if (entries.read(`slot:${name}`) === outTaskId) return;
        if (outTaskId === undefined) entries.erase(`slot:${name}`);
        else entries.write(`slot:${name}`, outTaskId);
        entries.changed();
      },
    }),
  };
}
