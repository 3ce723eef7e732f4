import { isRecord } from '../base/body.js';
import { Refusal } from '../base/refusal.js';
import type { Order } from '../orders/validate.js';
import { filmFor, makeAssets, type Simulation } from '../simulation/simulation.js';
import { runTask, type TaskRun } from './run.js';

/** Every task of the gateway, found by either id. */
interface TaskBook {
  /** @throws Refusal 409 when `outTaskId` was used for another request, 402 or 429 from billing */
  submit(order: Order, asked: unknown, outTaskId: string | undefined, base: string): TaskRun;
  /** @throws Refusal 404 */
  find(id: { taskId: string } | { outTaskId: string }): TaskRun;
}

export function createTaskBook(simulation: Simulation): TaskBook {
  const runs = new Map<string, TaskRun>();
  const byOutTaskId = new Map<string, { fingerprint: string; run: TaskRun }>();

  function start(order: Order, outTaskId: string | undefined, base: string): TaskRun {
    const id = simulation.newId('task');
    const run = runTask({
      ...simulation,
      id,
      chargeId: simulation.newId('charge'),
      outTaskId,
      order,
      film: () => filmFor(simulation, order, id),
      makeAssets: (film) => makeAssets(simulation, order, id, base, film),
    });
    runs.set(id, run);
    return run;
  }

  return {
    submit(order, asked, outTaskId, base) {
      if (outTaskId === undefined) return start(order, outTaskId, base);
      const fingerprint = canonical(asked);
      const known = byOutTaskId.get(outTaskId);
      if (known === undefined) {
        const run = start(order, outTaskId, base);
        byOutTaskId.set(outTaskId, { fingerprint, run });
        return run;
      }
      if (known.fingerprint === fingerprint) return known.run;
      const message = `out_task_id "${outTaskId}" was used for another request. Use a new id for a new request.`;
      throw new Refusal({ status: 409, code: 'duplicate_out_task_id', param: 'out_task_id', message });
    },
    find(id) {
      const run = 'taskId' in id ? runs.get(id.taskId) : byOutTaskId.get(id.outTaskId)?.run;
      if (run !== undefined) return run;
      throw new Refusal({ status: 404, code: 'task_not_found', message: 'There is no such task under this key.' });
    },
  };
}

/** JSON that does not depend on the order of fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, entry: unknown) =>
    isRecord(entry) ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))) : entry,
  );
}
