import { toJson } from '../base/json.js';
import type { GenerationRequest } from '../catalog/requests.js';

/** What somebody asked for here, and when, by the clock that only grows. */
export interface Asked<Request> {
  request: Request;
  at: number;
}

/** What became of a wish: nothing yet; it was accepted or refused; its result is there, or it was taken back; its answer was lost, and may be kept somewhere. */
export type WishOutcome = 'pending' | 'answered' | 'over' | 'lost';

/** Two clicks closer than this, with the same request, are one. @source ours: what systems take for a double click at the most */
export const DOUBLE_CLICK_MS = 500;

/**
 * What is asked for now, beside what was asked for last.
 *
 * - `same`: one wish, asked for twice. Nothing is sent, and both have its outcome.
 * - `again`: the same wish once more, under its key: that may bring what was paid for already.
 * - `another`: a wish of its own. So is the same request after a cancel or beside its result, however soon.
 *
 * @param now by the clock that only grows
 */
export function compareWish<Request extends GenerationRequest>(
  last: Asked<Request> & { outcome: WishOutcome },
  request: Request,
  now: number,
): 'same' | 'again' | 'another' {
  const { outcome, at } = last;
  if (!isSameRequest(last.request, request)) return 'another';
  if (outcome === 'lost') return 'again';
  return outcome === 'pending' || (outcome === 'answered' && now - at < DOUBLE_CLICK_MS) ? 'same' : 'another';
}

/** Files are compared by identity: two of the same name may differ. */
function isSameRequest(a: GenerationRequest, b: GenerationRequest): boolean {
  const [left, right] = [given(a), new Map(given(b))];
  return left.length === right.size && left.every(([name, value]) => right.has(name) && right.get(name) === value);
}

/** A field that is named as absent is absent, as it is once the request was remembered; what it came of is written anew for each click. */
function given({ parent, turn: _, ...request }: GenerationRequest & { turn?: unknown }): [string, unknown][] {
  // Where it stands in a conversation follows from what it came of.
  return Object.entries({ ...request, parent: parent && toJson(parent) }).filter(([, value]) => value !== undefined);
}
