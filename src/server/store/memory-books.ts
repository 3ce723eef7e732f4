import { amountOf, countedMs, joinOutcomes, SOON_MS, type Told } from './reservations.js';
import { createWindows, type Windows } from './memory-windows.js';
import { createSorted, type Sorted } from './sorted.js';
import type { Limits, Outcome, Reservation, Verdict } from './store.js';

interface Entry {
  id: string;
  at: number;
  reserved: number;
  amount: number;
  told: Told;
  /** 0 once it is no longer in flight. */
  inFlightUntil: number;
  /** Until when a window counts it, also when it is no longer in flight. */
  countedUntil: number;
  /** Nothing asks for it after this moment. */
  forgetAt: number;
}

/** What was reserved and spent by one subject. Times by one clock. */
export interface Books {
  reserve(reservation: Reservation, now: number): Verdict;
  settle(id: string, outcome: Outcome, now: number): void;
  spentSince(since: number): number;
  /** Throws away what nobody asks for any more. Whether nothing is left. */
  tidy(now: number): boolean;
}

export function createBooks(): Books {
  const entries = new Map<string, Entry>();
  const made = createSorted<Entry>();
  /** Those that hold or cost money. */
  const paid = createSorted<Entry>();
  const flying = createSorted<Entry>();
  const forgotten = createSorted<Entry>();
  const amountsBetween = (from: number, to: number) => paid.between(from, to).reduce((sum, { amount }) => sum + amount, 0);
  const windows = createWindows(amountsBetween);

  function setAmount(entry: Entry, amount: number): void {
    windows.add(entry.at, amount - entry.amount);
    if (entry.amount > 0 && amount === 0) paid.remove(entry.at, entry);
    if (entry.amount === 0 && amount > 0) paid.add(entry.at, entry);
    entry.amount = amount;
  }

  function land(entry: Entry): void {
    if (entry.inFlightUntil > 0) flying.remove(entry.inFlightUntil, entry);
    entry.inFlightUntil = 0;
  }

  function drop(entry: Entry): void {
    setAmount(entry, 0);
    land(entry);
    made.remove(entry.at, entry);
    forgotten.remove(entry.forgetAt, entry);
    entries.delete(entry.id);
  }

  function tidy(now: number): boolean {
    for (const entry of forgotten.between(Number.NEGATIVE_INFINITY, now)) drop(entry);
    return entries.size === 0;
  }

  return {
    tidy,
    reserve({ id, now: asked, amount, inFlightUntil: until, limits }, now) {
      tidy(now);
      const known = entries.get(id);
      if (known?.told === 'free') drop(known);
      else if (known !== undefined) return { ok: true };
      const verdict = judge({ made, paid, flying, windows }, { limits, amount, flies: until > 0, now });
      if (!verdict.ok) return verdict;
      const inFlightUntil = until > 0 ? now + until - asked : 0;
      const countedUntil = now + countedMs(limits);
      const forgetAt = Math.max(inFlightUntil, countedUntil);
      const entry: Entry = { id, at: now, reserved: amount, amount: 0, told: undefined, inFlightUntil, countedUntil, forgetAt };
      entries.set(id, entry);
      made.add(now, entry);
      forgotten.add(forgetAt, entry);
      if (inFlightUntil > 0) flying.add(inFlightUntil, entry);
      setAmount(entry, amount);
      return verdict;
    },
    settle(id, outcome, now) {
      const entry = entries.get(id);
      if (entry === undefined) return;
      entry.told = joinOutcomes(entry.told, outcome);
      setAmount(entry, amountOf(entry.reserved, entry.told));
      land(entry);
      forgotten.remove(entry.forgetAt, entry);
      entry.forgetAt = entry.countedUntil;
      forgotten.add(entry.forgetAt, entry);
      tidy(now);
    },
    spentSince: (since) => amountsBetween(since, Number.POSITIVE_INFINITY),
  };
}

/** What is looked at before something more is taken. */
interface Standing {
  made: Sorted<Entry>;
  paid: Sorted<Entry>;
  flying: Sorted<Entry>;
  windows: Windows;
}

function judge({ made, paid, flying, windows }: Standing, { limits, amount, flies, now }: { limits: Limits; amount: number; flies: boolean; now: number }): Verdict {
  const { requests, tasksInFlight, spend } = limits;
  const over = (limit: (Verdict & { ok: false })['limit'], retryAfter: number): Verdict => ({ ok: false, limit, retryAfter });
  const untilOldest = (of: Sorted<Entry>, ms: number) => (of.firstAbove(now - ms) ?? now) + ms - now;
  if (requests !== undefined && made.countAbove(now - requests.perSeconds * 1000) + 1 > requests.max) {
    return over('requests', untilOldest(made, requests.perSeconds * 1000));
  }
  if (tasksInFlight !== undefined && flies && flying.countAbove(now) + 1 > tasksInFlight) return over('tasksInFlight', SOON_MS);
  if (spend !== undefined && windows.spentIn(spend.perSeconds * 1000, now) + amount > Math.round(spend.usd * 1e6)) {
    return over('spend', untilOldest(paid, spend.perSeconds * 1000));
  }
  return { ok: true };
}
