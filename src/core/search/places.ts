import type { ClientInternals, Shared } from '../client/internals.js';
import type { TaskStoreOptions } from '../records/shelf.js';
import { type KeptVector, onForgotten } from '../records/vectors.js';
import { createAsking } from './asking.js';
import { createKeeping } from './keeping.js';
import type { Said } from './texts.js';
import { type Placed, placed, quantised } from './vector.js';

/** Where texts lie by one model, for all places of a page that search. */
export interface Places {
  /** Resolves once what is kept on this device was read, or could not be. */
  ready(): Promise<void>;
  get(name: string): Placed | undefined;
  /** Embeds those that are not, a batch at a time; stops before the next one once nobody wants them. @param told after each batch */
  embed(texts: readonly Said[], ofHistory: boolean, isWanted: () => boolean, told: () => void): Promise<void>;
  /** Forgets those of the history of which neither the text nor the entry is there. */
  keepOnly(names: ReadonlySet<string>, keys: ReadonlySet<string>): void;
}

/** Texts of one call: what most servers of such models take. */
const BATCH = 32;
/** Texts that are kept on a device: 10 MB, many times what a history holds. */
const MOST_KEPT = 10_000;

const open = new WeakMap<TaskStoreOptions, Map<string, Places>>();

export function placesOf(client: ClientInternals, shared: Shared, model: string): Places {
  const known = open.get(client.memory) ?? new Map<string, Places>();
  open.set(client.memory, known);
  const places = known.get(model) ?? createPlaces(client, shared, model);
  known.set(model, places);
  return places;
}

function createPlaces({ memory, clock }: ClientInternals, shared: Shared, model: string): Places {
  const asking = createAsking(shared);
  const entries = new Map<string, Placed & { of: string }>();
  const keeping = createKeeping(memory, clock, shared.environment.tabs?.locks);
  let reading: Promise<void> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  onForgotten(memory, () => entries.clear());

  const take = (kept: readonly KeptVector[]) => kept.forEach(({ name, values, of }) => entries.has(name) || entries.set(name, { ...placed(values), of }));

  async function embedBatch(batch: readonly Said[], ofHistory: boolean): Promise<void> {
    // What comes after a sign-out is of nobody.
    const mine = keeping.life();
    // Another tab may have been faster.
    const there = await keeping.attempt((shelf) => shelf.find(model, batch.map(({ name }) => name)), []);
    if (mine.aborted) return;
    take(there);
    const texts = batch.filter(({ name }) => !entries.has(name));
    if (texts.length === 0) return;
    const vectors = await asking.embed(model, texts.map(({ text }) => text), mine);
    if (mine.aborted) return;
    const made = vectors.map((vector, at) => ({ name: texts[at]!.name, values: quantised(vector), of: ofHistory ? texts[at]!.of : '' }));
    take(made);
    await keeping.attempt((shelf) => shelf.write(model, made, clock.wallNow()), undefined);
    forget([...entries.keys()].slice(0, -MOST_KEPT));
  }

  function forget(names: readonly string[]): void {
    if (names.length === 0) return;
    names.forEach((name) => entries.delete(name));
    keeping.attempt((shelf) => shelf.erase(model, names), undefined).catch(() => {});
  }

  return {
    get: (name) => entries.get(name),
    ready: () => (reading ??= keeping.attempt((shelf) => shelf.read(model), []).then(take)),
    async embed(texts, ofHistory, isWanted, told) {
      const all = async () => {
        for (let at = 0; at < texts.length; at += BATCH) {
          const batch = texts.slice(at, at + BATCH).filter(({ name }) => !entries.has(name));
          if (!isWanted()) return;
          if (batch.length > 0) await keeping.alone(model, () => embedBatch(batch, ofHistory));
          told();
        }
      };
      // Two places of a page that wish the same wait for each other.
      const own = turn.then(all);
      turn = own.catch(() => {});
      return own;
    },
    keepOnly: (names, keys) => forget([...entries].flatMap(([name, { of }]) => (of === '' || names.has(name) || keys.has(of) ? [] : name))),
  };
}
