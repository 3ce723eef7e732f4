import { createStore } from '../base/observable.js';
import { refused, whileLocked } from '../base/web-locks.js';
import { liveCatalog } from '../catalog/live-price.js';
import type { LiveCatalog } from '../catalog/overlay.js';
import type { ClientInternals, Shared } from '../client/internals.js';
import { unknownBalance } from '../money/balance-view.js';
import { watches } from '../money/balance-watch.js';
import { batchSheet, type BatchSheet, type CellWish } from '../records/batch-sheet.js';
import { imageStore } from '../records/image-store.js';
import { shelfOf } from '../records/shelf.js';
import { type TaskRecord, taskStore } from '../records/task-store.js';
import { isOpen } from './cells.js';
import { planOf } from './matrix.js';
import { noBatch } from './no-batch.js';
import { checkBegin, isSamePlan, previewOf, underWay } from './preview.js';
import { hasEnded } from './price.js';
import { isRetryable } from './retryable.js';
import { type BatchSender, createSender } from './sender.js';
import { type BatchReader, createReader } from './state.js';
import type { BatchCell, BatchRun } from './states.js';
import { createTurn } from './turn.js';

/**
 * What a place shows of a batch, and does about it. What is wished is written down, whoever wishes it, and the one tab
 * whose turn it is does it. A cell is a task or an image like any other, under a key that follows from the plan.
 */
export function createBatch(client: ClientInternals, shared: Shared, persist: string, locks = shared.environment.tabs?.locks): BatchRun {
  const sheet = batchSheet(taskStore(client), persist);
  const lock = `bytespike:batch:${shelfOf(client.memory).prefix}${persist}`;
  const catalog = () => liveCatalog(client.live.get());
  /** As far as it is known on this page: where somebody looks at it. */
  const balance = () => watches.get(client.quota)?.get() ?? unknownBalance;
  const { read, update, state } = openBatch(client, shared, sheet, lock, locks);

  /** Something is wished of some cells. */
  function wish(key: string | undefined, of: (cell: BatchCell, last: CellWish) => CellWish | undefined): void {
    const plan = sheet.plan();
    read();
    state.get().cells.forEach((cell, index) => {
      if (plan === undefined || (key !== undefined && key !== cell.key)) return;
      const next = of(cell, sheet.wish(plan, index));
      if (next !== undefined) sheet.setWish(plan, index, next);
    });
    update();
  }

  function setPause(pause: object | undefined): void {
    const plan = sheet.plan();
    if (plan !== undefined) sheet.setPause(plan, pause);
    update();
  }

  return {
    get: state.get,
    initial: () => noBatch,
    subscribe: state.subscribe,
    start() {
      update();
      return undefined;
    },
    preview: (input) => previewOf(input, catalog(), balance()),
    async begin(input) {
      checkBegin(input, catalog(), balance());
      const plan = planOf(input, client.createId(), catalog());
      const write = async () => {
        read();
        const goesOn = !state.get().cells.every(hasEnded);
        if (goesOn && !isSamePlan(sheet.plan(), plan)) throw underWay();
        if (!goesOn) sheet.begin(plan);
      };
      // Of two tabs that begin at once, the second finds what the first has written.
      const written = locks === undefined ? refused : await whileLocked(locks, `${lock}:begin`, {}, write);
      if (written === refused) await write();
      update();
    },
    pause: () => setPause({}),
    resume: () => setPause(undefined),
    cancel: (key) => wish(key, (cell, last) => (hasEnded(cell) ? undefined : { ...last, isStopped: true })),
    retry: (key) => wish(key, (cell, last) => retried(cell, last, key !== undefined)),
    reset() {
      sheet.clear();
      update();
    },
  };
}

/** What may have been billed is looked for, and never made once more. */
function retried(cell: BatchCell, last: CellWish, isNamed: boolean): CellWish | undefined {
  if (cell.status === 'unknown') return isNamed ? { ...last, isStopped: false, looks: last.looks + 1 } : undefined;
  return isRetryable(cell, isNamed) ? { attempt: last.attempt + 1, isStopped: false, looks: 0 } : undefined;
}

/** What is written down, read as a state whenever it changes, and what is to be done about it when it is this tab's turn. */
function openBatch(client: ClientInternals, shared: Shared, sheet: BatchSheet, lock: string, locks: LockManager | undefined) {
  const [tasks, images] = [taskStore(client), imageStore(client)];
  const record = (key: string): TaskRecord | undefined => tasks.get(key) ?? images.get(key);
  const later = () => client.batch(update);
  const turn = createTurn(client, lock, locks, later);
  const state = createStore(noBatch, () => {
    const stops = [tasks.subscribe(later), client.live.subscribe(later)];
    update();
    return () => stops.forEach((stop) => stop());
  });
  let reader: BatchReader | undefined;
  let empty = noBatch;
  /** By which figures it is read. */
  let priced: LiveCatalog | undefined;
  let sender: BatchSender | undefined;

  function read(): void {
    const plan = sheet.plan();
    const figures = client.live.get();
    const isOther = plan !== reader?.plan;
    if (isOther) {
      sender?.leave();
      sender = undefined;
    }
    if (isOther || figures !== priced) {
      reader = plan && createReader(plan, liveCatalog(figures), { sheet, record, view: (key) => sender?.view(key) });
      // Another one, so that who looks asks for a preview anew.
      empty = { ...noBatch };
      priced = figures;
    }
    state.set(reader?.read(sender?.waitingFor()) ?? empty);
  }

  /** What is unknown is looked for as long as anything of it is written down, and what was made until it is there. */
  const isOver = (cell: BatchCell) => hasEnded(cell) && !isOpen(record(cell.outTaskId));

  function update(): void {
    read();
    if (reader !== undefined && turn.isMine()) {
      const { plan, cells } = reader;
      sender ??= createSender({ client, shared, sheet, plan, locks, record, changed: later });
      sender.drive(cells);
      read();
    }
    if (state.get().cells.every(isOver)) turn.end();
    else turn.seek();
  }

  return { read, update, state };
}
