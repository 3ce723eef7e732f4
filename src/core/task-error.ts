import { BytespikeError } from './errors.js';
import type { TaskSnapshot } from './task.js';

/** Words by which a failed task says that the safety filter stopped it. */
const SAFETY = /content_policy|safety|moderation|blocked/;

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
  return new BytespikeError({ code: SAFETY.test(code) ? 'safety_blocked' : 'task_failed', message, billed: 'no' });
}
