import { type Clock, sleep } from '../base/clock.js';
import type { Environment } from '../base/environment.js';
import { linked } from '../base/signals.js';
import { refused, whileLocked } from '../base/web-locks.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import type { Connection } from '../outcome/status.js';

/** What one tab tells the others of a task. Plain data: errors stay in the tab that has them. */
interface SharedState {
  snapshot: TaskSnapshot | undefined;
  connection: Connection;
}

interface TabMember {
  /** Follows the task until its end or until `signal` aborts, telling the other tabs what it sees. */
  lead(tell: (state: SharedState) => void, signal: AbortSignal): Promise<void>;
  hear(state: SharedState): void;
  current(): SharedState;
  /** Whether there is nothing left to follow. */
  isOver(): boolean;
}

/** One tab follows a task, the others listen to it; when it goes, the next one takes over. */
export interface Tabs {
  /** Takes part until the task is over or `signal` aborts. */
  join(taskId: string, member: TabMember, signal: AbortSignal): Promise<void>;
}

interface Message extends Partial<SharedState> {
  taskId: string;
  /** A tab that is looked at wants to know; a hidden leader then gives way. */
  ask?: true;
}

/** A leader that does not answer for this long is frozen. */
const ANSWER_MS = 700;
const SETTLE_MS = 50;

/** Without locks and channels (a server, an old browser, a page that is refused them) every tab follows for itself. */
const alone: Tabs = { join: (_taskId, member, signal) => member.lead(() => {}, signal) };

export function createTabs(name: string, environment: Environment, clock: Clock): Tabs {
  const { tabs } = environment;
  if (tabs === undefined) return alone;
  const seats = new Map<string, (message: Message) => void>();
  let channel: BroadcastChannel | undefined;
  // What is refused once is refused for as long as the page lives.
  let isRefused = false;

  function post(message: Message): void {
    try {
      channel?.postMessage(message);
    } catch {
      isRefused = true;
    }
  }

  function sit(taskId: string, receive: (message: Message) => void): () => void {
    channel ??= tabs!.openChannel(name);
    seats.set(taskId, receive);
    channel.onmessage = ({ data }: MessageEvent<Message | null>) => data && seats.get(data.taskId)?.(data);
    return () => {
      seats.delete(taskId);
      if (seats.size > 0) return;
      channel?.close();
      channel = undefined;
    };
  }

  async function join(taskId: string, member: TabMember, signal: AbortSignal): Promise<void> {
    const lockName = `${name}:${taskId}`;
    let term = linked(signal);
    let leading = false;
    let answered = false;
    let heard = false;

    const hear = ({ ask, snapshot, connection }: Message) => {
      if (snapshot !== undefined && snapshot.taskId !== taskId) return;
      if (connection !== undefined) {
        answered = true;
        heard = true;
        member.hear({ snapshot, connection });
        if (member.isOver()) term.abort();
      }
      if (!ask || !leading) return;
      post({ taskId, ...member.current() });
      if (environment.isHidden()) term.abort();
    };

    async function lead(): Promise<void> {
      // The lock of a leader that is done may arrive before its last word.
      if (heard) await sleep(clock, SETTLE_MS, term.signal);
      if (member.isOver() || term.signal.aborted) return;
      leading = true;
      const tell = (state: SharedState) => post({ taskId, ...state });
      // Whoever asked while nobody led yet has its answer.
      tell(member.current());
      await member.lead(tell, term.signal).finally(() => (leading = false));
    }

    /** Waits for its turn, or takes it from a leader that is frozen. Ends with the term. */
    async function serve(steal: boolean): Promise<void> {
      try {
        // A lock that is stolen cannot be waited for, and the other way about.
        const outcome = await whileLocked(tabs!.locks, lockName, steal ? { steal } : { signal: term.signal }, lead);
        if (outcome === refused) isRefused = true;
      } catch (error) {
        // Stolen from us, or the wait was called off.
        if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
        term.abort();
      }
    }

    async function ask(): Promise<void> {
      if (leading || environment.isHidden()) return;
      answered = false;
      const asked = term;
      post({ taskId, ask: true });
      await sleep(clock, ANSWER_MS, asked.signal);
      // On a page that was busy for that long, the answer may lie in the queue behind the timer.
      await sleep(clock, SETTLE_MS, asked.signal);
      if (answered || leading || asked.signal.aborted) return;
      stealing = true;
      asked.abort();
    }

    /** From here on this tab follows for itself. */
    function giveUp(): void {
      isRefused = true;
      term.abort();
    }

    /** Together with the other tabs, until that is refused. */
    async function takeTurns(): Promise<void> {
      while (!isRefused && !signal.aborted && !member.isOver()) {
        term = linked(signal);
        const steal = stealing;
        stealing = false;
        const served = serve(steal);
        if (!steal) ask().catch(giveUp);
        await served;
      }
    }

    let stealing = false;
    const unwake = environment.onWake(() => void ask().catch(giveUp));
    let leave = () => {};
    try {
      leave = sit(taskId, hear);
    } catch {
      isRefused = true;
    }
    try {
      await takeTurns();
    } finally {
      unwake();
      term.abort();
      leave();
    }
    if (!signal.aborted && !member.isOver()) await alone.join(taskId, member, signal);
  }

  return { join };
}
