import { createWatchers } from '../base/observable.js';
import { inMemory, type RecordStorage, shelfOf, type TaskStoreOptions } from './shelf.js';

export type { RecordStorage, TaskStoreOptions } from './shelf.js';

/** What is remembered of one user: texts by name. */
export interface Entries {
  read(name: string): string | undefined;
  write(name: string, text: string): void;
  erase(name: string): void;
  /** Names that begin like this. */
  names(start: string): string[];
  /** Tells those who listen that a record, or what a slot shows, is another one. */
  changed(): void;
  /** Calls back after every such change, in this tab and in others of the same storage. */
  subscribe(listener: () => void): () => void;
}

/** What names of saved prompts begin with. They are no part of the history. */
export const PROMPTS = 'prompt:';
/** And those of what is being typed, of which nobody else need hear. */
export const DRAFTS = 'draft:';

const opened = new WeakMap<TaskStoreOptions, Entries>();

/** One for each options, so that every kind of record shares what memory had to take over. */
export function entriesOf(options: TaskStoreOptions): Entries {
  const entries = opened.get(options) ?? createEntries(options);
  opened.set(options, entries);
  return entries;
}

/** Storage is looked at when it is first asked. One that fails is replaced by memory, and that is said once. */
function createEntries(options: TaskStoreOptions): Entries {
  const { prefix, storage: open } = shelfOf(options);
  const memory = new Map<string, string>();
  // What storage had when it was last asked: it may be denied while the page is open.
  const seen = new Map<string, string>();
  let degraded = false;

  function attempt<T>(run: (storage: RecordStorage) => T, fallback: T): T {
    try {
      const storage = open();
      return storage === null || storage === undefined ? fallback : run(storage);
    } catch (cause) {
      if (!degraded) options.onDegraded?.(cause);
      degraded = true;
      return fallback;
    }
  }

  const elsewhere = ({ key }: StorageEvent) => (key === null || (key.startsWith(prefix) && !key.startsWith(prefix + DRAFTS))) && changed();
  // Storage speaks of other tabs only to a page.
  const page: Partial<typeof globalThis> = globalThis;
  const { tell: changed, subscribe } = createWatchers(() => {
    page.addEventListener?.('storage', elsewhere);
    return () => page.removeEventListener?.('storage', elsewhere);
  });

  return {
    read(name) {
      const text = memory.get(prefix + name) ?? attempt((storage) => storage.getItem(prefix + name) ?? undefined, seen.get(prefix + name));
      if (text === undefined) seen.delete(prefix + name);
      else seen.set(prefix + name, text);
      return text;
    },
    write(name, text) {
      seen.set(prefix + name, text);
      const isKept = attempt((storage) => {
        storage.setItem(prefix + name, text);
        return true;
      }, false);
      if (isKept) return void memory.delete(prefix + name);
      memory.set(prefix + name, text);
      inMemory.add(options);
    },
    erase(name) {
      memory.delete(prefix + name);
      seen.delete(prefix + name);
      attempt((storage) => storage.removeItem(prefix + name), undefined);
    },
    names(start) {
      const stored = attempt((storage) => [...Array(storage.length).keys()].map((index) => storage.key(index)), [...seen.keys()]);
      const all = new Set([...memory.keys(), ...stored.filter((key) => key !== null)]);
      return [...all].filter((key) => key.startsWith(prefix + start)).map((key) => key.slice(prefix.length));
    },
    changed,
    subscribe,
  };
}
