import type { Clock } from '../../core/base/clock.js';
import type { TaskSnapshot } from '../../core/outcome/snapshot.js';
import { isTerminal } from '../../core/outcome/status.js';
import type { Readings } from '../base/readings.js';
import { invalid, Refusal } from '../base/refusal.js';
import type { Route } from '../calls/routes.js';
import type { DeferredWrites } from '../store/deferred-writes.js';
import { countedMs } from '../store/reservations.js';
import type { Limits, Outcome, ProxyStore, TaskLink, Verdict } from '../store/store.js';
import type { OwnedTask } from '../users/ownership.js';

/** A task whose end nobody saw stops counting as in flight; what it was to cost stays spent. */
const IN_FLIGHT_MS = 30 * 60_000;
/** The end of a task is read within a day, and later too where a window still counts it. */
const LINK_MS = 24 * 60 * 60_000;

/** Before the name of a submit, where the ids of tasks stand else; no id begins like this. */
const LOST = ':lost:';

interface BudgetOptions {
  store: ProxyStore;
  clock: Clock;
  deferred: DeferredWrites;
  /** Reads a task once more, so that what it says is observed. */
  readAgain: (task: OwnedTask) => Promise<unknown>;
  readings: Readings;
}

/** What pays for a call, and for how long that has to be known. */
export interface Payer extends TaskLink {
  keepMs: number;
}

/** One call that costs money, from before it is made until what became of it is known. */
export interface Hold {
  /** What pays; absent when nothing limits it. */
  payer: Payer | undefined;
  /**
   * Before it is sent. Of a call that is held already, under the same id, nothing more is taken.
   * @throws Refusal 400 for what has no price, 402 or 429 over a limit, 503 when the store cannot say
   */
  take(): Promise<void>;
  /** It was not done, as far as the gateway says: nothing was billed. */
  release(): Promise<void>;
  /** Nobody knows whether it was done. Whoever finds it by its name, or sends it again, has it paid by this. */
  lose(): Promise<void>;
}

/** A call that costs money. */
interface Held {
  route: Route;
  subject: string;
  limits: Limits | undefined;
  /** Of what is reserved for it. */
  id: string;
  /** Under which the gateway knows the task again. */
  wish?: string | undefined;
  /** The most that it can cost, in millionths of a US dollar. */
  cost?: number | undefined;
}

/** What a reading is about. */
interface Observed {
  taskId: string | undefined;
  model: string | undefined;
  hold: Payer | undefined;
  /** The name by which it was asked for. */
  outTaskId?: string | undefined;
}

export interface Budget {
  /** What a call will need; nothing is taken yet. */
  hold(call: Held): Hold;
  /** What is left of a limit on spend, in US dollars. @throws Refusal 503 when the store cannot say */
  left(subject: string, spend: NonNullable<Limits['spend']>): Promise<number>;
  /**
   * Looks at an answer or event of the gateway's about a task: links it to what pays for it, and
   * settles that at its end. Never rejects, and nobody waits for it long.
   * @returns whether all of it is written by now
   */
  observe(reading: unknown, about: Observed): Promise<boolean>;
}

const nothing = () => Promise.resolve();
/** Of a call that nothing limits. */
const UNLIMITED: Hold = { payer: undefined, take: nothing, release: nothing, lose: nothing };

export function createBudget({ store, clock, deferred, readAgain, readings }: BudgetOptions): Budget {
  /** What holds the money of a submit whose answer was lost. */
  const lost = async (wish: string | undefined) => (wish === undefined ? undefined : store.linked(LOST + wish, clock.wallNow()));

  async function book(task: TaskSnapshot, hold: Payer | undefined): Promise<void> {
    const now = clock.wallNow();
    const payer = hold ?? (await lost(task.outTaskId));
    if (payer !== undefined) {
      const { subject, id, keepMs } = { keepMs: LINK_MS, ...payer };
      const first = await store.link(task.taskId, { subject, id }, now, now + keepMs);
      // The same submit again: the task is paid for already.
      if (first.id !== id) await store.settle({ subject, id }, 'free');
    }
    if (!isTerminal(task.status)) return;
    const linked = await store.linked(task.taskId, now);
    if (linked !== undefined) await store.settle(linked, outcomeOf(task));
  }

  return {
    hold({ route, subject, limits, id, wish, cost }) {
      if (limits === undefined) return UNLIMITED;
      const payer: Payer = { subject, id, keepMs: Math.max(LINK_MS, countedMs(limits)) };
      let isTaken = false;
      let isNew = true;
      const giveBack = (link: TaskLink) => deferred.write(() => store.settle(link, 'free'));
      return {
        payer,
        async take() {
          if (isTaken) return;
          if (limits.spend !== undefined && cost === undefined) throw unpriced();
          const before = await lost(wish).catch((error: unknown) => unsure(error));
          if (before?.subject === subject) {
            payer.id = before.id;
            isNew = false;
          }
          const now = clock.wallNow();
          const inFlightUntil = route.endpoint === 'tasks.submit' ? now + IN_FLIGHT_MS : 0;
          const verdict = await store.reserve({ subject, id: payer.id, now, amount: cost ?? 0, inFlightUntil, limits }).catch((error: unknown) => {
            // It may have been done before the connection broke.
            if (isNew) void giveBack(payer);
            return unsure(error);
          });
          if (!verdict.ok) throw over(verdict);
          isTaken = true;
        },
        async release() {
          if (isTaken && isNew) await giveBack(payer);
        },
        async lose() {
          if (!isTaken || wish === undefined) return;
          await deferred.write(() => {
            const now = clock.wallNow();
            return store.link(LOST + wish, payer, now, now + payer.keepMs);
          });
        },
      };
    },
    async left(subject, { usd, perSeconds }) {
      const now = clock.wallNow();
      const spent = await store.spent(subject, now - perSeconds * 1000, now).catch((error: unknown) => unsure(error));
      return Math.max(0, Math.round(usd * 1e6) - spent) / 1e6;
    },
    async observe(reading, { taskId, model, hold, outTaskId }) {
      const read = readings.read(reading, { taskId });
      if (read === undefined || (hold === undefined && outTaskId === undefined && !isTerminal(read.status))) return true;
      const task = { ...read, outTaskId: read.outTaskId ?? outTaskId };
      let tries = 0;
      return deferred.write(async () => {
        tries++;
        await book(task, hold);
        // Its end may have been read while nobody knew who pays.
        if (tries > 1 && !isTerminal(task.status)) void deferred.write(() => readAgain({ taskId: task.taskId, model }));
      });
    },
  };
}

/** A task that was not completed is free, unless an amount is named. */
function outcomeOf({ status, cost: { final } }: TaskSnapshot): Outcome {
  if (status === 'completed') return final === undefined ? 'kept' : Math.round(final * 1e6);
  return final ? Math.round(final * 1e6) : 'free';
}

function over({ limit, retryAfter }: Verdict & { ok: false }): Refusal {
  const headers = new Headers({ 'retry-after': String(Math.max(1, Math.ceil(retryAfter / 1000))) });
  const reason = `Over the user's limit of ${limit}.`;
  if (limit === 'spend') {
    const message = 'What this user may spend here is used up, so nothing was sent. Try again later, or have the limit raised.';
    return new Refusal({ status: 402, code: 'quota_exceeded', message, reason, headers });
  }
  const code = limit === 'requests' ? 'rate_limit_exceeded' : 'concurrency_limit';
  const what = limit === 'requests' ? 'many requests' : 'many tasks at once';
  const message = `This user made as ${what} as are allowed here, so nothing was sent. Try again in a moment.`;
  return new Refusal({ status: 429, code, message, reason, headers });
}

function unpriced(): Refusal {
  return invalid('model', 'The price of this model is not known here, and this user may spend no more than so much. Choose another.');
}

/** Closed: who may not be counted may not spend. */
function unsure(error: unknown): never {
  throw new Refusal({
    status: 503,
    code: 'api_error',
    message: 'The server cannot count what this user spends at the moment, so nothing was sent. Try again soon.',
    reason: `The store failed: ${error instanceof Error ? error.name : typeof error}.`,
  });
}
