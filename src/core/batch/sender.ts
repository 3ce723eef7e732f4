import { isBytespikeError } from '../base/errors.js';
import type { ClientInternals, Shared } from '../client/internals.js';
import type { BatchPlan, BatchSheet } from '../records/batch-sheet.js';
import type { TaskRecord } from '../records/task-store.js';
import { FEW } from '../tasks/rush.js';
import { type Attempt, type Attempts, createAttempts } from './attempts.js';
import type { CellView } from './cell-run.js';
import { isOpen, keptError, noteOf, recorded, traceless } from './cells.js';
import { type BatchConnection, createBatchConnection } from './connection.js';
import { keyOf, type PlannedCell } from './matrix.js';
import { type BatchPace, createBatchPace } from './pace.js';
import { hasEnded } from './price.js';
import { refusalOf } from './refused.js';
import type { BatchWait } from './states.js';

/** What a page does that sends the cells of a batch: one of all tabs at a time. */
export interface BatchSender {
  /** What this page knows of an attempt itself. */
  view(outTaskId: string): CellView | undefined;
  /** Does what there is to do now: notes what ended, looks for what was sent, stops what is to be stopped, sends what fits. */
  drive(cells: readonly PlannedCell[]): void;
  waitingFor(): BatchWait | undefined;
  /** Lets go of all of it, which goes on. */
  leave(): void;
}

interface SenderOptions {
  client: ClientInternals;
  shared: Shared;
  sheet: BatchSheet;
  plan: BatchPlan;
  locks: LockManager | undefined;
  record(outTaskId: string): TaskRecord | undefined;
  /** Something of it is another. */
  changed(): void;
}

/** What the steps of a sender have in common. */
interface Sending extends SenderOptions {
  pace: BatchPace;
  attempts: Attempts;
  connection: BatchConnection;
}

const NO_CONNECTION: BatchWait = { reason: 'connection' };

export function createSender(options: SenderOptions): BatchSender {
  const { client, shared, locks, changed } = options;
  const { clock, limited } = shared;
  const pace = createBatchPace(clock, shared.random);
  const attempts = createAttempts(client, locks, changed);
  const connection = createBatchConnection(client, shared, changed);
  const sending: Sending = { ...options, pace, attempts, connection };
  let timer: unknown;
  const unlimit = limited.subscribe(() => {
    const error = limited.get();
    if (error !== undefined) pace.slow(error, attempts.underWay().length);
    changed();
  });
  return {
    view: (outTaskId) => attempts.get(outTaskId)?.run.get(),
    drive(cells) {
      clock.clearTimeout(timer);
      for (const cell of cells) attend(sending, cell);
      const wait = fill(sending, cells);
      if (wait > 0) timer = clock.setTimeout(changed, wait);
    },
    waitingFor: () => (connection.isThere() ? pace.reason() : NO_CONNECTION),
    leave() {
      clock.clearTimeout(timer);
      unlimit();
      connection.leave();
      attempts.leave();
    },
  };
}

/** What is heard of it shows in its view. */
function quietly(work: Promise<unknown>): void {
  work.catch(() => {});
}

function attend(sending: Sending, cell: PlannedCell): void {
  const { sheet, plan, attempts } = sending;
  const wish = sheet.wish(plan, cell.index);
  const key = keyOf(plan, cell.index, wish.attempt);
  const mine = attempts.get(key);
  if (mine === undefined) return takeUp(sending, cell, key);
  const view = mine.run.get();
  if (view === undefined) return;
  const refusal = refusalOf(view);
  if (refusal === 'wait' || refusal === 'pause') return giveBack(sending, cell, key, view, refusal);
  if (!wish.isStopped) mine.isStopping = false;
  else if (!mine.isStopping && !hasEnded(view)) stop(sending, cell, mine);
  if (view.status === 'unknown' && wish.looks > mine.looks) {
    mine.looks = wish.looks;
    quietly(lookAgain(mine, cell));
  }
  if (view.status !== mine.last) note(sending, cell, key, mine, view);
}

/** One that this page did not send, or not in this life of it. */
function takeUp({ sheet, plan, attempts, record }: Sending, cell: PlannedCell, key: string): void {
  const { attempt, looks } = sheet.wish(plan, cell.index);
  const known = record(key);
  if (isOpen(known)) return quietly(attempts.open(cell, key, looks).run.find());
  const last = sheet.note(plan, cell.index);
  if (last?.attempt !== attempt || last.status !== 'sent') return;
  sheet.setNote(plan, cell.index, known === undefined ? traceless(attempt) : noteOf(attempt, recorded(known, cell.way !== 'video')));
}

/** It stands otherwise than it did. */
function note({ sheet, plan, pace, attempts, connection }: Sending, { index }: PlannedCell, key: string, mine: Attempt, view: CellView): void {
  const { attempt } = sheet.wish(plan, index);
  mine.last = view.status;
  if (view.status === 'unknown' && mine.isAwaited) quietly(connection.lost(key).then(() => mine.run.find()));
  if (hasEnded(view)) mine.isAwaited = false;
  if (view.taskId !== undefined || view.status === 'completed') pace.accepted();
  if (hasEnded(view)) pace.ended();
  if (view.isRefused && view.error?.retryable) pace.slow(view.error, attempts.underWay().length);
  sheet.setNote(plan, index, noteOf(attempt, view) ?? { attempt, status: 'sent', cost: view.cost });
}

/** It waits again, as if it had never been sent: nothing exists under its key. */
function giveBack({ sheet, plan, pace, attempts }: Sending, { index }: PlannedCell, key: string, { error }: CellView, refusal: 'wait' | 'pause'): void {
  attempts.drop(key);
  sheet.setNote(plan, index, undefined);
  if (error === undefined) return;
  if (refusal === 'pause') sheet.setPause(plan, { error: keptError(error) });
  // What has a status was heard as it came, and being offline has an end of its own.
  else if (error.status === undefined && error.code !== 'offline') pace.slow(error, attempts.underWay().length);
}

function stop({ sheet, plan }: Sending, { index }: PlannedCell, mine: Attempt): void {
  mine.isStopping = true;
  mine.run.cancel().catch(() => {
    const view = mine.run.get();
    if (view !== undefined && hasEnded(view)) return;
    // It was not stopped, and goes on; its error says why.
    mine.isStopping = false;
    sheet.setWish(plan, index, { ...sheet.wish(plan, index), isStopped: false });
  });
}

/** A task that the gateway says it does not know is sent once more, under its key. */
async function lookAgain(mine: Attempt, { way }: PlannedCell): Promise<void> {
  try {
    await mine.run.find(true);
  } catch (error) {
    if (way !== 'image' && isBytespikeError(error) && error.status === 404) await send(mine);
  }
}

function send(mine: Attempt): Promise<unknown> {
  mine.isAwaited = true;
  return mine.run.send();
}

/** Sends what fits. How many milliseconds later the next may be sent, where that is all that it waits for; else 0. */
function fill({ sheet, plan, shared, pace, attempts, connection, record }: Sending, cells: readonly PlannedCell[]): number {
  for (const cell of cells) {
    if (sheet.pause(plan) !== undefined || !connection.isThere()) return 0;
    const { attempt, isStopped, looks } = sheet.wish(plan, cell.index);
    const key = keyOf(plan, cell.index, attempt);
    if (isStopped || attempts.get(key) !== undefined || record(key) !== undefined || sheet.note(plan, cell.index)?.attempt === attempt) continue;
    const underWay = attempts.underWay();
    const calls = underWay.filter(({ status, taskId }) => status === 'submitting' || (status === 'running' && taskId === undefined));
    if (underWay.length >= pace.room(plan.atOnce) || (calls.length >= FEW && !shared.multiplexed.get())) return 0;
    if (pace.wait() > 0) return pace.wait();
    // Before it is sent: what is removed from the history later is not sent once more.
    sheet.setNote(plan, cell.index, { attempt, status: 'sent', cost: { billed: 'no' } });
    quietly(send(attempts.open(cell, key, looks)));
  }
  return 0;
}
