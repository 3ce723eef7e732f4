import type { Billed } from '../base/errors.js';
import { add } from '../base/money.js';
import type { GenerationRequest } from '../catalog/requests.js';
import type { PendingImage } from '../images/under-way.js';
import { isTerminal } from '../outcome/status.js';
import { type SubmittedRecord, taskStore } from '../records/task-store.js';
import type { BalanceClient, Holds, BalanceChange } from './balance-client.js';

/** What one task or image under way may still cost, and whether the gateway has set it aside already. */
interface Hold {
  /** USD; `undefined` until the price is known. */
  amount: number | undefined;
  /** Whether a gateway may set its price aside before its end; a synchronous image is billed with its answer. */
  isTask: boolean;
  isAccepted: boolean;
  /** Whether the gateway's figure is without it already; `undefined` until a reading told. */
  isTaken: boolean | undefined;
  hasEnded: boolean;
}

/** A record that nobody followed to its end is not held against anybody for longer than any task takes. */
const HOLD_MS = 60 * 60_000;

/**
 * Money that is spoken for. Some gateways set a task's price aside as soon as they accept it, some
 * take it at the end: which it is shows in whether a reading that comes with the acceptance is
 * lower by about the price. Until that is known the price is taken off here, so that what is shown
 * errs on the side of too little.
 */
export function createHolds(client: BalanceClient, changed: () => void): Holds {
  const { clock, facts, pendingImages } = client;
  const store = taskStore(client);
  const holds = new Map<unknown, Hold>();
  let setsAside: boolean | undefined;

  function begin(id: unknown, request: GenerationRequest, isTask: boolean): Hold {
    const hold: Hold = { amount: undefined, isTask, isAccepted: false, isTaken: undefined, hasEnded: false };
    holds.set(id, hold);
    facts(request).then(
      ({ cost }) => {
        hold.amount ??= cost?.max;
        changed();
      },
      // Not loaded: the gateway's own estimate comes with its answer.
      () => {},
    );
    return hold;
  }

  function followTask(record: SubmittedRecord): void {
    const { snapshot, outTaskId } = record;
    const hasEnded = snapshot !== undefined && isTerminal(snapshot.status);
    const isForgotten = clock.wallNow() - record.createdAt > HOLD_MS;
    const hold = holds.get(outTaskId) ?? (hasEnded || isForgotten ? undefined : begin(outTaskId, record.request, true));
    if (hold === undefined || snapshot === undefined) return;
    hold.isAccepted = true;
    hold.hasEnded = hasEnded;
    hold.amount = (hasEnded ? snapshot.cost.final : undefined) ?? snapshot.cost.estimated ?? hold.amount;
    // Free, and the gateway never had it off: given back at once.
    if (hasEnded && snapshot.cost.billed === 'no' && hold.isTaken !== true) holds.delete(outTaskId);
  }

  function followImage(image: PendingImage): void {
    if (holds.has(image)) return;
    const hold = begin(image, image.request, false);
    const ended = (billed: Billed) => {
      // Given back, or off a reading that came with its answer.
      if (billed === 'no' || hold.isTaken) holds.delete(image);
      hold.hasEnded = true;
      changed();
    };
    image.billed.then(ended, () => ended('unknown'));
  }

  /** Which of what is under way a lower reading is from. */
  function judge({ before, after }: BalanceChange): void {
    let drop = before === undefined ? undefined : figure(before, after) - figure(after, before);
    for (const { hasEnded, isTaken, amount = 0 } of holds.values()) {
      // Taken at its end, whatever else is.
      if (drop !== undefined && hasEnded && isTaken === false) drop = add(drop, -amount);
    }
    const open = [...holds.values()].filter(({ isTaken }) => isTaken === undefined);
    for (const hold of open.sort((a, b) => certainty(b) - certainty(a))) {
      const amount = hold.amount ?? 0;
      const isSeen = drop !== undefined && amount > 0 && drop >= amount / 2;
      if (hold.isTask && isSeen) setsAside = true;
      else if (hold.isAccepted && drop !== undefined && amount > 0) setsAside ??= false;
      if (isSeen || hold.isAccepted) hold.isTaken = isSeen || setsAside === true;
      if (hold.isTaken && drop !== undefined) drop = add(drop, -amount);
    }
  }

  const sum = (which: (hold: Hold) => boolean) => add(...[...holds.values()].filter(which).map(({ amount }) => amount ?? 0));
  return {
    watch() {
      const stops = [store.subscribe(changed), pendingImages.subscribe(changed)];
      return () => stops.forEach((stop) => stop());
    },
    update(news) {
      const records = store.list();
      const kept = new Set<unknown>(records.map(({ outTaskId }) => outTaskId));
      for (const [id, { isTask }] of holds) if (isTask && !kept.has(id)) holds.delete(id);
      for (const record of records) followTask(record);
      for (const image of pendingImages.get()) followImage(image);
      if (news !== undefined) {
        judge(news);
        // The reading is of after their end: what they cost is in it.
        for (const [id, { hasEnded }] of holds) if (hasEnded) holds.delete(id);
      }
      return [...holds.values()].filter(({ hasEnded }) => hasEnded).length;
    },
    total: () => sum(({ hasEnded }) => !hasEnded),
    notYetTaken: () => sum(({ isTaken }) => isTaken !== true),
  };
}

/** What is billed with the very answer that tells the reading comes first, what nobody has accepted yet last. */
function certainty({ isTask, isAccepted, hasEnded }: Hold): number {
  return !isTask && hasEnded ? 2 : Number(isAccepted);
}

/** Of two readings, the figure that both have. */
function figure(of: BalanceChange['after'], other: BalanceChange['after']): number {
  return of.key !== undefined && other.key !== undefined ? of.key : of.available;
}
