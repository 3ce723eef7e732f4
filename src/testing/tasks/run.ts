import { multiply } from '../../core/base/money.js';
import type { GatewayClock, Timers } from '../base/clock.js';
import { random } from '../base/random.js';
import type { Asset } from '../media/assets.js';
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

/** One task over time. It takes money when it ends, and only then. */
export function runTask(options: {
  id: string;
  chargeId: string;
  outTaskId: string | undefined;
  order: Order;
  seed: string;
  speed: number;
  clock: GatewayClock;
  timers: Timers;
  billing: Billing;
  makeAssets: (id: string) => readonly Asset[];
}): TaskRun {
  const { id, outTaskId, order, clock, timers } = options;
  const steered = steer(order.request.prompt);
  const price = priceOf(order);
  const hold: Hold = options.billing.reserve(price);
  const wait = drawWait(order, [options.seed, 'task', id], options.speed);
  const submittedAt = clock.now();
  const startsAt = submittedAt + wait.seconds * 1000 * (0.05 + 0.1 * random(options.seed, id, 'queue')());
  const listeners = new Set<(task: Task) => void>();
  let unschedule = () => {};
  let task: Task = {
    id,
    outTaskId,
    order,
    status: 'pending',
    price,
    charged: 0,
    estimatedSeconds: wait.estimate,
    submittedAt,
    startsAt,
    endsAt: submittedAt + wait.seconds * 1000,
    failure: undefined,
    assets: [],
  };

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
    return steered.fail === undefined ? task.endsAt : (startsAt + task.endsAt) / 2;
  }

  function advance(): Task {
    while (clock.now() >= due()) {
      if (task.status === 'pending') change({ status: 'running' });
      else if (steered.fail !== undefined) change({ status: 'failed', failure: steered.fail, endsAt: due() });
      else change({ status: 'completed', charged: price, assets: options.makeAssets(id) });
    }
    return task;
  }

  function schedule(): void {
    advance();
    const at = due();
    if (at !== Number.POSITIVE_INFINITY) unschedule = timers.after(Math.max(1, at - clock.now()), schedule);
  }
  schedule();

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
