import { type Clock, sleep } from '../base/clock.js';
import type { Described } from './texts.js';
import { cosine, type Placed } from './vector.js';

/** How many are put into order by the second model. @source ours: what such models are given in one call, and a person looks through */
export const NEAREST = 50;
/** Compared in one go: 2 ms of work, less than a frame. */
const SLICE = 1000;

/** Those whose prompt or caption lies nearest to a query, the nearest first; others have a turn in between. */
export async function nearest(entries: readonly Described[], query: Placed, placeOf: (name: string) => Placed | undefined, clock: Clock, signal: AbortSignal): Promise<readonly Described[]> {
  let best: { entry: Described; near: number }[] = [];
  for (let from = 0; from < entries.length; from += SLICE) {
    if (from > 0) await sleep(clock, 0, signal);
    if (signal.aborted) break;
    const slice = entries.slice(from, from + SLICE).map((entry) => ({ entry, near: nearnessOf(entry, query, placeOf) }));
    // Of those that are as near the newer one stays first.
    best = [...best, ...slice].sort((a, b) => b.near - a.near).slice(0, NEAREST);
  }
  return best.map(({ entry }) => entry);
}

function nearnessOf({ texts }: Described, query: Placed, placeOf: (name: string) => Placed | undefined): number {
  return texts.reduce((near, { name }) => {
    const at = placeOf(name);
    return at === undefined ? near : Math.max(near, cosine(at, query));
  }, -1);
}
