import { BytespikeError } from '../base/errors.js';
import { mergeSnapshots, type TaskSnapshot } from '../outcome/snapshot.js';
import type { TaskStore } from '../records/task-store.js';
import type { ReadContext } from '../wire/reading-parts.js';
import { readTask } from '../wire/readings.js';
import type { Answer } from '../wire/transport.js';

/** What a reading has to be of. */
type Asked = Pick<ReadContext, 'taskId' | 'outTaskId'>;
type Told = Pick<Answer, 'body' | 'serverNow'>;

/** What answers and frames say of tasks, held against what is remembered of them. */
export interface TaskReadings {
  /** `undefined` for what is no reading, or none of what was asked for. */
  interpret(answer: Told, asked?: Asked): TaskSnapshot | undefined;
  /** @throws BytespikeError `invalid_response` where there is none */
  snapshotOf(answer: Told, path: string, billable: boolean, asked: Asked): TaskSnapshot;
  remember(taskId: string, snapshot: TaskSnapshot): void;
}

export function createTaskReadings(store: TaskStore, { usdPerCredit, baseUrl }: { usdPerCredit: number; baseUrl: () => string }): TaskReadings {
  const recordOf = (taskId: string, outTaskId = '') => store.findByTaskId(taskId) ?? store.get(outTaskId);

  /** Of a task that was submitted here, whether the gateway has named any amount. What another place submitted is read as the reference says. */
  function namesAmounts({ taskId, outTaskId }: TaskSnapshot): boolean {
    const record = recordOf(taskId, outTaskId);
    if (record === undefined) return true;
    const { estimated, final } = record.snapshot?.cost ?? {};
    return estimated !== undefined || final !== undefined;
  }

  function interpret({ body, serverNow }: Told, asked: Asked = {}): TaskSnapshot | undefined {
    const context = { ...asked, serverNow, usdPerCredit, baseUrl: baseUrl() };
    const reading = readTask(body, context);
    if (reading?.status !== 'cancelled' || namesAmounts(reading)) return reading;
    return readTask(body, { ...context, namesAmounts: false });
  }

  return {
    interpret,
    snapshotOf(answer, path, billable, asked) {
      const snapshot = interpret(answer, asked);
      if (snapshot !== undefined) return snapshot;
      throw noReading(path, billable, interpret(answer) !== undefined);
    },
    remember(taskId, snapshot) {
      const record = recordOf(taskId, snapshot.outTaskId);
      // A key that belongs to another task already is not this one's.
      if (record === undefined || (record.taskId ?? taskId) !== taskId) return;
      const merged = mergeSnapshots(record.snapshot, snapshot);
      if (merged !== record.snapshot || record.taskId !== taskId) store.put({ ...record, taskId, snapshot: merged });
    },
  };
}

function noReading(path: string, billable: boolean, isOfAnother: boolean): BytespikeError {
  return new BytespikeError({
    code: 'invalid_response',
    message: isOfAnother
      ? `${path} answered about another task, which was left aside. Look for a cache between this page and the gateway.`
      : `${path} answered with something that is no task. Check that the proxy forwards this path to the gateway.`,
    billed: billable ? 'unknown' : 'no',
    retryable: true,
  });
}
