import { createMemoryStore, type ProxyStore } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { patient } from '../../../src/server/store/patient-store.js';
import { createManualClock } from '../../support/manual-clock.js';
import { deferred } from './fixture.js';

const never = () => new Promise<never>(() => {});
const reservation = { subject: 'ann', id: 'a', now: 0, amount: 5, inFlightUntil: 0, limits: { spend: { usd: 1, perSeconds: 3600 } } };
const beginning = { key: 'k', fingerprint: 'f', owner: 'one', now: 0, leaseUntil: 60_000, forgetAt: 60_000, canFind: true, onlyKnown: false };

describe('a store that is not waited for', () => {
  const link = { subject: 'ann', id: 'a' };
  const answer = { status: 200, type: 't', body: '' };
  const operations: [string, number, (store: ProxyStore) => Promise<unknown> | undefined][] = [
    ['reserve', 750, (store) => store.reserve(reservation)],
    ['settle', 750, (store) => store.settle(link, 1)],
    ['spent', 750, (store) => store.spent('ann', 0)],
    ['link', 750, (store) => store.link('t', link, 0, 1)],
    ['linked', 750, (store) => store.linked('t', 0)],
    ['begin', 750, (store) => store.begin(beginning)],
    ['renew', 750, (store) => store.renew('k', 'one', 1, true)],
    ['end', 10_050, (store) => store.end('k', 'one', answer)],
    ['publish', 750, (store) => store.events?.publish('ann', { taskId: 't', reading: {}, at: 0, settled: false })],
    ['known', 750, (store) => store.events?.known('ann')],
    ['lead', 750, (store) => store.events?.lead('ann', 'one', 0, 1)],
    ['resign', 750, (store) => store.events?.resign('ann', 'one')],
    ['ownerOf', 750, (store) => store.events?.ownerOf('t')],
  ];
  const events = { publish: never, listen: never, known: never, lead: never, resign: never, ownerOf: never };
  const hanging: ProxyStore = { reserve: never, settle: never, spent: never, link: never, linked: never, begin: never, renew: never, end: never, events };

  it.each(operations)('fails when it does not answer: %s', async (_, ms, ask) => {
    const clock = createManualClock();
    let failed = '';
    ask(patient(hanging, clock))?.catch((error: Error) => {
      failed = error.name;
    });
    await clock.advance(ms - 1);
    expect(failed).toBe('');
    await clock.advance(1);
    expect(failed).toBe('TimedOut');
    expect(clock.pending).toBe(0);
  });

  it('is asked one thing in half a second while it is silent, and everything once it is not', async () => {
    const clock = createManualClock();
    let asked = 0;
    let answers: () => Promise<undefined> = never;
    const store = patient({ ...hanging, linked: () => (asked++, answers()) }, clock);
    const ask = () => store.linked('t', 0).then(() => 'answered', (error: Error) => error.name);
    const first = ask();
    await clock.advance(750);
    expect([await first, await ask(), asked]).toEqual(['TimedOut', 'TimedOut', 1]);
    await clock.advance(500);
    answers = async () => undefined;
    expect([await ask(), await ask(), asked]).toEqual(['answered', 'answered', 3]);
  });

  it('has nothing left of a reservation or a beginning that came after it was given up', async () => {
    const clock = createManualClock();
    const memory = createMemoryStore({ clock });
    const gate = deferred<void>();
    const slow: ProxyStore = { ...memory, reserve: (asked) => gate.promise.then(() => memory.reserve(asked)), begin: (asked) => gate.promise.then(() => memory.begin(asked)) };
    const store = patient(slow, clock);
    const given = Promise.allSettled([store.reserve(reservation), store.begin(beginning)]);
    await clock.advance(750);
    expect((await given).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    gate.resolve();
    await clock.advance(0);
    expect(await memory.spent('ann', 0)).toBe(0);
    expect(await memory.begin(beginning)).toEqual({ state: 'new' });
  });
});
