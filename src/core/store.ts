import type { GenerationRequest } from './requests.js';
import type { TaskSnapshot } from './task.js';
import { isTerminal } from './task-status.js';

/** The part of Web Storage that is used. `localStorage` and `sessionStorage` are such. */
export type RecordStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What is remembered of one submit, from before the request leaves until it is removed. */
export interface TaskRecord {
  version: 1;
  /** The idempotency key: made once for each time the user asks. */
  outTaskId: string;
  /** Absent until the gateway answered. */
  taskId?: string | undefined;
  request: GenerationRequest;
  /** Milliseconds since the epoch, by this machine. */
  createdAt: number;
  /** The latest reading. */
  snapshot?: TaskSnapshot | undefined;
}

export interface TaskStore {
  get(outTaskId: string): TaskRecord | undefined;
  findByTaskId(taskId: string): TaskRecord | undefined;
  put(record: TaskRecord): void;
  remove(outTaskId: string): void;
  /** Newest first. */
  list(): TaskRecord[];
  clear(): void;
  /** Calls back after every change of a record, in this tab and in others of the same storage. */
  subscribe(listener: () => void): () => void;
  /** Which submit a named slot of the interface shows, across reloads. */
  slot(name: string): { get(): string | undefined; set(outTaskId: string | undefined): void };
}

export interface TaskStoreOptions {
  /** `null` for memory only. @default localStorage, where there is one */
  storage: RecordStorage | null | undefined;
  /** Keeps users of one browser apart. */
  scope: string;
  /** Called once, when storage turns out to be full, corrupted or forbidden. */
  onDegraded?: ((cause: unknown) => void) | undefined;
}

const stores = new WeakMap<TaskStoreOptions, TaskStore>();

/**
 * The tasks of this user that are remembered on this device: one store for each client, which
 * looks at storage only when it is first asked.
 *
 * @example const unanswered = taskStore(client).list().filter(({ taskId }) => taskId === undefined);
 */
export function taskStore({ memory }: { memory: TaskStoreOptions }): TaskStore {
  const store = stores.get(memory) ?? createTaskStore(memory);
  stores.set(memory, store);
  return store;
}

/** Ended records beyond this many are forgotten, oldest first; running ones never are. */
const MOST_ENDED = 200;

/**
 * Records of tasks that survive a reload. One storage entry for each record, so that two tabs
 * never overwrite one another. Storage that fails is replaced by memory, and said so once.
 */
export function createTaskStore(options: TaskStoreOptions): TaskStore {
  const { scope, onDegraded } = options;
  const prefix = `bytespike:1:${encodeURIComponent(scope)}:`;
  const memory = new Map<string, string>();
  let degraded = false;

  function attempt<T>(run: (storage: RecordStorage) => T, fallback: T): T {
    try {
      // Forbidden by the browser's settings, it throws when it is only looked at.
      const storage = options.storage === undefined ? globalThis.localStorage : options.storage;
      return storage === null || storage === undefined ? fallback : run(storage);
    } catch (cause) {
      if (!degraded) onDegraded?.(cause);
      degraded = true;
      return fallback;
    }
  }

  const read = (key: string) => memory.get(key) ?? attempt((s) => s.getItem(key), null) ?? undefined;

  function write(key: string, value: string): void {
    const kept = attempt((s) => {
      s.setItem(key, value);
      return true;
    }, false);
    if (kept) memory.delete(key);
    else memory.set(key, value);
  }

  function erase(key: string): void {
    memory.delete(key);
    attempt((s) => s.removeItem(key), undefined);
  }

  function keys(part: string): string[] {
    const stored = attempt((s) => Array.from({ length: s.length }, (_, index) => s.key(index)), []);
    const all = new Set([...memory.keys(), ...stored.filter((key) => key !== null)]);
    return [...all].filter((key) => key.startsWith(prefix + part));
  }

  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());
  const elsewhere = ({ key }: StorageEvent) => (key === null || key.startsWith(`${prefix}task:`)) && changed();
  // Storage speaks of other tabs only to a page.
  const page = typeof globalThis.addEventListener === 'function' ? globalThis : undefined;

  // Which key a task id belongs to, so that a reading without its key costs no look through all records.
  const keyOf = new Map<string, string>();

  const taskKey = (outTaskId: string) => `${prefix}task:${outTaskId}`;

  const store: TaskStore = {
    get: (outTaskId) => parse(read(taskKey(outTaskId))),
    findByTaskId(taskId) {
      const known = store.get(keyOf.get(taskId) ?? '');
      const record = known?.taskId === taskId ? known : store.list().find((other) => other.taskId === taskId);
      if (record !== undefined) keyOf.set(taskId, record.outTaskId);
      return record;
    },
    put(record) {
      const known = read(taskKey(record.outTaskId)) !== undefined;
      write(taskKey(record.outTaskId), JSON.stringify(record));
      if (record.taskId !== undefined) keyOf.set(record.taskId, record.outTaskId);
      if (!known) prune(store);
      changed();
    },
    remove(outTaskId) {
      erase(taskKey(outTaskId));
      changed();
    },
    list: () =>
      keys('task:')
        .flatMap((key) => parse(read(key)) ?? [])
        .sort((a, b) => b.createdAt - a.createdAt || (a.outTaskId < b.outTaskId ? 1 : -1)),
    clear() {
      keys('').forEach(erase);
      changed();
    },
    subscribe(listener) {
      if (listeners.size === 0) page?.addEventListener('storage', elsewhere);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) page?.removeEventListener('storage', elsewhere);
      };
    },
    slot: (name) => ({
      get: () => read(`${prefix}slot:${name}`),
      set: (outTaskId) =>
        outTaskId === undefined ? erase(`${prefix}slot:${name}`) : write(`${prefix}slot:${name}`, outTaskId),
    }),
  };
  return store;
}

function prune(store: TaskStore): void {
  const ended = store.list().filter((record) => record.snapshot !== undefined && isTerminal(record.snapshot.status));
  for (const record of ended.slice(MOST_ENDED)) store.remove(record.outTaskId);
}

/** Storage is the user's: what does not read as a record is passed over, never thrown. */
function parse(text: string | undefined): TaskRecord | undefined {
  if (text === undefined) return undefined;
  try {
    const record = JSON.parse(text) as Partial<TaskRecord> | null;
    const whole =
      record?.version === 1 &&
      typeof record.outTaskId === 'string' &&
      typeof record.createdAt === 'number' &&
      typeof record.request?.model === 'string';
    return whole ? (record as TaskRecord) : undefined;
  } catch {
    return undefined;
  }
}
