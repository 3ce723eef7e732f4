import type { ClientInternals } from '../client/internals.js';
import { openImageBook } from '../places/image-journal.js';
import { type CellRun, type CellView, imageRun, taskRun } from './cell-run.js';
import type { PlannedCell } from './matrix.js';
import { hasEnded } from './price.js';

/** An attempt at a cell that this page has to do with. */
export interface Attempt {
  run: CellRun;
  /** Whether it was asked to stop. */
  isStopping: boolean;
  /** How often it was looked for because somebody wished it. */
  looks: number;
  /** Whether an answer to what was sent from here is awaited: one that is lost is looked for once, by itself. */
  isAwaited: boolean;
  /** The status that was last attended to. */
  last: CellView['status'] | undefined;
  leave(): void;
}

export interface Attempts {
  get(key: string): Attempt | undefined;
  open(cell: PlannedCell, key: string, looks: number): Attempt;
  drop(key: string): void;
  /** Those that go on. */
  underWay(): CellView[];
  leave(): void;
}

export function createAttempts(client: ClientInternals, locks: LockManager | undefined, changed: () => void): Attempts {
  const book = openImageBook(client, {}, locks);
  const all = new Map<string, Attempt>();

  function drop(key: string): void {
    all.get(key)?.leave();
    all.delete(key);
  }

  return {
    get: (key) => all.get(key),
    open({ request, way }, key, looks) {
      const run = way === 'image' ? imageRun(client, request, key, book) : taskRun(client, request, key, way === 'image-task');
      const made: Attempt = { run, isStopping: false, looks, isAwaited: false, last: undefined, leave: run.subscribe(changed) };
      all.set(key, made);
      return made;
    },
    drop,
    underWay: () => [...all.values()].flatMap(({ run }) => run.get() ?? []).filter((view) => !hasEnded(view)),
    leave: () => [...all.keys()].forEach(drop),
  };
}
