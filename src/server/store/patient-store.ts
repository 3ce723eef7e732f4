import { type Clock, systemClock } from '../../core/base/clock.js';
import { TimedOut, within } from '../base/within.js';
import type { ProxyStore, SharedEvents } from './store.js';

/**
 * A store that has not answered by then is one that fails: who asks is refused within a second.
 * @source ours: what is left of that second for the rest of the answer
 */
export const ANSWER_MS = 700;
/** An end may hold pictures, and nobody waits for it. */
const END_MS = 10_000;
/** An answer that has arrived is taken also by a process that was busy until now. */
const GRACE_MS = 50;
/** One that did not answer is asked one thing in this time and no more, so that nothing piles up before it. */
const REST_MS = 500;

/**
 * The same store, of which no operation takes longer than it may, and no reservation is left that
 * came too late. By the platform's clock and not by the proxy's: what is waited for is a network.
 */
export function patient(store: ProxyStore, clock: Clock = systemClock): ProxyStore {
  let isSilent = false;
  let nextTry = 0;

  /** `late` gets what comes after it was given up. */
  async function ask<T>(call: () => Promise<T>, late: (value: T) => void = () => {}, ms = ANSWER_MS): Promise<T> {
    if (isSilent) {
      if (clock.now() < nextTry) throw new TimedOut('The store is silent.');
      nextTry = clock.now() + REST_MS;
    }
    const answer = call();
    try {
      const value = await within(clock, ms, answer).catch((error: unknown) => {
        if (error instanceof TimedOut) return within(clock, GRACE_MS, answer);
        throw error;
      });
      isSilent = false;
      return value;
    } catch (error) {
      if (error instanceof TimedOut) {
        isSilent = true;
        nextTry = clock.now() + REST_MS;
        void answer.then(
          (value) => {
            isSilent = false;
            late(value);
          },
          () => {},
        );
      }
      throw error;
    }
  }

  return {
    ...(store.lasting === undefined ? {} : { lasting: store.lasting }),
    ...(store.events === undefined ? {} : { events: patientEvents(store.events, ask) }),
    ...(store.concerns === undefined ? {} : { concerns: async () => (await store.concerns?.()) ?? [] }),
    reserve: (reservation) =>
      ask(
        () => store.reserve(reservation),
        // Whoever asked has been refused.
        ({ ok }) => void (ok && store.settle(reservation, 'free').catch(() => {})),
      ),
    settle: (link, outcome) => ask(() => store.settle(link, outcome)),
    spent: (subject, since, now) => ask(() => store.spent(subject, since, now)),
    link: (taskId, link, now, expiresAt) => ask(() => store.link(taskId, link, now, expiresAt)),
    linked: (taskId, now) => ask(() => store.linked(taskId, now)),
    begin: (beginning) =>
      ask(
        () => store.begin(beginning),
        // Nobody makes what has begun now.
        ({ state }) => {
          if (state !== 'new' && state !== 'abandoned') return;
          void store.end(beginning.key, beginning.owner, state === 'new' ? 'forget' : 'abandoned').catch(() => {});
        },
      ),
    renew: (key, owner, leaseUntil, canFind, now) => ask(() => store.renew(key, owner, leaseUntil, canFind, now)),
    end: (key, owner, end) => ask(() => store.end(key, owner, end), undefined, END_MS),
  };
}

/** To listen is no question: it may take as long as a connection does. */
function patientEvents(events: SharedEvents, ask: <T>(call: () => Promise<T>) => Promise<T>): SharedEvents {
  return {
    publish: (userId, event) => ask(() => events.publish(userId, event)),
    listen: (userId, listener) => events.listen(userId, listener),
    known: (userId) => ask(() => events.known(userId)),
    lead: (userId, owner, now, until) => ask(() => events.lead(userId, owner, now, until)),
    resign: (userId, owner) => ask(() => events.resign(userId, owner)),
    ownerOf: (taskId) => ask(() => events.ownerOf(taskId)),
  };
}
