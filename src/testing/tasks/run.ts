import { multiply } from '../../core/base/money.js';
import type { GatewayClock, Timers } from '../base/clock.js';
import { random } from '../base/random.js';
import type { Asset } from '../media/assets.js';
import type { Bytes } from '../media/media.js';
import { drawWait, priceOf } from '../orders/plan.js';
import { steer } from '../orders/steer.js';
import type { Order } from '../orders/validate.js';
import type { Billing, Hold } from '../simulation/billing.js';

type TaskStatus = 'pending' | 'running' | 'completed' | 'failed' | 'cancelled';

/** A task as it stands; each change makes a new one. */
export interface Task {
  readonly id: string;
  readonly outTaskId: string | undefined;
  readonly order: Order;
  readonly status: TaskStatus;
  /** USD. */
  readonly price: number;
  /** USD taken, once it has ended. */
  readonly charged: number;
  readonly estimatedSeconds: number;
  /** Milliseconds since the epoch; `startsAt` and `endsAt` are plans until then. */
  readonly submittedAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly failure: { readonly code: string; readonly message: string } | undefined;
  readonly assets: readonly Asset[];
}

export function isTerminal(status: TaskStatus): boolean {
  return status !== 'pending' && status !== 'running';
}

export interface TaskRun {
  /** What it stands at now, after everything that was due has happened. */
  advance(): Task;
  cancel(): Task;
  watch(listener: (task: Task) => void): () => void;
}

const PENDING = { status: 'pending', charged: 0, failure: undefined, assets: [] } as const;

interface RunOptions {
  id: string;
  chargeId: string;
  outTaskId: string | undefined;
  order: Order;
  seed: string;
  speed: number;
  clock: GatewayClock;
  timers: Timers;
  billing: Billing;
  /** What it shows, where that depends on a picture from elsewhere. */
  film: () => Promise<Bytes | undefined> | undefined;
  /** Nothing begins any more once it has aborted. */
  closed: AbortController;
  makeAssets: (film: Bytes | undefined) => readonly Asset[];
}

/** One task over time. It takes money when it ends, and only then; it does not end before the picture was read that it begins with. */
export function runTask(options: RunOptions): TaskRun {
  const { id, outTaskId, order, clock, timers } = options;
  const steered = steer(order.request.prompt);
  const price = priceOf(order);
  const hold: Hold = options.billing.reserve(price);
  const wait = drawWait(order, [options.seed, 'task', id], options.speed);
  const submittedAt = clock.now();
  const startsAt = submittedAt + wait.seconds * 1000 * (0.05 + 0.1 * random(options.seed, id, 'queue')());
  const listeners = new Set<(task: Task) => void>();
  let unschedule = () => {};
  const endsAt = submittedAt + wait.seconds * 1000;
  let failure = steered.fail;
  let film: Bytes | undefined;
  const made = options.film();
  let isReading = made !== undefined;
  let task: Task = { ...PENDING, id, outTaskId, order, price, estimatedSeconds: wait.estimate, submittedAt, startsAt, endsAt };

  function change(next: Partial<Task>): void {
    task = { ...task, ...next };
    if (isTerminal(task.status)) {
      unschedule();
      const at = task.endsAt;
      hold.settle(task.charged, { id: options.chargeId, model: order.request.model, at, ...(outTaskId === undefined ? {} : { outTaskId }) });
    }
    for (const listener of [...listeners]) listener(task);
  }

  /** When the next change is due; never, when the prompt holds it there. */
  function due(): number {
    if (task.status === steered.hold || isTerminal(task.status)) return Number.POSITIVE_INFINITY;
    if (task.status === 'pending') return startsAt;
    if (failure !== undefined) return (startsAt + task.endsAt) / 2;
    return isReading ? Number.POSITIVE_INFINITY : task.endsAt;
  }

  function advance(): Task {
    while (clock.now() >= due()) {
      if (task.status === 'pending') change({ status: 'running' });
      else if (failure !== undefined) change({ status: 'failed', failure, endsAt: due() });
      else change({ status: 'completed', charged: price, assets: options.makeAssets(film) });
    }
    return task;
  }

  function schedule(): void {
    advance();
    const at = due();
    if (at !== Number.POSITIVE_INFINITY) unschedule = timers.after(Math.max(1, at - clock.now()), schedule);
  }
  schedule();

  const read = (shown: Bytes | undefined, error?: Error) => {
    isReading = false;
    film = shown;
    if (error !== undefined) failure ??= { code: 'invalid_param', message: error.message };
    unschedule();
    if (!options.closed.signal.aborted) schedule();
  };
  made?.then(read, (error: Error) => read(undefined, error));

  return {
    advance,
    cancel() {
      advance();
      if (isTerminal(task.status)) return task;
      const now = clock.now();
      const rendered = task.status === 'pending' ? 0 : Math.min(1, (now - startsAt) / (task.endsAt - startsAt));
      change({ status: 'cancelled', charged: multiply(price, rendered), endsAt: now });
      return task;
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
