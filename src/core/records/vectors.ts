import { granted } from '../base/granted.js';
import { createWatchers } from '../base/observable.js';
import { shelfOf, type TaskStoreOptions } from './shelf.js';

/** Where a text lies by its meaning, as it is kept: small whole numbers, under a name that follows from the text. */
export interface KeptVector {
  name: string;
  values: Int8Array;
  /** Key of the entry of the history that it is of, with which it goes; empty where it is of none. */
  of: string;
}

/** Vectors of one user on this device, apart for each model. All of it rejects where storage refuses. */
export interface VectorShelf {
  /** All of a model, oldest first. */
  read(model: string): Promise<KeptVector[]>;
  /** Those of them that are there. */
  find(model: string, names: readonly string[]): Promise<KeptVector[]>;
  write(model: string, vectors: readonly KeptVector[], now: number): Promise<void>;
  erase(model: string, names: readonly string[]): Promise<void>;
}

const STORE = 'vectors';
/** What is read in one go: some milliseconds of copying. */
const READ_AT_ONCE = 1000;

type Row = Omit<KeptVector, 'name'> & { at: number };

const opened = new WeakMap<TaskStoreOptions, { database?: Promise<IDBDatabase> | undefined; forgotten: ReturnType<typeof createWatchers> }>();

function seatOf(options: TaskStoreOptions) {
  const seat = opened.get(options) ?? { forgotten: createWatchers() };
  opened.set(options, seat);
  return seat;
}

const nameOf = (options: TaskStoreOptions) => `${shelfOf(options).prefix}search`;

/** Where records are kept for days, in the page's own storage; `undefined` where they are not: then nothing of them is to outlive the page either. */
export function vectorShelf(options: TaskStoreOptions): VectorShelf | undefined {
  const { storage, scope } = options;
  // Some pages have it, and it is nothing.
  if (storage !== undefined || !scope || !granted(() => indexedDB)) return undefined;
  const rangeOf = (model: string, after = '') => IDBKeyRange.bound([model, after], [model, '\uffff'], true);

  async function within<T>(mode: IDBTransactionMode, run: (store: IDBObjectStore) => T): Promise<T> {
    const transaction = (await databaseOf(options)).transaction(STORE, mode);
    const done = finished(transaction);
    const result = run(transaction.objectStore(STORE));
    await done;
    return result;
  }

  return {
    async read(model) {
      const rows: (KeptVector & { at: number })[] = [];
      for (let after: string | undefined = ''; after !== undefined; ) {
        const range = rangeOf(model, after);
        const [keys, values] = await within('readonly', (store) => [store.getAllKeys(range, READ_AT_ONCE), store.getAll(range, READ_AT_ONCE)] as const);
        const names = keys.result.map((key) => (key as [string, string])[1]);
        names.forEach((name, index) => rows.push({ name, ...(values.result[index] as Row) }));
        after = names.length < READ_AT_ONCE ? undefined : names.at(-1);
      }
      return rows.sort((a, b) => a.at - b.at);
    },
    async find(model, names) {
      const found = await within('readonly', (store) => names.map((name) => [name, store.get([model, name])] as const));
      return found.flatMap(([name, { result }]) => (result === undefined ? [] : [{ name, ...(result as Row) }]));
    },
    async write(model, vectors, now) {
      await within('readwrite', (store) => vectors.forEach(({ name, values, of }) => store.put({ values, of, at: now } satisfies Row, [model, name])));
    },
    async erase(model, names) {
      await within('readwrite', (store) => names.forEach((name) => store.delete([model, name])));
    },
  };
}

/** Calls back when everything of this user is to be forgotten, in this page. */
export function onForgotten(options: TaskStoreOptions, listener: () => void): () => void {
  return seatOf(options).forgotten.subscribe(listener);
}

/** Forgets all vectors of this user; resolves once that is done, or begun where another tab still looks at them. */
export async function forgetVectors(options: TaskStoreOptions): Promise<void> {
  const seat = seatOf(options);
  seat.forgotten.tell();
  if (vectorShelf(options) === undefined) return;
  const before = seat.database;
  seat.database = undefined;
  (await before?.catch(() => undefined))?.close();
  await new Promise<void>((resolve) => {
    const request = granted(() => indexedDB.deleteDatabase(nameOf(options)));
    if (request === undefined) return resolve();
    const done = () => resolve();
    Object.assign(request, { onsuccess: done, onerror: done, onblocked: done });
  });
}

function databaseOf(options: TaskStoreOptions): Promise<IDBDatabase> {
  const seat = seatOf(options);
  const close = () => (seat.database = undefined);
  seat.database ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(nameOf(options), 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      // Another tab forgets it.
      database.onversionchange = () => {
        close();
        database.close();
      };
      database.onclose = close;
      resolve(database);
    };
  }).catch((cause: unknown) => {
    close();
    throw cause;
  });
  return seat.database;
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
