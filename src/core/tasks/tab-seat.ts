import { type Clock, sleep } from '../base/clock.js';
import type { Environment } from '../base/environment.js';
import { linked, whenAborted } from '../base/signals.js';
import { refused, whileLocked } from '../base/web-locks.js';
import type { SharedState, TabChannel, TabMessage } from './tab-channel.js';

export interface TabMember {
  /** Follows the task until its end or until `signal` aborts, telling the other tabs what it sees. */
  lead(tell: (state: SharedState) => void, signal: AbortSignal): Promise<void>;
  hear(state: SharedState): void;
  current(): SharedState;
  /** Whether there is nothing left to follow. */
  isOver(): boolean;
}

/** What the seats of one page have in common. */
interface TabRoom {
  channel: TabChannel;
  locks: LockManager;
  environment: Environment;
  clock: Clock;
}

/** One tab's part in following one task. */
interface TabSeat {
  hear(message: TabMessage): void;
  /** Leads or listens, in turn with the other tabs, until the task is over, `signal` aborts, or the page is refused it. */
  takeTurns(): Promise<void>;
  /** Asks whether somebody leads still, and takes over from a leader that does not say so. */
  look(): void;
  /** The page is put away: others have their turn, and not this one, until it looks again. */
  goAway(): void;
  leave(): void;
}

/** A leader that does not answer for this long is frozen. */
const ANSWER_MS = 700;
const SETTLE_MS = 50;

export function createTabSeat({ channel, locks, environment, clock }: TabRoom, lockName: string, taskId: string, member: TabMember, signal: AbortSignal): TabSeat {
  /** Waiting for its turn, and leading. */
  let term = linked(signal);
  let [isLeading, isAnswered, hasHeard] = [false, false, false];
  let [isStealing, isAway] = [false, false];

  function hear({ ask: isAsked, snapshot, connection }: TabMessage): void {
    if (snapshot !== undefined && snapshot.taskId !== taskId) return;
    if (connection !== undefined) {
      isAnswered = true;
      hasHeard = true;
      member.hear({ snapshot, connection });
      if (member.isOver()) term.abort();
    }
    if (!isAsked || !isLeading) return;
    channel.post({ taskId, ...member.current() });
    if (environment.isHidden()) term.abort();
  }

  async function lead(): Promise<void> {
    // The lock of a leader that is done may arrive before its last word.
    if (hasHeard) await sleep(clock, SETTLE_MS, term.signal);
    if (member.isOver() || term.signal.aborted) return;
    isLeading = true;
    // Whoever asked while nobody led yet has its answer.
    channel.post({ taskId, ...member.current() });
    await member.lead((state) => channel.post({ taskId, ...state }), term.signal).finally(() => (isLeading = false));
  }

  /** Waits for its turn, or takes it from a leader that is frozen. Ends with the term. */
  async function serve(steal: boolean): Promise<void> {
    try {
      const { signal: over } = term;
      // One that is stolen cannot be waited for, and is had at once. Locks that never answer do not heed the end of a wait either.
      const outcome = await whileLocked(locks, lockName, steal ? { steal } : { signal: over }, lead, steal ? sleep(clock, ANSWER_MS, over) : whenAborted(over));
      if (outcome === refused && (steal || !over.aborted)) channel.refuse();
    } catch (error) {
      // Stolen from us, or the wait was called off.
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
      term.abort();
    }
  }

  async function ask(): Promise<void> {
    if (isLeading || environment.isHidden()) return;
    isAnswered = false;
    const asked = term;
    channel.post({ taskId, ask: true });
    await sleep(clock, ANSWER_MS, asked.signal);
    // On a page that was busy for that long, the answer may lie in the queue behind the timer.
    await sleep(clock, SETTLE_MS, asked.signal);
    if (isAnswered || isLeading || asked.signal.aborted) return;
    isStealing = true;
    asked.abort();
  }

  /** From here on this tab follows for itself. */
  const giveUp = () => [channel.refuse, term.abort].forEach((end) => end());
  const setAway = (away: boolean): void => {
    isAway = away;
    term.abort();
  };
  const look = () => (isAway ? setAway(false) : void ask().catch(giveUp));
  return {
    hear,
    look,
    goAway: () => setAway(true),
    leave: () => term.abort(),
    async takeTurns() {
      while (!channel.isRefused() && !signal.aborted && !member.isOver()) {
        term = linked(signal);
        const steal = isStealing;
        isStealing = false;
        const served = isAway ? whenAborted(term.signal) : serve(steal);
        if (!steal && !isAway) look();
        await served;
      }
    },
  };
}
