import type { Keeping, KeptAnswer, ProxyStore } from './store.js';

interface Entry {
  fingerprint: string;
  end: KeptAnswer | 'lost' | undefined;
  leaseUntil: number;
  forgetAt: number;
}

/** Characters of answers that are kept; of older ones only that they were made. */
const MOST_KEPT = 256 * 1024 * 1024;

/** The part of a store that keeps answers. */
export function createMemoryAnswers(mostKept = MOST_KEPT): Pick<ProxyStore, 'begin' | 'end'> {
  // In the order in which they were begun: the oldest come first.
  const entries = new Map<string, Entry>();
  let kept = 0;

  function remove(key: string, { end }: Entry): void {
    kept -= sizeOf(end);
    entries.delete(key);
  }

  function makeRoom(): void {
    for (const entry of entries.values()) {
      if (kept <= mostKept) return;
      kept -= sizeOf(entry.end);
      if (entry.end !== undefined) entry.end = 'lost';
    }
  }

  return {
    async begin({ key, fingerprint, now, leaseUntil, forgetAt }) {
      for (const [old, entry] of entries) {
        if (entry.forgetAt > now) break;
        remove(old, entry);
      }
      const known = entries.get(key);
      if (known !== undefined) return keepingOf(known, fingerprint, now);
      entries.set(key, { fingerprint, end: undefined, leaseUntil, forgetAt });
      return { state: 'new' };
    },
    async end(key, end) {
      const entry = entries.get(key);
      if (entry === undefined) return;
      if (end === 'forget') return remove(key, entry);
      kept += sizeOf(end) - sizeOf(entry.end);
      entry.end = end;
      makeRoom();
    },
  };
}

function keepingOf(entry: Entry, fingerprint: string, now: number): Keeping {
  if (entry.fingerprint !== fingerprint) return { state: 'other' };
  const { end } = entry;
  if (end === undefined) return { state: entry.leaseUntil > now ? 'running' : 'lost' };
  return end === 'lost' ? { state: 'lost' } : { state: 'done', answer: end };
}

function sizeOf(end: Entry['end']): number {
  return typeof end === 'object' ? end.body.length : 0;
}
