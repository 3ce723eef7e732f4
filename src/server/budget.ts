import type { Clock } from '../core/clock.js';
import { isTerminal } from '../core/task-status.js';
import { readTask } from '../core/wire.js';
import { invalid, Refusal } from './refusal.js';
import type { Route } from './routes.js';
import type { Limits, ProxyStore, TaskLink, Verdict } from './store.js';

/** A task whose end nobody saw stops counting as in flight; what it was to cost stays spent. */
const IN_FLIGHT_MS = 30 * 60_000;
/** The gateway forgets a task's result after a day; its end may still be read until then. */
const LINK_MS = 24 * 60 * 60_000;

export interface BudgetOptions {
  store: ProxyStore;
  clock: Clock;
}

/** One call that costs money, from before it is made until what became of it is known. */
export interface Hold {
  /** What pays; absent when nothing limits it. */
  link?: TaskLink;
  /** It was not done, as far as the gateway says: nothing was billed. */
  release(): Promise<void>;
}

export interface Budget {
  /**
   * `cost` is the most that the call can cost, in millionths of a US dollar.
   * Of a call that is held already, under the same id, nothing more is taken.
   * @throws Refusal 400 for what has no price, 402 or 429 over a limit, 503 when the store cannot say
   */
  hold(call: { route: Route; subject: string; limits: Limits | undefined; id: string; cost?: number | undefined }): Promise<Hold>;
  /** What is left of a limit on spend, in US dollars. @throws Refusal 503 when the store cannot say */
  left(subject: string, spend: NonNullable<Limits['spend']>): Promise<number>;
  /** Looks at an answer or event of the gateway's about a task: links it to what pays for it, and settles that at its end. */
  observe(reading: unknown, about: { taskId: string | undefined; hold: TaskLink | undefined }): Promise<void>;
}

export function createBudget({ store, clock }: BudgetOptions): Budget {
  async function observe(reading: unknown, { taskId, hold: link }: Parameters<Budget['observe']>[1]): Promise<void> {
    const context = { taskId, serverNow: 0, usdPerCredit: 1, baseUrl: 'https://gateway.invalid' };
    const task = readTask(reading, context);
    if (task === undefined) return;
    const now = clock.wallNow();
    if (link !== undefined) {
      const payer = await store.link(task.taskId, link, now, now + LINK_MS);
      // The same submit again: the task is paid for already.
      if (payer.id !== link.id) await store.settle(link, 0);
    }
    if (!isTerminal(task.status)) return;
    const payer = await store.linked(task.taskId, now);
    const billed = task.cost.final ?? (task.status === 'completed' ? undefined : 0);
    if (payer !== undefined) await store.settle(payer, billed === undefined ? undefined : Math.round(billed * 1e6));
  }

  return {
    async hold({ route, subject, limits, id, cost }) {
      if (limits === undefined) return { release: async () => {} };
      if (limits.spend !== undefined && cost === undefined) throw unpriced();
      const now = clock.wallNow();
      const inFlightUntil = route.endpoint === 'tasks.submit' ? now + IN_FLIGHT_MS : 0;
      const verdict = await store
        .reserve({ subject, id, now, amount: cost ?? 0, inFlightUntil, limits })
        .catch((error: unknown) => unsure(error));
      if (!verdict.ok) throw over(verdict);
      // A store that fails now leaves the reservation to expire, and the answer to the user.
      return { link: { subject, id }, release: () => store.settle({ subject, id }, 0).catch(() => {}) };
    },
    async left(subject, { usd, perSeconds }) {
      const spent = await store.spent(subject, clock.wallNow() - perSeconds * 1000).catch((error: unknown) => unsure(error));
      return Math.max(0, Math.round(usd * 1e6) - spent) / 1e6;
    },
    // The user's answer does not depend on our books: what could not be written expires.
    observe: (reading, about) => observe(reading, about).catch(() => {}),
  };
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
