import { type Clock, systemClock } from '../../core/base/clock.js';
import type { Beginning, Keeping, KeptAnswer, ProxyStore } from './store.js';

interface Entry {
  fingerprint: string;
  first: string;
  owner: string;
  canFind: boolean;
  end: KeptAnswer | 'lost' | undefined;
  leaseUntil: number;
  forgetAt: number;
}

/** Characters of answers that are kept; of older ones only that they were made. */
const MOST_KEPT = 256 * 1024 * 1024;

interface MemoryAnswersOptions {
  clock?: Clock;
  mostKept?: number;
}

/** The part of a store that keeps answers. */
export function createMemoryAnswers({ clock = systemClock, mostKept = MOST_KEPT }: MemoryAnswersOptions = {}): Pick<ProxyStore, 'begin' | 'renew' | 'end'> {
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
    async begin(beginning) {
      const { key, fingerprint, owner, canFind, onlyKnown } = beginning;
      const now = clock.wallNow();
      const leaseUntil = now + beginning.leaseUntil - beginning.now;
      const forgetAt = now + beginning.forgetAt - beginning.now;
      for (const [old, entry] of entries) {
        if (entry.forgetAt > now) break;
        remove(old, entry);
      }
      const known = entries.get(key);
      if (known !== undefined) return take(known, beginning, now, leaseUntil);
      if (onlyKnown) return { state: 'absent' };
      entries.set(key, { fingerprint, first: owner, owner, canFind, end: undefined, leaseUntil, forgetAt });
      return { state: 'new' };
    },
    async renew(key, owner, leaseUntil, canFind, now) {
      const entry = entries.get(key);
      if (entry?.owner !== owner || entry.end !== undefined) return false;
      entry.leaseUntil = leaseUntil + (now === undefined ? 0 : clock.wallNow() - now);
      entry.canFind &&= canFind;
      return true;
    },
    async end(key, owner, end) {
      const entry = entries.get(key);
      if (entry === undefined || (typeof end === 'string' && entry.owner !== owner)) return;
      if (end === 'forget') return remove(key, entry);
      if (end === 'abandoned') {
        entry.leaseUntil = 0;
        return;
      }
      kept += sizeOf(end) - sizeOf(entry.end);
      entry.end = end;
      makeRoom();
    },
  };
}

function take(entry: Entry, { fingerprint, owner, canFind }: Beginning, now: number, leaseUntil: number): Keeping {
  if (entry.fingerprint !== fingerprint) return { state: 'other' };
  if (entry.end === 'lost') return { state: 'lost' };
  if (entry.end !== undefined) return { state: 'done', answer: entry.end };
  if (entry.leaseUntil > now) return { state: 'running' };
  if (!canFind || !entry.canFind) return { state: 'lost' };
  Object.assign(entry, { owner, leaseUntil });
  return { state: 'abandoned', first: entry.first };
}

function sizeOf(end: Entry['end']): number {
  return typeof end === 'object' ? end.body.length : 0;
}
