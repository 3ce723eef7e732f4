import { loadOnce } from '../base/load-once.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import { EVENTS_OFFER } from '../wire/proxy-headers.js';
import type { SharedLine, SharedLineOptions } from './shared-line.js';
import { createStreamMembers, type StreamMembers } from './stream-members.js';

/** One stream for all tasks of the user, where the proxy offers it; open while there is a task to follow. */
export interface SharedStream extends Pick<StreamMembers, 'onChange' | 'until'> {
  /** Takes part until the result is called, and hands over each reading of the task. */
  join(taskId: string, hear: (snapshot: TaskSnapshot) => void): () => void;
  /** Opens it, if it is offered and nothing speaks against it. */
  open(): void;
  /** Whether it tells of this task now. */
  carries(taskId: string): boolean;
  /** The same, once it is clear: a stream that is on its way, or a task just submitted, is waited for a little. */
  willCarry(taskId: string, patienceMs: number, signal: AbortSignal): Promise<boolean>;
}

/** Tasks wait no longer than this for what opens it, before they are followed by themselves. */
const LOAD_MS = 2000;

/** Its connection is loaded where a proxy offers it. While it is not there, or does not load, tasks are followed by themselves. */
export function createSharedStream(options: Omit<SharedLineOptions, 'isOffered'>, load = () => import('./shared-line.js')): SharedStream {
  const { transport, clock } = options;
  const isOffered = () => transport.offers()?.includes(EVENTS_OFFER) ?? false;
  let unwatch = () => {};
  let isLoading = false;
  const members = createStreamMembers(clock, () => {
    unwatch = line.current()?.watch() ?? unwatch;
    return () => unwatch();
  });
  const line = loadOnce(async () => {
    const made = (await load()).createSharedLine({ ...options, isOffered }, members);
    if (!members.isEmpty()) unwatch = made.watch();
    return made;
  });

  function loaded(made?: SharedLine): void {
    isLoading = false;
    made?.open();
    members.tellAll();
  }

  function open(): void {
    const there = line.current();
    if (there !== undefined) return there.open();
    if (isLoading || !isOffered() || members.isEmpty()) return;
    isLoading = true;
    line.load().then(loaded, () => loaded());
  }

  return {
    open,
    carries: (taskId) => line.current()?.told(taskId) !== undefined,
    onChange: members.onChange,
    until: members.until,
    async willCarry(taskId, patienceMs, signal) {
      await members.until(taskId, () => !isLoading, LOAD_MS, signal);
      return line.current()?.willCarry(taskId, patienceMs, signal) ?? false;
    },
    join(taskId, hear) {
      const leave = members.add(taskId, hear);
      const known = line.current()?.told(taskId);
      if (known !== undefined) hear(known);
      open();
      return leave;
    },
  };
}
