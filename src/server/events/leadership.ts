import type { Clock } from '../../core/base/clock.js';
import type { SharedEvent, SharedEvents } from '../store/store.js';

/** An instance that says nothing for so long has died: another one follows its users' tasks. */
const LEASE_MS = 10_000;
const RENEW_MS = 3000;
/** A store that has not answered by then is one that fails. */
const PATIENCE_MS = 2000;

/** One user's news on one instance, as others share it. */
export interface RoomShare {
  /** Whether this instance is the one that follows the user's tasks. */
  leads(): boolean;
  close(): void;
}

interface RoomShareOptions {
  shared: SharedEvents;
  clock: Clock;
  userId: string;
  onEvent: (event: SharedEvent) => void;
  /** Told when it changes. */
  onLead: (leads: boolean) => void;
}

/**
 * Hears what other instances learn, and agrees with them on who follows. What was missed is noticed
 * by its count, and read. While the store fails each instance follows for itself: news twice is
 * better than none.
 */
export function shareRoom({ shared, clock, userId, onEvent, onLead }: RoomShareOptions): RoomShare {
  const owner = crypto.randomUUID();
  let leads = false;
  let isClosed = false;
  let seen = 0;
  let timer: unknown;
  let unlisten: Promise<() => void> | undefined;

  function setLeads(next: boolean): void {
    if (leads === next || isClosed) return;
    leads = next;
    onLead(next);
  }

  async function catchUp(): Promise<void> {
    const { count, events } = await shared.known(userId);
    seen = count;
    if (!isClosed) for (const event of events) onEvent(event);
  }

  function hear(): void {
    if (unlisten !== undefined) return;
    unlisten = shared.listen(userId, (message) => {
      if (isClosed) return;
      if (message.kind === 'resigned') return void agreeSoon();
      onEvent(message.event);
      // One that is not the next tells of others that were missed; `agree` reads them.
      if (message.count === seen + 1) seen++;
    });
    unlisten.catch(() => {
      unlisten = undefined;
    });
  }

  /** Who follows; and whether anything was missed. */
  async function agree(): Promise<void> {
    hear();
    await unlisten;
    const now = clock.wallNow();
    const answer = await shared.lead(userId, owner, now, now + LEASE_MS);
    if (isClosed) return shared.resign(userId, owner);
    setLeads(answer.leads);
    if (answer.count !== seen) await catchUp();
  }

  async function agreeSoon(): Promise<void> {
    const impatience = clock.setTimeout(() => setLeads(true), PATIENCE_MS);
    await agree().catch(() => setLeads(true));
    clock.clearTimeout(impatience);
  }

  let isAgreeing = false;
  function goOn(): void {
    timer = clock.setTimeout(goOn, RENEW_MS);
    // Of a store that is silent not more is asked.
    if (isAgreeing) return;
    isAgreeing = true;
    void agreeSoon().finally(() => {
      isAgreeing = false;
    });
  }
  goOn();

  return {
    leads: () => leads,
    close() {
      isClosed = true;
      clock.clearTimeout(timer);
      void unlisten?.then((stop) => stop()).catch(() => {});
      if (leads) void shared.resign(userId, owner).catch(() => {});
    },
  };
}
