import { backoff } from '../base/backoff.js';
import { sleep } from '../base/clock.js';
import { isBytespikeError } from '../base/errors.js';
import type { ClientInternals, Shared } from '../client/internals.js';

/** Whether there is anybody who answers. */
export interface BatchConnection {
  isThere(): boolean;
  /** An answer was lost: before anything else is sent, something has to be answered. Resolves then. */
  lost(outTaskId: string): Promise<void>;
  leave(): void;
}

export function createBatchConnection({ tasks }: ClientInternals, { clock, random, environment }: Shared, changed: () => void): BatchConnection {
  const over = new AbortController();
  const stops = [environment.onWake(changed), environment.onOffline(changed)];
  let found: Promise<void> | undefined;

  /** Any answer will do, also that there is no such task: a read is free. */
  const answers = (outTaskId: string): Promise<boolean> =>
    tasks.query({ outTaskId }).then(
      () => true,
      (error: unknown) => isBytespikeError(error) && error.status !== undefined,
    );

  async function look(outTaskId: string): Promise<void> {
    for (let failures = 1; !over.signal.aborted && !(await answers(outTaskId)); failures++) await sleep(clock, backoff(failures, random), over.signal);
    found = undefined;
    changed();
  }

  return {
    isThere: () => found === undefined && environment.isOnline(),
    lost: (outTaskId) => (found ??= look(outTaskId)),
    leave() {
      over.abort();
      stops.forEach((stop) => stop());
    },
  };
}
