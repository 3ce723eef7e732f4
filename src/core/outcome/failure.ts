import { BytespikeError } from '../base/errors.js';
import { isBlocked } from './blocked.js';
import type { TaskSnapshot } from './snapshot.js';

/** The error of a task that ended without a result; `undefined` for every other task. */
export function taskError(snapshot: TaskSnapshot): BytespikeError | undefined {
  if (snapshot.status === 'cancelled') {
    return new BytespikeError({
      code: 'task_cancelled',
      message: 'The task was cancelled before it had a result.',
      billed: snapshot.cost.billed,
    });
  }
  if (snapshot.status !== 'failed') return undefined;
  const { code = 'task_failed', message = 'The model gave no reason.' } = snapshot.error ?? {};
  return new BytespikeError({ code: isBlocked(code) ? 'safety_blocked' : 'task_failed', message, billed: 'no' });
}
