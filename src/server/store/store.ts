/** What a user may do. What is left out is not limited. */
export interface Limits {
  /** Calls that cost money, failed ones included. */
  requests?: { max: number; perSeconds: number };
  /** Tasks that have not ended, or that nobody has read for half an hour. */
  tasksInFlight?: number;
  /** US dollars, as billed; until that is known, the most that a call can cost. */
  spend?: { usd: number; perSeconds: number };
}

/**
 * A call that costs money, before it is made. Times in milliseconds since the epoch by the asker's
 * clock, here and below: a store takes the distance from `now`, and measures it by a clock of its
 * own, so that askers whose clocks differ are held to the same windows.
 */
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

/**
 * What became of a call: the millionths of a US dollar that were billed, `'kept'` when it was done and
 * nobody said for how much, `'free'` when it was not done.
 */
export type Outcome = number | 'kept' | 'free';

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
  /** Nothing, and so it stays: the asker wanted only what is known. */
  | { state: 'absent' }
  | { state: 'running' }
  /** The key stands for another call. */
  | { state: 'other' }
  /** Whoever made the call fell silent, and what it began can be found: from now on the asker is the one. */
  | { state: 'abandoned'; /** Who began it. */ first: string }
  /** Whoever made the call never told its end, or could not keep it. */
  | { state: 'lost' }
  | { state: 'done'; answer: KeptAnswer };

export interface Beginning {
  key: string;
  /** The same for the same call. */
  fingerprint: string;
  /** Made up for this attempt; nobody else has it. */
  owner: string;
  now: number;
  /** Who has told nothing by then has died. */
  leaseUntil: number;
  forgetAt: number;
  /** Whether the asker can find what one that died has begun. Else a call without an end is lost. */
  canFind: boolean;
  /** Whether a key of which nothing is known is left as it is. */
  onlyKnown: boolean;
}

/** The latest reading of a task, as instances tell it to each other. */
export interface SharedEvent {
  taskId: string;
  model?: string | undefined;
  reading: unknown;
  /** Milliseconds since the epoch. */
  at: number;
  /** Nothing more will be told of it. */
  settled: boolean;
}

type SharedMessage =
  /** `count` grows by one with each event of the user. */
  | { kind: 'event'; count: number; event: SharedEvent }
  /** Whoever followed this user's tasks does so no more. */
  | { kind: 'resigned' };

/** What instances tell each other of tasks. */
export interface SharedEvents {
  /** Keeps the event, and tells it to all instances that listen to this user, the own one included. */
  publish(userId: string, event: SharedEvent): Promise<void>;
  /** Resolves once it hears. Returns how to stop. */
  listen(userId: string, listener: (message: SharedMessage) => void): Promise<() => void>;
  /** The latest event of each task, and how many were told. */
  known(userId: string): Promise<{ count: number; events: SharedEvent[] }>;
  /** Of all owners one leads, until it lets that lapse. */
  lead(userId: string, owner: string, now: number, until: number): Promise<{ leads: boolean; count: number }>;
  resign(userId: string, owner: string): Promise<void>;
  /** Whose task it is, if anything was told of it. */
  ownerOf(taskId: string): Promise<string | undefined>;
}

/** Something about a store that whoever runs it has to know, in whole sentences. */
export interface Concern {
  /** `error` where money may be spent twice or a limit forgotten in everyday use. */
  level: 'error' | 'warn' | 'info';
  message: string;
}

/**
 * What instances of a proxy have in common. Each operation is atomic: of two that run at once, one
 * sees what the other did. The proxy waits 0.7 s for one, then takes it for failed; what comes later
 * is undone. Work for one call must not grow with what was counted before.
 */
export interface ProxyStore {
  /** Whether it outlives this process. @default false */
  lasting?: boolean;
  /** What instances tell each other. @default nothing: each hears of the tasks that went through it */
  events?: SharedEvents;
  /** What is to be known about how it is set up, asked once when the proxy starts. @default nothing */
  concerns?(): Promise<Concern[]>;
  /**
   * Takes the reservation into account when every limit has room for it, else changes nothing. One
   * that is there already has room, unless it was settled as free: then it holds nothing, and is judged anew.
   */
  reserve(reservation: Reservation): Promise<Verdict>;
  /**
   * It is no longer in flight. What is told of one reservation is joined, in whatever order and
   * however often it comes: an amount counts before `'kept'`, that before `'free'`, and of amounts the
   * highest. `undefined` is `'kept'`. Of one that is not known nothing is done.
   */
  settle(link: TaskLink, outcome: Outcome | undefined): Promise<void>;
  /** Millionths of a US dollar that a subject spent or has reserved since a moment. `now` by the same clock as `since`; @default the store's */
  spent(subject: string, since: number, now?: number): Promise<number>;
  /** Remembers who pays for a task of the gateway's, until `expiresAt`. Returns who does: the first one to be linked. */
  link(taskId: string, link: TaskLink, now: number, expiresAt: number): Promise<TaskLink>;
  linked(taskId: string, now: number): Promise<TaskLink | undefined>;
  /** Of all who begin a key at once, one gets `new`; who wants only what is known never does. */
  begin(beginning: Beginning): Promise<Keeping>;
  /**
   * The owner is still at it. Idempotency `canFind` is false nobody can take over, however silent it falls.
   * False when it is no longer the owner. `now` by the same clock as `leaseUntil`; @default the store's
   */
  renew(key: string, owner: string, leaseUntil: number, canFind: boolean, now?: number): Promise<boolean>;
  /**
   * Ends what was begun: with an answer, as lost, as left to the next who asks, or as if it had never
   * been. An answer is kept from whomever it comes; all else only from the owner.
   */
  end(key: string, owner: string, end: KeptAnswer | 'lost' | 'abandoned' | 'forget'): Promise<void>;
}
