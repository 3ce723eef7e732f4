import type { Clock } from '../base/clock.js';
import { BytespikeError } from '../base/errors.js';
import { linked, whenAborted } from '../base/signals.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import { isSettled, isTerminal } from '../outcome/status.js';
import type { FollowState } from './follow-context.js';

export interface FollowCall {
  signal?: AbortSignal;
  /** Called with each reading that says something new. */
  onSnapshot?: (snapshot: TaskSnapshot) => void;
  /** Longest watch, in milliseconds. @default none */
  deadlineMs?: number;
}

type Watch = (taskId: string, listener: (state: FollowState) => void) => () => void;

/** Watches a task to its end, whatever that is; until then, or until the caller or the deadline stops it. */
export function untilEnd(watch: Watch, clock: Clock, taskId: string, { signal, onSnapshot, deadlineMs }: FollowCall): Promise<TaskSnapshot> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(stoppedWatching());
    let latest: TaskSnapshot | undefined;
    let begun = false;
    const over = linked(signal);
    const stop = () => {
      reject(stillRunning(taskId));
      over.abort();
    };
    const timer = deadlineMs === undefined ? undefined : clock.setTimeout(stop, deadlineMs);
    const unwatch = watch(taskId, ({ snapshot, connection, error }) => {
      if (over.signal.aborted) return;
      if (snapshot && snapshot !== latest) onSnapshot?.(snapshot);
      latest = snapshot;
      if (connection !== 'idle') return;
      // The state of a follow that has not begun: what is missing may still come.
      if (!begun && snapshot && !isSettled(snapshot)) return;
      if (snapshot && isTerminal(snapshot.status)) resolve(snapshot);
      else if (error === undefined) return;
      else reject(error);
      over.abort();
    });
    begun = true;
    whenAborted(over.signal).then(() => {
      clock.clearTimeout(timer);
      unwatch();
      // Of what has ended already this says nothing any more.
      if (signal?.aborted) reject(stoppedWatching());
    }, reject);
  });
}

function stillRunning(taskId: string): BytespikeError {
  return new BytespikeError({
    code: 'still_running',
    message: `The task ${taskId} is still running at the deadline. It goes on; follow it again later.`,
    retryable: true,
  });
}

function stoppedWatching(): BytespikeError {
  return new BytespikeError({
    code: 'aborted',
    message: 'The watch was stopped by its own signal. The task goes on; cancel it to stop it.',
  });
}
