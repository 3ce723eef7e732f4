import { type Clock, sleep } from '../../core/base/clock.js';
import { KEPT_MS } from '../../core/wire/proxy-headers.js';
import { Refusal } from '../base/refusal.js';
import type { Beginning, Keeping, ProxyStore } from '../store/store.js';

/** An instance that tells nothing for so long has died. */
export const LEASE_MS = 20_000;
/** How soon those who wait for another's call look, and how rarely in the end. */
const LOOK_MS = 200;
const LONGEST_LOOK_MS = 1000;

type Known = Exclude<Keeping, { state: 'running' }>;

interface Asked {
  /** What is known; and whoever makes the call now is this owner. */
  keeping: Known;
  owner: string;
}

type Question = Pick<Beginning, 'key' | 'fingerprint' | 'canFind' | 'onlyKnown'>;

interface Waiter {
  signal: AbortSignal;
  hear(asked: Asked): void;
  fail(error: unknown): void;
}

/** All of this process who ask the same. One question to the store answers them all. */
interface Line {
  key: string;
  waiters: Set<Waiter>;
  /** Ends the pause between two looks; absent while the store is asked. */
  wake: AbortController | undefined;
}

interface Queue {
  /** Waits while somebody else makes the call. @throws Refusal 499 when the asker leaves while it waits, 503 when the store cannot say */
  ask(question: Question, signal: AbortSignal): Promise<Asked>;
  /** Something became of this call here: those who wait look at once. */
  look(key: string): void;
}

/** Asks the store about calls, and once for all who wait for the same one. */
export function createQueue({ store, clock }: { store: ProxyStore; clock: Clock }): Queue {
  const lines = new Map<string, Line>();

  async function serve(name: string, line: Line, question: Question): Promise<void> {
    let pause = LOOK_MS;
    while (line.waiters.size > 0) {
      const owner = crypto.randomUUID();
      const now = clock.wallNow();
      const keeping = await store.begin({ ...question, owner, now, leaseUntil: now + LEASE_MS, forgetAt: now + KEPT_MS });
      if (keeping.state === 'running') {
        line.wake = new AbortController();
        const { signal } = line.wake;
        for (const waiter of line.waiters) if (waiter.signal.aborted) leave(line, waiter);
        await sleep(clock, pause, signal);
        line.wake = undefined;
        pause = signal.aborted ? LOOK_MS : Math.min(pause * 1.5, LONGEST_LOOK_MS);
        continue;
      }
      const isTurn = keeping.state === 'new' || keeping.state === 'abandoned';
      // One makes the call, and the others wait for it. Whatever else it is, it is so for all.
      for (const waiter of isTurn ? [...line.waiters].slice(0, 1) : [...line.waiters]) {
        line.waiters.delete(waiter);
        waiter.hear({ keeping, owner });
      }
    }
    lines.delete(name);
  }

  return {
    ask: (question, signal) =>
      new Promise<Asked>((resolve, reject) => {
        const name = JSON.stringify(question);
        const known = lines.get(name);
        const line: Line = known ?? { key: question.key, waiters: new Set(), wake: undefined };
        const onAbort = () => {
          // Not while the store is asked: what that begins needs somebody who makes it.
          if (line.wake !== undefined) leave(line, waiter);
        };
        const settled = () => signal.removeEventListener('abort', onAbort);
        const waiter: Waiter = { signal, hear: (asked) => (settled(), resolve(asked)), fail: (error) => (settled(), reject(error)) };
        line.waiters.add(waiter);
        signal.addEventListener('abort', onAbort);
        if (known !== undefined) return;
        lines.set(name, line);
        void serve(name, line, question).catch((error: unknown) => {
          lines.delete(name);
          for (const each of line.waiters) each.fail(toRefusal(error));
        });
      }),
    look(key) {
      for (const line of lines.values()) if (line.key === key) line.wake?.abort();
    },
  };
}

function leave(line: Line, waiter: Waiter): void {
  if (!line.waiters.delete(waiter)) return;
  waiter.fail(leftWaiting());
  if (line.waiters.size === 0) line.wake?.abort();
}

function leftWaiting(): Refusal {
  return new Refusal({ status: 499, code: 'aborted', message: 'The client left.', reason: 'The client left.' });
}

function toRefusal(error: unknown): Refusal {
  return new Refusal({
    status: 503,
    code: 'api_error',
    message: 'The server cannot look up whether this was made before, so nothing was sent. Try again soon.',
    reason: `The store failed: ${error instanceof Error ? error.name : typeof error}.`,
  });
}

/** Closed: what may have been made already is not made again. */
export function unsure(error: unknown): never {
  throw toRefusal(error);
}
