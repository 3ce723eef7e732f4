import { type BytespikeError, isBytespikeError } from '../base/errors.js';
import { linked } from '../base/signals.js';
import { mergeSnapshots, type TaskSnapshot } from '../outcome/snapshot.js';
import { type Connection, isSettled, isTerminal } from '../outcome/status.js';
import type { Moment } from './read-plan.js';
import type { FollowContext, FollowOptions, FollowState } from './follow-context.js';

/**
 * So soon after its submit nothing has happened to a task.
 * @source ours: the quickest wait of the catalog is several times that
 */
export const FRESH_SECONDS = 1;
/** Failed reads in a row before the person is told. */
const TOLD_AFTER = 6;
/** A task that stays unknown this often is not going to appear; of one that was seen, a refusal this often is meant. */
const REFUSAL_LIMIT = 4;
/** A completed task whose links have not arrived is asked again this often. */
const MISSING_ASSETS_LIMIT = 3;

/** What one follow knows of its task, and whether there is more to know. */
export interface Knowledge {
  /** Aborts whatever is waiting, once there is nothing left to wait for. */
  readonly signal: AbortSignal;
  get(): FollowState;
  /** Failed reads in a row. */
  failures(): number;
  elapsedSeconds(): number;
  /** It, as plans are made for it. */
  moment(): Moment;
  hasEnded(): boolean;
  /** Whether the stream of all tasks tells of it. A completed task without its links is read for them, not waited for. */
  isCarried(): boolean;
  /** Whether a stream of its own, or that of all, tells of it now. */
  hears(stream: boolean): void;
  lose(connection: Connection): void;
  see(snapshot: TaskSnapshot): void;
  /** After a read: it may have told of an end without its result. */
  missLinks(): void;
  fail(error: unknown): void;
}

export function createKnowledge(context: FollowContext, { taskId, snapshot: known, elapsed, emit, signal: outer }: FollowOptions): Knowledge {
  const { clock, shared } = context;
  const begun = clock.now() - elapsed * 1000;
  const finished = linked(outer);
  let state: FollowState = { snapshot: known, connection: 'idle', error: undefined };
  let failures = 0;
  let refusals = 0;
  let missing = 0;
  let gone = false;
  let streaming = false;
  const compare = createComparison(context, elapsed >= FRESH_SECONDS);

  function update(change: Partial<FollowState>): void {
    const next = { ...state, ...change };
    const changed = (Object.keys(next) as (keyof FollowState)[]).some((key) => next[key] !== state[key]);
    state = next;
    if (changed && !outer.aborted) emit(state);
  }

  function hasEnded(): boolean {
    const { snapshot } = state;
    if (outer.aborted || gone) return true;
    return snapshot !== undefined && (isSettled(snapshot) || missing >= MISSING_ASSETS_LIMIT);
  }

  const elapsedSeconds = () => (clock.now() - begun) / 1000;
  const moment = () => ({ request: context.request, estimate: state.snapshot?.estimatedSeconds, elapsed: elapsedSeconds() });
  const carries = () => shared?.carries(taskId) ?? false;
  const isLive = () => streaming || carries();

  return {
    signal: finished.signal,
    get: () => state,
    failures: () => failures,
    elapsedSeconds,
    moment,
    hasEnded,
    isCarried: () => !(state.snapshot !== undefined && isTerminal(state.snapshot.status)) && carries(),
    hears(stream) {
      streaming = stream;
      if (stream) update({ connection: 'live' });
    },
    lose: (connection) => update({ connection }),
    see(snapshot) {
      failures = 0;
      refusals = 0;
      update({ snapshot: mergeSnapshots(state.snapshot, snapshot), connection: isLive() ? 'live' : 'polling', error: undefined });
      compare(snapshot.status, moment());
      // Its answer may have been the first to say that there is such a stream.
      shared?.open();
      if (hasEnded()) finished.abort();
    },
    missLinks() {
      if (state.snapshot?.status === 'completed' && !hasEnded()) missing++;
    },
    fail(error) {
      if (!isBytespikeError(error) || finished.signal.aborted) return;
      failures++;
      refusals = isRefusal(error) ? refusals + 1 : 0;
      // What nobody has seen may still appear; a refusal for another reason is not going to change by itself.
      const isMeant = refusals > 0 && error.status !== 404;
      gone = refusals >= REFUSAL_LIMIT || (isMeant && state.snapshot === undefined);
      context.pace.heed(error);
      const connection = isLive() ? 'live' : failures >= TOLD_AFTER ? 'reconnecting' : 'polling';
      update({ connection, error: gone || isMeant ? error : state.error });
      if (gone) finished.abort();
    },
  };
}

/** Tells the plan of reads, once, what the wait of this task says of what was said of it. Of one that was found again nobody saw all of it. */
function createComparison({ plan }: FollowContext, isKnown: boolean): (status: TaskSnapshot['status'], moment: Moment) => void {
  let isCompared = isKnown;
  let isOver = isKnown;
  return (status, moment) => {
    const current = plan.current();
    if (isOver || current === undefined) return;
    if (!isTerminal(status)) isCompared ||= current.goesOn(moment);
    if (status !== 'completed') return;
    isOver = true;
    current.ended(moment, isCompared);
  };
}

/** A read that was understood, and refused: asked again, it is refused again. */
function isRefusal({ status = 0, retryable }: BytespikeError): boolean {
  return status >= 400 && status < 500 && !retryable;
}
