import type { Bytes, Media } from './media.js';

/** So many of the latest are kept: of a picture some 300 kB, of a clip twice that. */
const KEPT = 32;

const made = new WeakMap<Media | Bytes, Map<string, Promise<Bytes>>>();

/**
 * What was made of such an order before, by whichever gateway: tests and stories that make a gateway each ask for the
 * same few. It has to follow from `order` and from what it is made by, or of, alone.
 */
export function madeOnce(by: Media | Bytes, order: object, make: () => Promise<Bytes>): Promise<Bytes> {
  const all = made.get(by) ?? new Map<string, Promise<Bytes>>();
  made.set(by, all);
  const name = JSON.stringify(order);
  const known = all.get(name) ?? make();
  // Taken out and put back, it is the latest.
  all.delete(name);
  all.set(name, known);
  known.catch(() => all.delete(name));
  const [oldest] = all.keys();
  if (all.size > KEPT && oldest !== undefined) all.delete(oldest);
  return known;
}
