/** Between two breaths no more than this many bytes are looked at: some milliseconds of work. */
export const PIECE_BYTES = 2 * 1024 * 1024;

/** Lets everybody else have a turn. What is as long as a request may be is worked through in pieces, so that nobody waits for it. */
export function yieldToOthers(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** What is long, as pieces that are each made in a turn of its own. */
export async function inPieces<T>(length: number, make: (from: number, to: number) => T | Promise<T>): Promise<T[]> {
  const pieces: T[] = [];
  for (let from = 0; from === 0 || from < length; from += PIECE_BYTES) {
    if (from > 0) await yieldToOthers();
    pieces.push(await make(from, Math.min(length, from + PIECE_BYTES)));
  }
  return pieces;
}
