import type { Client } from './client.js';
import { add } from './money.js';
import type { TaskRecord } from './store.js';
import { isTerminal } from './task-status.js';

/** What one task under way may still cost, and whether the gateway has set it aside already. */
interface Hold {
  /** USD; `undefined` until the price is known. */
  amount: number | undefined;
  isAccepted: boolean;
  /** Whether the gateway's figure is without it already; `undefined` until a reading told. */
  isTaken: boolean | undefined;
  hasEnded: boolean;
}

/** A figure of the gateway's, as it was before and is now. */
export interface News {
  before: { available: number; key?: number | undefined } | undefined;
  after: { available: number; key?: number | undefined };
}

export interface Holds {
  /** Follows what became of the tasks, and what a new reading says of them. True when a reading is due. */
  update(records: readonly TaskRecord[], news: News | undefined): boolean;
  /** USD that tasks under way may still cost. */
  total(): number;
  /** The part of it that the gateway's figure does not have off yet. */
  notYetTaken(): number;
}

/** A record that nobody followed to its end is not held against anybody for longer than any task takes. */
const HOLD_MS = 60 * 60_000;

/**
 * Money that is spoken for. Some gateways set a task's price aside as soon as they accept it, some
 * take it at the end: which it is shows in whether a reading that comes with the acceptance is
 * lower by about the price. Until that is known the price is taken off here, so that what is shown
 * errs on the side of too little.
 */
export function createHolds({ clock, facts }: Client, onPrice: () => void): Holds {
  const holds = new Map<string, Hold>();
  let setsAside: boolean | undefined;

  function begin({ outTaskId, request, createdAt }: TaskRecord): Hold | undefined {
    if (clock.wallNow() - createdAt > HOLD_MS) return undefined;
    const hold: Hold = { amount: undefined, isAccepted: false, isTaken: undefined, hasEnded: false };
    holds.set(outTaskId, hold);
    facts(request).then(
      ({ cost }) => {
        hold.amount ??= cost?.max;
        onPrice();
      },
      // Not loaded: the gateway's own estimate comes with its answer.
      () => {},
    );
    return hold;
  }

  function follow(record: TaskRecord): void {
    const { snapshot } = record;
    const hasEnded = snapshot !== undefined && isTerminal(snapshot.status);
    const known = holds.get(record.outTaskId);
    const hold = known ?? (hasEnded ? undefined : begin(record));
    if (hold === undefined || snapshot === undefined) return;
    hold.isAccepted = true;
    hold.hasEnded = hasEnded;
    hold.amount = (hasEnded ? snapshot.cost.final : undefined) ?? snapshot.cost.estimated ?? hold.amount;
    // Free, and the gateway never had it off: given back at once.
    if (hasEnded && snapshot.cost.billed === 'no' && hold.isTaken !== true) holds.delete(record.outTaskId);
  }

  /** Which of the tasks that were just accepted a lower reading is from. */
  function judge({ before, after }: News): void {
    let drop = before === undefined ? undefined : figure(before, after) - figure(after, before);
    const open = [...holds.values()].filter(({ isTaken }) => isTaken === undefined);
    for (const hold of open.sort((a, b) => Number(b.isAccepted) - Number(a.isAccepted))) {
      const amount = hold.amount ?? 0;
      const isSeen = drop !== undefined && amount > 0 && drop >= amount / 2;
      if (isSeen) setsAside = true;
      else if (hold.isAccepted && drop !== undefined && amount > 0) setsAside ??= false;
      if (isSeen || hold.isAccepted) hold.isTaken = isSeen || setsAside === true;
      if (hold.isTaken && drop !== undefined) drop = add(drop, -amount);
    }
  }

  const sum = (which: (hold: Hold) => boolean) => add(...[...holds.values()].filter(which).map(({ amount }) => amount ?? 0));
  return {
    update(records, news) {
      const kept = new Set(records.map(({ outTaskId }) => outTaskId));
      for (const outTaskId of holds.keys()) if (!kept.has(outTaskId)) holds.delete(outTaskId);
      for (const record of records) follow(record);
      if (news !== undefined) {
        judge(news);
        // The reading is of after their end: what they cost is in it.
        for (const [outTaskId, { hasEnded }] of holds) if (hasEnded) holds.delete(outTaskId);
      }
      return [...holds.values()].some(({ hasEnded }) => hasEnded);
    },
    total: () => sum(({ hasEnded }) => !hasEnded),
    notYetTaken: () => sum(({ isTaken }) => isTaken !== true),
  };
}

/** Of two readings, the figure that both have. */
function figure(of: News['after'], other: News['after']): number {
  return of.key !== undefined && other.key !== undefined ? of.key : of.available;
}
