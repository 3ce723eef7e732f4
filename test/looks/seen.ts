// Pictures that were held against their references before, and were right: to decode and compare them once more would tell the same.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Seen {
  /** Whether exactly this picture was found to be right by exactly this reference. */
  has(reference: Buffer, picture: Buffer): boolean;
  /** Remembers that it is, where references are taken anew. */
  add(reference: Buffer, picture: Buffer): void;
}

/** A line for each pair, of nothing but its hash: an encoder that writes other bytes is held against the reference as ever. */
export function openSeen(references: string, isUpdate: () => boolean): Seen {
  const path = join(references, 'seen.txt');
  const known = new Set(existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []);
  const current = new Set<string>();
  return {
    has: (...pair) => !isUpdate() && known.has(hash(pair)),
    add(...pair) {
      if (!isUpdate()) return;
      current.add(hash(pair));
      writeFileSync(path, `${[...current].sort().join('\n')}\n`);
    },
  };
}

function hash(pair: readonly Buffer[]): string {
  const all = createHash('sha256');
  for (const part of pair) all.update(part);
  return all.digest('hex').slice(0, 32);
}
