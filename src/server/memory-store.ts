import { createMemoryAnswers } from './memory-answers.js';
import { forgetAt, SOON_MS } from './reservations.js';
import type { ProxyStore, Reservation, TaskLink, Verdict } from './store.js';

interface Entry {
  at: number;
  amount: number;
  inFlightUntil: number;
  /** Until when a window counts it, also when it is no longer in flight. */
  countedUntil: number;
  /** Nothing asks for it after this moment. */
  forgetAt: number;
}

/** After this many operations what nobody asks for any more is thrown away. */
const SWEEP_EVERY = 1000;

/** For one process: a restart forgets, and another instance knows nothing of it. */
export function createMemoryStore(): ProxyStore {
  const subjects = new Map<string, Map<string, Entry>>();
  const links = new Map<string, { link: TaskLink; expiresAt: number }>();
  let operations = 0;

  function sweep(now: number): void {
    operations++;
    if (operations % SWEEP_EVERY !== 0) return;
    for (const [subject, entries] of subjects) {
      forget(entries, now);
      if (entries.size === 0) subjects.delete(subject);
    }
    for (const [taskId, { expiresAt }] of links) if (expiresAt <= now) links.delete(taskId);
  }

  function linked(taskId: string, now: number): TaskLink | undefined {
    const found = links.get(taskId);
    return found !== undefined && found.expiresAt > now ? found.link : undefined;
  }

  return {
    ...createMemoryAnswers(),
    async reserve(reservation) {
      const { subject, id, now, amount, inFlightUntil, limits } = reservation;
      sweep(now);
      const entries = subjects.get(subject) ?? new Map<string, Entry>();
      forget(entries, now);
      if (entries.has(id)) return { ok: true };
      const verdict = judge([...entries.values()], reservation);
      if (!verdict.ok) return verdict;
      entries.set(id, { at: now, amount, inFlightUntil, countedUntil: forgetAt(now, 0, limits), forgetAt: forgetAt(now, inFlightUntil, limits) });
      subjects.set(subject, entries);
      return verdict;
    },
    async settle({ subject, id }, amount) {
      const entry = subjects.get(subject)?.get(id);
      if (entry === undefined) return;
      entry.inFlightUntil = 0;
      entry.forgetAt = entry.countedUntil;
      if (amount !== undefined) entry.amount = amount;
    },
    async spent(subject, since) {
      const entries = [...(subjects.get(subject)?.values() ?? [])];
      return entries.filter(({ at }) => at > since).reduce((sum, { amount }) => sum + amount, 0);
    },
    async link(taskId, link, now, expiresAt) {
      const first = linked(taskId, now);
      if (first === undefined) links.set(taskId, { link, expiresAt });
      return first ?? link;
    },
    linked: async (taskId, now) => linked(taskId, now),
  };
}

function forget(entries: Map<string, Entry>, now: number): void {
  for (const [id, entry] of entries) if (entry.forgetAt <= now) entries.delete(id);
}

function judge(entries: readonly Entry[], { now, amount, inFlightUntil, limits }: Reservation): Verdict {
  const { requests, tasksInFlight, spend } = limits;
  if (requests !== undefined) {
    const within = recent(entries, now, requests.perSeconds);
    if (within.length + 1 > requests.max) return { ok: false, limit: 'requests', retryAfter: untilOldest(within, now, requests.perSeconds) };
  }
  if (tasksInFlight !== undefined && inFlightUntil > 0) {
    const flying = entries.filter((entry) => entry.inFlightUntil > now).length;
    if (flying + 1 > tasksInFlight) return { ok: false, limit: 'tasksInFlight', retryAfter: SOON_MS };
  }
  if (spend !== undefined) {
    const within = recent(entries, now, spend.perSeconds);
    const spent = within.reduce((sum, entry) => sum + entry.amount, 0);
    if (spent + amount > Math.round(spend.usd * 1e6)) {
      return { ok: false, limit: 'spend', retryAfter: untilOldest(within, now, spend.perSeconds) };
    }
  }
  return { ok: true };
}

function recent(entries: readonly Entry[], now: number, seconds: number): Entry[] {
  return entries.filter(({ at }) => at > now - seconds * 1000);
}

function untilOldest(entries: readonly Entry[], now: number, seconds: number): number {
  const oldest = entries.reduce((first, { at }) => Math.min(first, at), now);
  return oldest + seconds * 1000 - now;
}
