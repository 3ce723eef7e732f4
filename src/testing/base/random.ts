// Everything that looks like chance is drawn from a key of words, never from a shared sequence:
// the answer to one request then does not depend on what else is in flight.

/** A stream of numbers in [0, 1), the same for the same key. */
export function random(...key: readonly (string | number)[]): () => number {
  let state = hash(key.join('\u0000'));
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `length` hexadecimal digits, the same for the same key. */
export function hex(length: number, ...key: readonly (string | number)[]): string {
  const next = random(...key);
  return Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('');
}

/** FNV-1a, finished with murmur3's mixer so that near keys land far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
