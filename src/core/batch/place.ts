import { asked } from '../wire/access.js';
import type { ClientInternals, Given } from '../client/internals.js';
import { createBatch } from './batch.js';
import type { BatchRun } from './states.js';

const places = new WeakMap<object, Map<string, BatchRun>>();

/** One for each name of a page, for as long as its client lives: a batch goes on while nobody looks. */
export function batchOf(client: ClientInternals, given: Given, persist: string): BatchRun {
  // An app may have spread its client and laid something over: what is written down is the same.
  const known = places.get(client.memory) ?? new Map<string, BatchRun>();
  places.set(client.memory, known);
  const run = known.get(persist) ?? createBatch(client, asked(given), persist);
  known.set(persist, run);
  return run;
}
