import { type BalanceState, createBalanceState, estimateCost, taskStore } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { asks, film, finish, known, PRICE, type Rig, submit, watch } from '../../support/balance-rig.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

describe.each([
  ['sets money aside when it accepts a task', true],
  ['takes money when a task has ended', false],
])('a gateway that %s', (_, setsAside) => {
  it('goes down at once by what a task may cost, and only once', async () => {
    const rig = await known(setsAside);
    const { taskId } = await submit(rig);
    expect(rig.balance.get()).toMatchObject({ available: 24.79, held: PRICE });
    await finish(rig, taskId);
    expect(rig.balance.get()).toMatchObject({ available: 24.79, held: 0 });
    expect(rig.shown).toEqual([25, 24.79]);
  });

  it('reads as before when a task has failed', async () => {
    const rig = await known(setsAside);
    const { taskId } = await submit(rig, '[fail] tide');
    expect(rig.balance.get().available).toBe(24.79);
    expect(await finish(rig, taskId)).toMatchObject({ status: 'failed' });
    expect(rig.balance.get()).toMatchObject({ available: 25, held: 0 });
    expect(rig.shown).toEqual([25, 24.79, 25]);
  });

  it('keeps several tasks apart', async () => {
    const rig = await known(setsAside);
    const first = await submit(rig);
    const second = await submit(rig, '[fail] tide');
    expect(rig.balance.get()).toMatchObject({ available: 24.58, held: 0.42 });
    await Promise.all([finish(rig, first.taskId), rig.client.tasks.follow({ taskId: second.taskId })]);
    expect(rig.balance.get()).toMatchObject({ available: 24.79, held: 0 });
  });

  it('gives back what is cancelled while it waits', async () => {
    const rig = await known(setsAside);
    const { taskId } = await submit(rig, '[queue] tide');
    const cancelled = rig.client.tasks.cancel({ taskId });
    await rig.clock.advance(10);
    expect(await cancelled).toMatchObject({ status: 'cancelled' });
    await rig.clock.advance(1000);
    expect(rig.balance.get()).toMatchObject({ available: 25, held: 0 });
  });

  it('is corrected by what was billed', async () => {
    const rig = await known(setsAside);
    const { taskId } = await submit(rig, '[stall] tide');
    await rig.clock.advance(30_000);
    const cancelled = rig.client.tasks.cancel({ taskId });
    await rig.clock.advance(1000);
    const { cost } = await cancelled;
    expect(rig.balance.get().available).toBeCloseTo(25 - (cost.final ?? 0), 6);
    expect(rig.balance.get().available).toBeCloseTo(rig.gateway.ledger.balance, 6);
  });
});

describe('a balance', () => {
  it('is unknown until somebody tells, and then costs no request', async () => {
    const rig = watch(true);
    const nothing: Partial<BalanceState> = { available: undefined, source: undefined, low: false, held: 0 };
    expect(rig.balance.get()).toMatchObject(nothing);
    expect(rig.balance.initial()).toMatchObject(nothing);
    expect(rig.balance.canAfford(1_000_000)).toBe(true);
    await submit(rig);
    expect(rig.balance.get()).toMatchObject({ source: 'headers', key: 24.79 });
    expect(asks(rig)).toBe(0);
  });

  it('says what can be paid, and what is missing', async () => {
    const { balance } = await known(true);
    const dear = estimateCost({ model: 'sora-2-pro', prompt: '', durationSeconds: 20 });
    expect([balance.canAfford(25), balance.canAfford(25.01), balance.canAfford(dear)]).toEqual([true, false, true]);
    expect([balance.shortfall(25.3), balance.shortfall(undefined), balance.shortfall(dear)]).toEqual([0.3, 0, 0]);
  });

  it('is low below the threshold of the app, or else of the gateway', async () => {
    const { client, balance } = await known(true);
    expect(balance.get()).toMatchObject({ low: false, lowThreshold: undefined });
    const strict = createBalanceState(client, { lowBelow: 30 });
    strict.see({ available: 25, source: 'account', lowThreshold: 5, updatedAt: 1 });
    expect(strict.get()).toMatchObject({ low: true, lowThreshold: 30 });
    const gateways = createBalanceState(client);
    gateways.see({ available: 25, source: 'account', lowThreshold: 26, updatedAt: Number.MAX_SAFE_INTEGER });
    expect(gateways.get()).toMatchObject({ low: true, lowThreshold: 26 });
  });

  it('gives back what was refused', async () => {
    const rig = await known(true);
    const refused = rig.client.tasks.submit({ ...film, prompt: '[block] tide' });
    refused.catch(() => {});
    await rig.clock.advance(10);
    await expect(refused).rejects.toMatchObject({ billed: 'no' });
    expect(rig.balance.get()).toMatchObject({ available: 25, held: 0 });
  });

  it('holds what runs after a reload, and not what nobody has heard of for an hour', async () => {
    const storage = createMemoryStorage();
    const rig = await known(false, { client: { storage } });
    await submit(rig, '[stall] tide');
    const later = createBalanceState(rig.client);
    const leave = later.subscribe(() => {});
    await rig.clock.advance(10);
    expect(later.get()).toMatchObject({ available: 24.79, held: PRICE });
    leave();
    await rig.clock.advance(61 * 60_000);
    const muchLater = createBalanceState(rig.client);
    muchLater.subscribe(() => {});
    await rig.clock.advance(10);
    expect(muchLater.get()).toMatchObject({ available: 25, held: 0 });
  });

  it('says nothing anew when nothing is new, and nothing at all when nobody looks', async () => {
    const rig = await known(true);
    const hear = async () => {
      const models = rig.client.models();
      await rig.clock.advance(10);
      await models;
      return rig.balance.get();
    };
    const before = await hear();
    expect(await hear()).toBe(before);
    taskStore(rig.client).clear();
    await rig.clock.advance(31_000);
    const later = await hear();
    expect(later).toEqual({ ...before, updatedAt: expect.any(Number) });
    expect(later.updatedAt! - before.updatedAt!).toBeGreaterThan(30_000);
    rig.leave();
    const { taskId } = await submit(rig);
    await finish(rig, taskId);
    expect(rig.balance.get()).toMatchObject({ available: 24.79, source: 'headers' });
    expect(rig.shown).toEqual([25]);
    expect(asks(rig)).toBe(1);
  });

  it('is stale when nobody has told for five minutes, or a read has failed', async () => {
    let isDown = false;
    const rig = await known(true, { intercept: () => isDown && Response.json({ error: { code: 'invalid_api_key', message: 'No.' } }, { status: 401 }) });
    await rig.clock.advance(4 * 60_000);
    expect(rig.balance.get()).toMatchObject({ stale: false });
    await rig.clock.advance(61_000);
    expect(rig.balance.get()).toMatchObject({ available: 25, stale: true, error: undefined });
    const refreshed = rig.balance.refresh();
    await rig.clock.advance(10);
    await refreshed;
    expect(rig.balance.get()).toMatchObject({ stale: false });
    isDown = true;
    const refused = rig.balance.refresh();
    refused.catch(() => {});
    await rig.clock.advance(10);
    await expect(refused).rejects.toMatchObject({ code: 'invalid_api_key' });
    expect(rig.balance.get()).toMatchObject({ available: 25, stale: true, error: { code: 'invalid_api_key' } });
    isDown = false;
    await submit(rig);
    expect(rig.balance.get()).toMatchObject({ stale: false, error: undefined });
  });

  it('is asked for once at an end, also when that comes to nothing', async () => {
    let asked = 0;
    const refuses = (request: Request) => {
      if (!request.url.endsWith('/v1/balance')) return false;
      asked++;
      return Response.json({ error: { code: 'invalid_param', message: 'No.' } }, { status: 400 });
    };
    const rig = watch(false, { intercept: refuses });
    const first = await submit(rig);
    // Its last word comes by a stream, with no headers of its own.
    await finish(rig, first.taskId);
    expect(asked).toBe(1);
  });

  it('does not ask again at each end where there is nothing to be asked', async () => {
    let asked = 0;
    const gone = (request: Request) => {
      if (!/balance|account/.test(request.url)) return false;
      asked++;
      return Response.json({ error: { message: 'none' } }, { status: 404 });
    };
    const rig = watch(false, { intercept: gone });
    for (const prompt of ['first', 'second', 'third']) {
      const { taskId } = await submit(rig, prompt);
      await finish(rig, taskId);
    }
    expect(rig.gateway.ledger.charges).toHaveLength(3);
    expect(asked).toBeLessThanOrEqual(2);
  });

  it('takes a reading that comes by two ways for one, and not for news of what is under way', async () => {
    const rig: Rig = watch(true, { intercept: async (request) => new Response((await rig.gateway.fetch(request)).body) });
    const first = { available: 25, source: 'account', updatedAt: rig.clock.wallNow() } as const;
    rig.balance.see(first);
    await submit(rig);
    expect(rig.balance.get()).toMatchObject({ available: 24.79, held: PRICE });
    rig.balance.see({ ...first });
    rig.balance.see({ ...first, available: 24.79, updatedAt: rig.clock.wallNow() });
    expect(rig.balance.get()).toMatchObject({ available: 24.79, held: PRICE });
  });

  it('takes the app’s own reading', async () => {
    const rig = await known(true);
    const { client, clock } = rig;
    const balance = createBalanceState(client);
    const stop = balance.via(async () => ({ available: 3, source: 'account', updatedAt: Number.MAX_SAFE_INTEGER }));
    await balance.refresh();
    expect(balance.get()).toMatchObject({ available: 3, source: 'account' });
    stop();
    const own = balance.refresh();
    await clock.advance(10);
    await own;
    expect(asks(rig)).toBe(2);
  });
});
