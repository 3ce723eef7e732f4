import { createMemoryStore, type Limits, type ProxyStore } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { createReadings } from '../../../src/server/base/readings.js';
import { Refusal } from '../../../src/server/base/refusal.js';
import { routeOf } from '../../../src/server/calls/routes.js';
import { createBudget } from '../../../src/server/spend/budget.js';
import { createManualClock } from '../../support/manual-clock.js';

const DAY = 86_400_000;
const SPEND: Limits = { spend: { usd: 1, perSeconds: 60 } };
const task = routeOf('tasks.submit');
const image = routeOf('images.generations');

/** A budget over a store in memory, all that the store was asked, and writes that are done `times` times. */
function open({ store: own = {}, times = 1 }: { store?: Partial<ProxyStore>; times?: number } = {}) {
  const clock = createManualClock();
  const asked: unknown[][] = [];
  const told = (name: string, more: readonly unknown[]) => asked.push([name, ...more]);
  const memory = createMemoryStore({ clock });
  const store: ProxyStore = {
    ...memory,
    reserve: (reservation) => (told('reserve', [reservation.id, reservation.amount]), memory.reserve(reservation)),
    settle: (link, outcome) => (told('settle', [link.id, outcome]), memory.settle(link, outcome)),
    link: (taskId, link, now, until) => (told('link', [taskId, link.id, until - now]), memory.link(taskId, link, now, until)),
    linked: (taskId, now) => (told('linked', [taskId]), memory.linked(taskId, now)),
    ...own,
  };
  const again: unknown[] = [];
  const write = async (entry: () => Promise<unknown>) => {
    for (let done = 0; done < times; done++) await entry();
    return true;
  };
  const budget = createBudget({ store, clock, deferred: { write }, readAgain: (owned) => Promise.resolve(again.push(owned)), readings: createReadings() });
  const hold = (id: string, more: { limits?: Limits | undefined; wish?: string; cost?: number | undefined; subject?: string; route?: typeof task } = {}) =>
    budget.hold({ route: task, subject: 'ann', limits: SPEND, cost: 250_000, id, ...more });
  const names = () => asked.map(([name]) => name);
  const refusalOf = (attempt: Promise<unknown>) => attempt.then(() => undefined, (error: unknown) => (error instanceof Refusal ? error.init : error));
  return { budget, hold, asked, names, again, clock, store, memory, refusalOf };
}

describe('what holds the money of a call', () => {
  it('asks nothing of the store where nothing limits it', async () => {
    const { hold, asked } = open();
    const free = hold('a', { limits: undefined, wish: 'w' });
    await free.take();
    await free.lose();
    await free.release();
    expect([free.payer, asked]).toEqual([undefined, []]);
  });

  it('takes once, and looks for a lost one only under a name', async () => {
    const { hold, asked } = open();
    const unnamed = hold('a');
    await unnamed.take();
    await unnamed.take();
    expect(asked).toEqual([['reserve', 'a', 250_000]]);
  });

  it('takes nothing of a call without a price where only calls are counted, and refuses it where money is', async () => {
    const { hold, asked, refusalOf } = open();
    await hold('a', { limits: { tasksInFlight: 1 }, cost: undefined }).take();
    expect(asked).toEqual([['reserve', 'a', 0]]);
    expect(await refusalOf(hold('b', { cost: undefined }).take())).toMatchObject({ status: 400, param: 'model' });
    await hold('c', { cost: 0 }).take();
    expect(asked).toEqual([['reserve', 'a', 0], ['reserve', 'c', 0]]);
  });

  it('gives back what was taken, and nothing else', async () => {
    const { hold, asked, names } = open();
    await hold('a').release();
    expect(asked).toEqual([]);
    const taken = hold('b');
    await taken.take();
    await taken.release();
    expect(asked.at(-1)).toEqual(['settle', 'b', 'free']);
    expect(names()).toEqual(['reserve', 'settle']);
  });

  it('notes as lost what was taken under a name, for at least a day', async () => {
    const { hold, asked, names } = open();
    await hold('a', { wish: 'w' }).lose();
    const unnamed = hold('b');
    await unnamed.take();
    await unnamed.lose();
    expect(names()).toEqual(['reserve']);
    for (const [id, perSeconds, ms] of [['c', 60, DAY], ['d', 30 * 86_400, 30 * DAY]] as const) {
      const lost = hold(id, { wish: id, limits: { spend: { usd: 1, perSeconds } } });
      await lost.take();
      await lost.lose();
      expect(asked.at(-1)).toEqual(['link', `:lost:${id}`, id, ms]);
    }
  });

  it('is one with a lost one of the same user and name, of which nothing is given back', async () => {
    const { hold, asked, store } = open();
    const lost = hold('a', { wish: 'w' });
    await lost.take();
    await lost.lose();
    const again = hold('b', { wish: 'w' });
    await again.take();
    await again.release();
    expect(again.payer?.id).toBe('a');
    const other = hold('c', { wish: 'w', subject: 'bob' });
    await other.take();
    expect(other.payer?.id).toBe('c');
    expect(asked.filter(([name]) => name === 'settle')).toEqual([]);
    expect([await store.spent('ann', 0), await store.spent('bob', 0)]).toEqual([250_000, 250_000]);
  });

  it.each([[new Error('down'), 'Error'], ['down', 'string']])('is refused while the store fails with %s, and given back in case it was done', async (cause, name) => {
    const failing = () => Promise.reject(cause as Error);
    const { hold, asked, refusalOf } = open({ store: { reserve: failing } });
    const refusal = { status: 503, code: 'api_error', reason: `The store failed: ${name}.` };
    expect(await refusalOf(hold('a').take())).toMatchObject(refusal);
    expect(asked).toEqual([['settle', 'a', 'free']]);
    const blind = open({ store: { linked: failing } });
    expect(await blind.refusalOf(blind.hold('a', { wish: 'w' }).take())).toMatchObject(refusal);
    expect(blind.asked).toEqual([]);
  });

  it('gives nothing back of a lost one while the store fails', async () => {
    const { hold, asked, refusalOf } = open({ store: { linked: () => Promise.resolve({ subject: 'ann', id: 'before' }), reserve: () => Promise.reject(new Error('down')) } });
    expect(await refusalOf(hold('a', { wish: 'w' }).take())).toMatchObject({ status: 503 });
    expect(asked).toEqual([]);
  });

  it.each([[1, '1'], [1000, '1'], [1001, '2'], [0, '1']])('says to come back after %d ms in whole seconds: %s', async (retryAfter, seconds) => {
    const { hold, refusalOf } = open({ store: { reserve: () => Promise.resolve({ ok: false, limit: 'spend', retryAfter }) } });
    const refusal = (await refusalOf(hold('a', { route: image }).take())) as Refusal['init'];
    expect([refusal.status, refusal.headers?.get('retry-after')]).toEqual([402, seconds]);
  });

  it('leaves what is not spent within the window, never less than nothing', async () => {
    const { budget, hold, clock } = open();
    const left = (usd: number) => budget.left('ann', { usd, perSeconds: 60 });
    await hold('a').take();
    expect([await left(1), await left(0.250001), await left(0.25), await left(0.2)]).toEqual([0.75, 0.000001, 0, 0]);
    await clock.advance(60_000);
    expect(await left(1)).toBe(1);
    const broken = open({ store: { spent: () => Promise.reject(new Error('down')) } });
    expect(await broken.refusalOf(broken.budget.left('ann', { usd: 1, perSeconds: 60 }))).toMatchObject({ status: 503 });
  });
});

describe('what is read of a task', () => {
  const about = { taskId: 't', model: 'm', hold: undefined };
  const payer = { subject: 'ann', id: 'a', keepMs: 2 * DAY };

  it('writes nothing where it says neither who pays nor of an end', async () => {
    const { budget, asked } = open();
    expect(await budget.observe('no reading', about)).toBe(true);
    expect(await budget.observe({ task_id: 't', status: 'running' }, about)).toBe(true);
    expect(asked).toEqual([]);
  });

  it('links it to what pays, for as long as that counts', async () => {
    const { budget, asked } = open();
    expect(await budget.observe({ task_id: 't', status: 'running' }, { ...about, hold: payer })).toBe(true);
    expect(asked).toEqual([['link', 't', 'a', 2 * DAY]]);
  });

  it('gives back what was taken for a task that is paid for already', async () => {
    const { budget, asked } = open();
    await budget.observe({ task_id: 't', status: 'running' }, { ...about, hold: payer });
    await budget.observe({ task_id: 't', status: 'running' }, { ...about, hold: { ...payer, id: 'b' } });
    expect(asked.slice(1)).toEqual([['link', 't', 'b', 2 * DAY], ['settle', 'b', 'free']]);
  });

  it.each([
    [{ status: 'completed', credits: 0.0123456 }, 12_346],
    [{ status: 'completed', credits: 5 }, 5_000_000],
    [{ status: 'completed' }, 'kept'],
    [{ status: 'cancelled', credits_used: 5 }, 5_000_000],
    [{ status: 'cancelled', credits_used: 0.01 }, 10_000],
    [{ status: 'cancelled', credits_used: 0 }, 'free'],
    [{ status: 'failed' }, 'free'],
  ])('settles it at its end: %j is %s', async (reading, outcome) => {
    const { budget, asked } = open();
    await budget.observe({ task_id: 't', ...reading }, { ...about, hold: payer });
    expect(asked).toEqual([['link', 't', 'a', 2 * DAY], ['linked', 't'], ['settle', 'a', outcome]]);
  });

  it('settles nothing of a task that nobody here pays for', async () => {
    const { budget, asked } = open();
    await budget.observe({ task_id: 't', status: 'completed' }, about);
    expect(asked).toEqual([['linked', 't']]);
  });

  it('finds a lost submit by the name that it was asked for by, else by its own', async () => {
    for (const more of [{ outTaskId: 'w' }, {}]) {
      const { budget, hold, asked } = open();
      const lost = hold('a', { wish: 'w' });
      await lost.take();
      await lost.lose();
      const own = 'outTaskId' in more ? {} : { out_task_id: 'w' };
      await budget.observe({ task_id: 't', status: 'completed', ...own }, { ...about, ...more });
      expect(asked.slice(-4)).toEqual([['linked', ':lost:w'], ['link', 't', 'a', DAY], ['linked', 't'], ['settle', 'a', 'kept']]);
    }
  });

  it('links a lost submit that is found under way', async () => {
    const { budget, hold, asked } = open();
    const lost = hold('a', { wish: 'w' });
    await lost.take();
    await lost.lose();
    await budget.observe({ task_id: 't', status: 'running' }, { ...about, outTaskId: 'w' });
    expect(asked.at(-1)).toEqual(['link', 't', 'a', DAY]);
  });

  it('is read once more where it could not be written at once: its end may have come meanwhile', async () => {
    for (const [times, status, reads] of [[1, 'running', 0], [2, 'running', 1], [2, 'completed', 0]] as const) {
      const { budget, again } = open({ times });
      await budget.observe({ task_id: 't', status }, { ...about, hold: payer });
      expect(new Set(again.map((owned) => JSON.stringify(owned))).size).toBe(reads);
      expect(again.every((owned) => JSON.stringify(owned) === '{"taskId":"t","model":"m"}')).toBe(true);
    }
  });
});
