import type { Limits } from './store.js';

/** When a task of a user's ends is not known: it is worth asking again this soon. */
export const SOON_MS = 5000;

/** From when on no limit asks for a reservation any more. */
export function forgetAt(now: number, inFlightUntil: number, { requests, spend }: Limits): number {
  const longest = Math.max(requests?.perSeconds ?? 0, spend?.perSeconds ?? 0);
  return Math.max(inFlightUntil, now + longest * 1000);
}
