import type { Clock } from '../base/clock.js';
import type { Environment } from '../base/environment.js';
import { createTabChannel } from './tab-channel.js';
import { createTabSeat, type TabMember } from './tab-seat.js';

/** One tab follows a task, the others listen to it; when it goes, the next one takes over. */
export interface Tabs {
  /** Takes part until the task is over or `signal` aborts. */
  join(taskId: string, member: TabMember, signal: AbortSignal): Promise<void>;
}

/** Without locks and channels (a server, an old browser, a page that is refused them) every tab follows for itself. */
const alone: Tabs = { join: (_taskId, member, signal) => member.lead(() => {}, signal) };

export function createTabs(name: string, environment: Environment, clock: Clock): Tabs {
  const { tabs } = environment;
  if (tabs === undefined) return alone;
  const channel = createTabChannel(name, tabs.openChannel);
  const room = { channel, locks: tabs.locks, environment, clock };

  return {
    async join(taskId, member, signal) {
      const seat = createTabSeat(room, `${name}:${taskId}`, taskId, member, signal);
      const sit = () => channel.sit(taskId, seat.hear);
      let leave = sit();
      const unwake = environment.onWake(() => {
        leave = sit();
        seat.look();
      });
      // A page that is spoken to while it is put away is thrown away.
      const unaway = environment.onAway?.(() => {
        leave();
        seat.goAway();
      });
      try {
        await seat.takeTurns();
      } finally {
        unwake();
        unaway?.();
        seat.leave();
        leave();
      }
      if (!signal.aborted && !member.isOver()) await alone.join(taskId, member, signal);
    },
  };
}
