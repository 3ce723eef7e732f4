import type { Limits, Outcome } from './store.js';

/** When a task of a user's ends is not known: it is worth asking again this soon. @source ours: shorter than any video takes */
export const SOON_MS = 5000;

/** For how long a limit counts what was reserved. Milliseconds. */
export function countedMs({ requests, spend }: Limits): number {
  return Math.max(requests?.perSeconds ?? 0, spend?.perSeconds ?? 0) * 1000;
}

/** What was told of a reservation so far; `undefined` while nothing was. */
export type Told = Outcome | undefined;

/**
 * Two tellings as one, as core joins two readings of a task: money is never understated, and nothing
 * depends on the order. The script of the Redis store does the same.
 */
export function joinOutcomes(a: Told, b: Outcome): Outcome {
  if (typeof a === 'number') return typeof b === 'number' ? Math.max(a, b) : a;
  return a === 'kept' && b === 'free' ? a : b;
}

/** What counts as spent. */
export function amountOf(reserved: number, told: Told): number {
  if (typeof told === 'number') return told;
  return told === 'free' ? 0 : reserved;
}
