/** What a user may do. What is left out is not limited. */
export interface Limits {
  /** Calls that cost money, failed ones included. */
  requests?: { max: number; perSeconds: number };
  /** Tasks that have not ended, or that nobody has read for half an hour. */
  tasksInFlight?: number;
  /** US dollars, as billed; until that is known, the most that a call can cost. */
  spend?: { usd: number; perSeconds: number };
}

/** A call that costs money, before it is made. Times in milliseconds since the epoch. */
export interface Reservation {
  /** Whose limits these are. */
  subject: string;
  id: string;
  now: number;
  /** Millionths of a US dollar; the most that it can cost. */
  amount: number;
  /** Until when it counts as a task in flight, unless it is settled before; 0 for what is no task. */
  inFlightUntil: number;
  limits: Limits;
}

export type Verdict =
  | { ok: true }
  | {
      ok: false;
      limit: 'requests' | 'tasksInFlight' | 'spend';
      /** Milliseconds until there may be room again. */
      retryAfter: number;
    };

/** The reservation that pays for a task. */
export interface TaskLink {
  subject: string;
  id: string;
}

/** An answer that is given again to who asks again. */
export interface KeptAnswer {
  status: number;
  type: string;
  body: string;
}

/** What is known of a call under its idempotency key. */
export type Keeping =
  /** Nothing; from now on the asker is the one who makes the call. */
  | { state: 'new' }
  | { state: 'running' }
  /** The key stands for another call. */
  | { state: 'other' }
  /** Whoever made the call never told its end, or could not keep it. */
  | { state: 'lost' }
  | { state: 'done'; answer: KeptAnswer };

export interface Beginning {
  key: string;
  /** The same for the same call. */
  fingerprint: string;
  now: number;
  /** Who has told no end by then never will. */
  leaseUntil: number;
  forgetAt: number;
}

/**
 * What instances of a proxy have in common. Each operation is atomic: of two that run at once, one
 * sees what the other did.
 */
export interface ProxyStore {
  /** Takes the reservation into account when every limit has room for it, else changes nothing. */
  reserve(reservation: Reservation): Promise<Verdict>;
  /** It is no longer in flight, and cost `amount`; `undefined` leaves what was reserved. May be repeated. */
  settle(link: TaskLink, amount: number | undefined): Promise<void>;
  /** Remembers who pays for a task of the gateway's, until `expiresAt`. Returns who does: the first one to be linked. */
  link(taskId: string, link: TaskLink, now: number, expiresAt: number): Promise<TaskLink>;
  linked(taskId: string, now: number): Promise<TaskLink | undefined>;
  /** Of all who begin a key at once, one gets `new`. */
  begin(beginning: Beginning): Promise<Keeping>;
  /** Ends what was begun: with an answer, as lost, or as if it had never been. */
  end(key: string, end: KeptAnswer | 'lost' | 'forget'): Promise<void>;
}
