/** The part of Web Storage that is used. `localStorage` and `sessionStorage` are such. */
export type RecordStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface TaskStoreOptions {
  /** `null` for memory only. @default localStorage with a scope, sessionStorage without, where there is one */
  storage: RecordStorage | null | undefined;
  /** Keeps users of one browser apart; `undefined` or empty where nobody says whose tasks these are. */
  scope: string | undefined;
  /** Called once, when storage turns out to be full, corrupted or forbidden. */
  onDegraded?: ((cause: unknown) => void) | undefined;
}

/** Where what is remembered of one user lies, and what its names begin with. */
export function shelfOf({ storage, scope }: TaskStoreOptions): { prefix: string; storage: () => RecordStorage | null | undefined } {
  return {
    prefix: `bytespike:1:${encodeURIComponent(scope || 'default')}:`,
    // Forbidden by the browser's settings, it throws when it is only looked at.
    // What nobody is named for ends with its tab: the next user of the browser is not shown it.
    storage: () => (storage === undefined ? globalThis[scope ? 'localStorage' : 'sessionStorage'] : storage),
  };
}

/** Of these, memory has something that storage has not. */
export const inMemory = new WeakSet<TaskStoreOptions>();
