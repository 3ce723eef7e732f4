import type { Clock } from '../../../src/core/base/clock.js';
import type { Beginning, Limits, ProxyStore, Reservation } from '../../../src/server/store/store.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createManualClock, type ManualClock } from '../../support/manual-clock.js';
import { createRandom } from '../../support/random.js';
import { STORE_KINDS, startStoreKit, type StoreKit } from '../../support/store-kinds.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

// What the proxy relies on. A store of one's own passes it too, or money is lost.
describe.each(STORE_KINDS)('a store in %s', (kind) => {
  let kit: StoreKit;
  beforeAll(async () => {
    kit = await startStoreKit(kind);
  });
  afterAll(() => kit.stop());

  interface Bench {
    one: ProxyStore;
    two: ProxyStore;
    clock: ManualClock;
    reserve(id: string, more?: Partial<Reservation>, store?: ProxyStore): ReturnType<ProxyStore['reserve']>;
    spent(subject?: string): Promise<number>;
  }

  /** Two instances over one store whose time the test moves. The askers' own clocks tell nonsense. */
  async function bench(limits: Limits = { spend: { usd: 12e-6, perSeconds: 60 } }): Promise<Bench> {
    const clock = createManualClock();
    const [one, two] = (await kit.open(2, clock)) as [ProxyStore, ProxyStore];
    return {
      one,
      two,
      clock,
      reserve: (id, more = {}, store = one) => store.reserve({ subject: 'ann', id, now: 7, amount: 5, inFlightUntil: 0, limits, ...more }),
      spent: (subject = 'ann') => one.spent(subject, 7 - 60_000, 7),
    };
  }
  const ok = { ok: true };

  describe('keeps books', () => {
    const limits: [string, Limits][] = [
      ['requests', { requests: { max: 10, perSeconds: 60 } }],
      ['tasksInFlight', { tasksInFlight: 10 }],
      ['spend', { spend: { usd: 50e-6, perSeconds: 60 } }],
    ];
    it.each(limits)('that let exactly as many through as there is room for %s', async (limit, value) => {
      const { reserve, one, two } = await bench(value);
      const verdicts = await Promise.all(Array.from({ length: 60 }, (_, id) => reserve(String(id), { inFlightUntil: 7 + MINUTE }, id % 2 ? one : two)));
      expect(verdicts.filter((verdict) => verdict.ok)).toHaveLength(10);
      expect(verdicts.find((verdict) => !verdict.ok)).toEqual({ ok: false, limit, retryAfter: limit === 'tasksInFlight' ? 5000 : MINUTE });
    });

    it('that change nothing when there is no room, and are of one subject', async () => {
      const { reserve, spent } = await bench();
      expect([await reserve('a'), await reserve('b'), (await reserve('c')).ok, (await reserve('c')).ok, await reserve('c', { subject: 'bob' })]).toEqual([ok, ok, false, false, ok]);
      expect([await spent(), await spent('bob'), await spent('nobody')]).toEqual([10, 5, 0]);
    });

    it('of which each window forgets what is older, to the millisecond, and says when', async () => {
      const { reserve, clock } = await bench({ requests: { max: 2, perSeconds: 60 }, spend: { usd: 12e-6, perSeconds: 120 } });
      await reserve('a');
      await clock.advance(1000);
      await reserve('b');
      expect(await reserve('c')).toEqual({ ok: false, limit: 'requests', retryAfter: 59_000 });
      await clock.advance(58_999);
      expect((await reserve('c')).ok).toBe(false);
      await clock.advance(1);
      expect(await reserve('c')).toEqual({ ok: false, limit: 'spend', retryAfter: 60_000 });
      await clock.advance(60_000);
      expect(await reserve('c')).toEqual(ok);
    });

    it('that are right for windows of any length, whatever was reserved, settled and asked, also when time goes back', async () => {
      const random = createRandom(7);
      const pick = (most: number) => Math.floor(random() * most);
      let now = 1e12;
      const clock: Clock = { ...createManualClock(), wallNow: () => now };
      const [one, two] = (await kit.open(2, clock)) as [ProxyStore, ProxyStore];
      const model: { at: number; amount: number; isSettled?: boolean }[] = [];
      const spentSince = (seconds: number) => model.reduce((sum, { at, amount }) => (at > now - seconds * 1000 ? sum + amount : sum), 0);
      for (let step = 0; step < 150; step++) {
        const store = step % 2 ? one : two;
        const perSeconds = [30, 600, 45, 300][pick(4)] ?? 0;
        const room = spentSince(perSeconds);
        const amount = pick(9) + 1;
        const reserve = (usd: number) =>
          store.reserve({ subject: 'ann', id: String(step), now: 7, amount, inFlightUntil: 0, limits: { requests: { max: 1e9, perSeconds: 3600 }, spend: { usd: usd * 1e-6, perSeconds } } });
        expect((await reserve(room + amount - 1)).ok).toBe(false);
        expect((await reserve(room + amount)).ok).toBe(true);
        model.push({ at: now, amount });
        const index = pick(model.length);
        const said = pick(9);
        const entry = model[index];
        if (entry !== undefined && entry.isSettled !== true) {
          Object.assign(entry, { amount: said, isSettled: true });
          await store.settle({ subject: 'ann', id: String(index) }, said);
        }
        for (const seconds of [30, 45, 77]) expect(await store.spent('ann', 7 - seconds * 1000, 7)).toBe(spentSince(seconds));
        now += pick(8000) - 1500;
      }
    });
    it('in which nothing is reserved twice under one id, and what was free holds nothing when it is asked for again', async () => {
      const { reserve, one, spent } = await bench();
      await reserve('a');
      expect([await reserve('a'), await spent()]).toEqual([ok, 5]);
      await one.settle({ subject: 'ann', id: 'a' }, 'free');
      expect(await spent()).toBe(0);
      expect([await reserve('a', { amount: 9 }), await spent()]).toEqual([ok, 9]);
      await one.settle({ subject: 'ann', id: 'a' }, 'free');
      await reserve('b', { amount: 10 });
      // No room: as any other.
      expect((await reserve('a')).ok).toBe(false);
    });

    it.each<[string, (number | 'kept' | 'free' | undefined)[], number]>([
      ['an amount', [3], 3],
      ['no amount', [undefined], 5],
      ['nothing done', ['free'], 0],
      ['done, then not done', ['kept', 'free'], 5],
      ['a price, then not done', [3, 'free'], 3],
      ['a price, then done for no price', [3, 'kept'], 3],
      ['two prices', [3, 4], 4],
      ['more than was reserved', [8, 2], 8],
      ['all', ['free', 'kept', 3, 0], 3],
    ])('that settle by what was told, whatever comes first: %s', async (_, told, amount) => {
      for (const order of [told, [...told].reverse(), [...told, ...told]]) {
        const { reserve, one, two, spent } = await bench();
        await reserve('a', { inFlightUntil: 7 + MINUTE });
        for (const [index, outcome] of order.entries()) await (index % 2 ? one : two).settle({ subject: 'ann', id: 'a' }, outcome);
        expect(await spent()).toBe(amount);
        await one.settle({ subject: 'ann', id: 'nobody' }, 9);
        expect(await spent()).toBe(amount);
      }
    });

    it('in which a task flies until it is settled, or as long as was said', async () => {
      const { reserve, one, clock } = await bench({ tasksInFlight: 2 });
      for (const id of ['a', 'b']) await reserve(id, { inFlightUntil: 7 + MINUTE });
      expect((await reserve('c', { inFlightUntil: 8 })).ok).toBe(false);
      expect(await reserve('no task')).toEqual(ok);
      await one.settle({ subject: 'ann', id: 'a' }, undefined);
      expect(await reserve('c', { inFlightUntil: 7 + MINUTE })).toEqual(ok);
      await clock.advance(MINUTE);
      for (const id of ['d', 'e']) expect(await reserve(id, { inFlightUntil: 7 + MINUTE })).toEqual(ok);
    });

    it('by its own clock: askers whose clocks are minutes apart are held to one window', async () => {
      const [one, two] = (await kit.open(2)) as [ProxyStore, ProxyStore];
      const limits: Limits = { requests: { max: 2, perSeconds: 60 }, spend: { usd: 1, perSeconds: 60 } };
      const ask = (store: ProxyStore, id: string, skew: number) => store.reserve({ subject: 'ann', id, now: Date.now() + skew, amount: 5, inFlightUntil: 0, limits });
      const verdicts = [await ask(one, 'a', 0), await ask(two, 'b', 5 * MINUTE), await ask(one, 'c', 0), await ask(two, 'd', 5 * MINUTE), await ask(one, 'e', -5 * MINUTE)];
      expect(verdicts.map((verdict) => verdict.ok)).toEqual([true, true, false, false, false]);
      const now = Date.now() + 5 * MINUTE;
      expect([await two.spent('ann', now - MINUTE, now), await one.spent('ann', Date.now() - MINUTE)]).toEqual([10, 10]);
    });

    // Every kind of Redis runs the same script.
    it.runIf(kind === 'memory' || kind === 'redis')('that are as quick with 20,000 calls in the window as with none, skipped on further kinds of Redis, which run the same script', async () => {
      const limits: Limits = { requests: { max: 1e6, perSeconds: 30 * 86_400 }, spend: { usd: 1, perSeconds: 30 * 86_400 } };
      const { reserve, one } = await bench(limits);
      const took = async (from: number) => {
        const began = performance.now();
        for (let id = from; id < from + 200; id++) await reserve(String(id), { limits });
        return (performance.now() - began) / 200;
      };
      const before = await took(0);
      for (let from = 200; from < 20_200; from += 500) {
        const ids = Array.from({ length: 500 }, (_, id) => String(from + id));
        await Promise.all(ids.map((id) => reserve(id, { limits })));
        await Promise.all(ids.filter((_, index) => index % 2).map((id) => one.settle({ subject: 'ann', id }, 'free')));
      }
      // Wall time: one that looks at all of them is hundreds of times as slow, and a busy machine makes both slow.
      expect(await took(30_000)).toBeLessThan(Math.max(10 * before, 10));
    });
  });

  it('links a task to the first who paid for it, for as long as was said', async () => {
    const { one, two, clock } = await bench();
    const links = await Promise.all(Array.from({ length: 20 }, (_, id) => (id % 2 ? one : two).link('task_1', { subject: 'ann', id: String(id) }, 7, 7 + 30 * DAY)));
    expect(new Set(links.map(({ id }) => id)).size).toBe(1);
    expect([await two.linked('task_1', 7), await one.linked('task_2', 7)]).toEqual([links[0], undefined]);
    if (kind !== 'memory') return;
    await clock.advance(30 * DAY);
    expect(await two.linked('task_1', 7)).toBeUndefined();
  });

  describe('lets one of all make a call', () => {
    const answer = { status: 200, type: 'application/json', body: '{"é":"\u0000"}' };
    const begin = (store: ProxyStore, owner: string, more: Partial<Beginning> = {}) =>
      store.begin({ key: 'k', fingerprint: 'f', owner, now: 7, leaseUntil: 7 + MINUTE, forgetAt: 7 + DAY, canFind: true, onlyKnown: false, ...more });

    it('and gives its end to all', async () => {
      const { one, two } = await bench();
      const begun = await Promise.all(Array.from({ length: 20 }, (_, index) => begin(index % 2 ? one : two, 'one')));
      expect(begun.filter(({ state }) => state === 'new')).toHaveLength(1);
      expect(begun.filter(({ state }) => state === 'running')).toHaveLength(19);
      expect(await begin(two, 'b', { fingerprint: 'another' })).toEqual({ state: 'other' });
      await one.end('k', 'one', answer);
      expect(await begin(two, 'b')).toEqual({ state: 'done', answer });
      await one.end('k', 'one', 'lost');
      expect(await begin(two, 'b')).toEqual({ state: 'lost' });
      await one.end('k', 'one', 'forget');
      await one.end('k', 'one', answer);
      expect(await begin(two, 'b')).toEqual({ state: 'new' });
    });

    it('and leaves no mark of who wants only what is known', async () => {
      const { one, two, clock } = await bench();
      const ask = (more: Partial<Beginning> = {}) => begin(two, 'late', { onlyKnown: true, ...more });
      expect(new Set((await Promise.all(Array.from({ length: 20 }, () => ask()))).map(({ state }) => state))).toEqual(new Set(['absent']));
      expect(await two.renew('k', 'late', 7 + MINUTE, true, 7)).toBe(false);
      await begin(one, 'first');
      expect([(await ask()).state, (await ask({ fingerprint: 'another' })).state]).toEqual(['running', 'other']);
      await clock.advance(MINUTE);
      expect(await ask()).toEqual({ state: 'abandoned', first: 'first' });
      await one.end('k', 'late', answer);
      expect(await ask()).toEqual({ state: 'done', answer });
      await one.end('k', 'late', 'forget');
      expect(await ask()).toEqual({ state: 'absent' });
    });

    it('until it falls silent, and believes the old owner no more, but for an answer', async () => {
      const { one, two, clock } = await bench();
      await begin(one, 'a');
      await clock.advance(MINUTE - 1);
      expect((await begin(two, 'b')).state).toBe('running');
      // By a clock of its own that is wrong: what counts is how far off it is.
      expect(await one.renew('k', 'a', 99 + 2 * MINUTE, true, 99)).toBe(true);
      await clock.advance(2 * MINUTE - 1);
      expect((await begin(two, 'b')).state).toBe('running');
      await clock.advance(1);
      const taken = await Promise.all(Array.from({ length: 10 }, (_, index) => begin(index % 2 ? one : two, `b${index}`)));
      expect(taken.filter(({ state }) => state === 'running')).toHaveLength(9);
      const index = taken.findIndex(({ state }) => state === 'abandoned');
      expect(taken[index]).toEqual({ state: 'abandoned', first: 'a' });
      expect([await one.renew('k', 'a', 7 + MINUTE, true, 7), await two.renew('k', `b${index}`, 7 + MINUTE, true, 7)]).toEqual([false, true]);
      await one.end('k', 'a', 'forget');
      expect((await begin(one, 'c')).state).toBe('running');
      await two.end('k', `b${index}`, 'abandoned');
      expect(await begin(one, 'c')).toEqual({ state: 'abandoned', first: 'a' });
      await one.end('k', 'a', answer);
      expect((await begin(two, 'd')).state).toBe('done');
    });

    it('and never another, once what it does could not be found', async () => {
      const { one, two, clock } = await bench();
      await begin(one, 'a', { key: 'never', canFind: false });
      await begin(one, 'a', { key: 'later' });
      expect(await one.renew('later', 'a', 7 + MINUTE, false, 7)).toBe(true);
      expect(await one.renew('later', 'a', 7 + MINUTE, true, 7)).toBe(true);
      await clock.advance(MINUTE);
      for (const key of ['never', 'later']) expect((await begin(two, 'b', { key })).state).toBe('lost');
      // Who could not find it leaves it to one who can.
      await begin(one, 'a', { key: 'k2' });
      await clock.advance(MINUTE);
      expect([(await begin(two, 'b', { key: 'k2', canFind: false })).state, (await begin(two, 'b', { key: 'k2' })).state]).toEqual(['lost', 'abandoned']);
    });
  });

  it.skipIf(kind === 'memory')('tells instances of each other, and lets one lead whatever their clocks say', async () => {
    const [one, two] = (await kit.open(2)) as [ProxyStore, ProxyStore];
    const [here, there] = [one.events, two.events];
    if (here === undefined || there === undefined) throw new Error('It says that it outlives a process, and tells nothing.');
    let hear: (text: string) => void = () => {};
    const heard = new Promise<string>((resolve) => {
      hear = resolve;
    });
    const stop = await there.listen('ann', (message) => hear(JSON.stringify(message)));
    const event = { taskId: 't', model: 'm', reading: { status: 'running' }, at: 7, settled: false };
    await here.publish('ann', event);
    expect(JSON.parse(await heard)).toEqual({ kind: 'event', count: 1, event });
    stop();
    expect([await there.known('ann'), await there.ownerOf('t'), await there.ownerOf('x')]).toEqual([{ count: 1, events: [event] }, 'ann', undefined]);
    const skewed = Date.now() + 5 * MINUTE;
    expect((await here.lead('ann', 'a', Date.now(), Date.now() + MINUTE)).leads).toBe(true);
    expect((await there.lead('ann', 'b', skewed, skewed + MINUTE)).leads).toBe(false);
    await here.resign('ann', 'a');
    expect((await there.lead('ann', 'b', skewed, skewed + MINUTE)).leads).toBe(true);
    expect((await here.lead('ann', 'a', Date.now(), Date.now() + MINUTE)).leads).toBe(false);
  });
});
