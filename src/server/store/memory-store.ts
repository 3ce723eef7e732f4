import { type Clock, systemClock } from '../../core/base/clock.js';
import { createMemoryAnswers } from './memory-answers.js';
import { type Books, createBooks } from './memory-books.js';
import type { ProxyStore, TaskLink } from './store.js';

export interface MemoryStoreOptions {
  /** Time, for tests. */
  clock?: Clock;
}

/** After this many operations what nobody asks for any more is thrown away. */
const SWEEP_EVERY = 1000;

/** For one process: a restart forgets, and another instance knows nothing of it. */
export function createMemoryStore({ clock = systemClock }: MemoryStoreOptions = {}): ProxyStore {
  const subjects = new Map<string, Books>();
  const links = new Map<string, { link: TaskLink; expiresAt: number }>();
  let operations = 0;

  function sweep(now: number): void {
    operations++;
    if (operations % SWEEP_EVERY !== 0) return;
    for (const [subject, books] of subjects) if (books.tidy(now)) subjects.delete(subject);
    for (const [taskId, { expiresAt }] of links) if (expiresAt <= now) links.delete(taskId);
  }

  function linked(taskId: string): TaskLink | undefined {
    const found = links.get(taskId);
    return found !== undefined && found.expiresAt > clock.wallNow() ? found.link : undefined;
  }

  return {
    ...createMemoryAnswers({ clock }),
    async reserve(reservation) {
      const now = clock.wallNow();
      sweep(now);
      const { subject } = reservation;
      const books = subjects.get(subject) ?? createBooks();
      subjects.set(subject, books);
      return books.reserve(reservation, now);
    },
    async settle({ subject, id }, outcome = 'kept') {
      subjects.get(subject)?.settle(id, outcome, clock.wallNow());
    },
    async spent(subject, since, now) {
      return subjects.get(subject)?.spentSince(since + (now === undefined ? 0 : clock.wallNow() - now)) ?? 0;
    },
    async link(taskId, link, now, expiresAt) {
      const first = linked(taskId);
      if (first === undefined) links.set(taskId, { link, expiresAt: clock.wallNow() + expiresAt - now });
      return first ?? link;
    },
    linked: async (taskId) => linked(taskId),
  };
}
