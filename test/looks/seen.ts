// Pictures that were held against their references before, and were right: to decode and compare them once more would tell the same.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Seen {
  /** Whether exactly this picture of this name was found to be right by exactly this reference. */
  has(name: string, reference: Buffer, picture: Buffer): boolean;
  /** Remembers that it is, where references are taken anew. */
  add(name: string, reference: Buffer, picture: Buffer): void;
}

/** A line for each name, and the hash of the two: an encoder that writes other bytes is held against the reference as ever. */
export function openSeen(references: string, isUpdate: () => boolean): Seen {
  const path = join(references, 'seen.txt');
  const known = new Map(existsSync(path) ? readFileSync(path, 'utf8').split('\n').map((line) => line.split(': ') as [string, string]) : []);
  return {
    has: (name, ...pair) => !isUpdate() && known.get(name) === hash(pair),
    add(name, ...pair) {
      if (!isUpdate()) return;
      known.set(name, hash(pair));
      // Those that were not asked for this time stay.
      const lines = [...known].filter(([each]) => existsSync(join(references, `${each}.png`))).map((line) => line.join(': '));
      writeFileSync(path, `${lines.sort().join('\n')}\n`);
    },
  };
}

function hash(pair: readonly Buffer[]): string {
  const all = createHash('sha256');
  for (const part of pair) all.update(part);
  return all.digest('hex').slice(0, 32);
}
