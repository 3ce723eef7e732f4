import { BytespikeError } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { internals } from '../../../src/core/client/internals.js';
import { balanceWatchOf, createBalanceWatch } from '../../../src/core/money/balance.js';
import { createBalanceTally } from '../../../src/core/money/balance-tally.js';
import { isSame, stateOf, unknownBalance } from '../../../src/core/money/balance-view.js';
import { attribute, type Hold } from '../../../src/core/money/hold.js';
import { createHolds } from '../../../src/core/money/holds.js';
import { taskStore } from '../../../src/core/records/task-store.js';
import { type Balance, createQuotaStore } from '../../../src/core/wire/quota.js';
import { film, known, PRICE } from '../../support/balance-rig.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { simulate } from '../../support/simulation.js';

const NOW = Date.UTC(2026, 0, 1);
const read = (more: Partial<Balance> = {}): Balance => ({ available: 10, key: 10, source: 'balance', updatedAt: NOW, ...more });
const refusal = (status: number) => new BytespikeError({ code: 'not_found', message: 'No.', status });

describe('what was told of a balance', () => {
  it('is news when it is later or says another thing, and not when it comes twice', () => {
    const tally = createBalanceTally(createQuotaStore());
    expect(tally.accept(read())).toBe(true);
    expect(tally.accept(read())).toBe(false);
    expect(tally.accept(read({ updatedAt: NOW - 1 }))).toBe(false);
    for (const other of [read({ available: 9 }), read({ available: 9, key: 9 }), read({ available: 9, key: 9, updatedAt: NOW + 1 })]) expect(tally.accept(other)).toBe(true);
  });

  it.each([
    [60_000, 3],
    [60_001, 8],
  ])('by a wallet limits what headers say %s ms later: %s', (ms, available) => {
    const quota = createQuotaStore();
    const tally = createBalanceTally(quota);
    tally.accept(read({ wallet: 3, available: 3 }));
    quota.set({ key: 8, updatedAt: NOW + ms });
    expect(tally.show(undefined, undefined, NOW + ms).available).toBe(available);
    const without = createBalanceTally(quota);
    without.accept(read());
    expect(without.show(undefined, undefined, NOW + ms).available).toBe(8);
  });

  it('is a failure once, and only where it is one of ours', () => {
    const tally = createBalanceTally(createQuotaStore());
    const cause = refusal(500);
    expect([tally.refuse(new Error('odd')), tally.refuse(cause), tally.refuse(cause), tally.refuse(refusal(500))]).toEqual([false, true, false, true]);
  });

  it('is asked for at an end, also after a question that failed before it', () => {
    const ended = { watch: () => () => {}, update: () => 1, total: () => 0, notYetTaken: () => 0 };
    const tally = createBalanceTally(createQuotaStore());
    tally.refuse(refusal(500));
    expect(tally.reckon(ended)).toBe(true);
    tally.refuse(refusal(500));
    expect(tally.reckon(ended)).toBe(false);
    tally.refuse(refusal(404));
    expect(tally.reckon({ ...ended, update: () => 2 })).toBe(false);
  });
});

describe('what is shown of a balance', () => {
  it('is not stale before anybody told, and after five minutes it is', () => {
    expect(unknownBalance.stale).toBe(false);
    const staleAt = (ms: number) => stateOf(read(), undefined, undefined, undefined, NOW + ms).stale;
    expect([staleAt(0), staleAt(299_999), staleAt(300_000)]).toEqual([false, false, true]);
  });

  it('is the same with a moment that is less than half a minute later', () => {
    const shown = { ...unknownBalance, available: 1, updatedAt: NOW };
    expect([29_999, 30_000].map((ms) => isSame({ ...shown, updatedAt: NOW + ms }, shown))).toEqual([true, false]);
    expect(isSame({ ...shown, available: 2 }, shown)).toBe(false);
    expect(isSame({ ...unknownBalance, updatedAt: 29_999 }, unknownBalance)).toBe(true);
    expect(isSame({ ...unknownBalance, updatedAt: 30_000 }, unknownBalance)).toBe(false);
    expect(isSame(unknownBalance, { ...unknownBalance, updatedAt: -29_999 })).toBe(true);
    expect(isSame(unknownBalance, { ...unknownBalance, updatedAt: -30_000 })).toBe(false);
  });
});

describe('a lower reading', () => {
  const hold = (amount: number, more: Partial<Hold> = {}): Hold => ({ amount, isTask: true, isAccepted: true, isTaken: undefined, hasEnded: false, ...more });

  it('is from what costs as much, and not from what costs more', () => {
    const holds = [hold(10), hold(2)];
    expect(attribute({ before: { available: 20 }, after: { available: 18 } }, holds, undefined)).toBe(true);
    expect(holds.map(({ isTaken }) => isTaken)).toEqual([false, true]);
  });

  it('is from one of two that cost the same, first from the one that was accepted', () => {
    const holds = [hold(2, { isAccepted: false }), hold(2)];
    attribute({ before: { available: 20 }, after: { available: 18 } }, holds, undefined);
    expect(holds.map(({ isTaken }) => isTaken)).toEqual([undefined, true]);
  });

  it('says nothing of what costs nothing, and is no sign of what costs more than twice as much', () => {
    expect(attribute({ before: { available: 20 }, after: { available: 20 } }, [hold(0)], undefined)).toBeUndefined();
    const dear = hold(10);
    expect([attribute({ before: { available: 20 }, after: { available: 16 } }, [dear], undefined), dear.isTaken]).toEqual([false, false]);
  });

  it('is not from what is still to be taken at its end', () => {
    const holds = [hold(2, { isTaken: false }), hold(3)];
    attribute({ before: { available: 20 }, after: { available: 17 } }, holds, undefined);
    expect(holds.map(({ isTaken }) => isTaken)).toEqual([false, true]);
  });

  it('is read of the figure of the key where both have it, else of what can be spent', () => {
    const [byKey, byAll] = [hold(2), hold(2)];
    attribute({ before: { available: 20, key: 9 }, after: { available: 20, key: 7 } }, [byKey], undefined);
    attribute({ before: { available: 20, key: 9 }, after: { available: 18 } }, [byAll], undefined);
    expect([byKey.isTaken, byAll.isTaken]).toEqual([true, true]);
  });
});

it('a balance is one for all who look at it through one client, also one with something laid over it', () => {
  const { client } = simulate();
  expect(balanceWatchOf({ ...client })).toBe(balanceWatchOf(client));
});

it('a balance is asked for the way that was named last of those that are still there', async () => {
  const watch = createBalanceWatch(simulate().client);
  const asked: string[] = [];
  const way = (name: string) => watch.via(() => (asked.push(name), Promise.resolve(undefined)));
  const [leaveFirst, leaveSecond] = [way('first'), way('second')];
  leaveFirst();
  await watch.refresh();
  expect(asked).toEqual(['second']);
  way('third');
  leaveSecond();
  await watch.refresh();
  expect(asked).toEqual(['second', 'third']);
});

describe('what is held', () => {
  const record = (client: ReturnType<typeof simulate>['client'], snapshot?: object) =>
    taskStore(client).put({ version: 1, outTaskId: 'bs_1', request: film, createdAt: NOW, taskId: 't', ...snapshot } as Parameters<ReturnType<typeof taskStore>['put']>[0]);

  it('is given back with a free end, and with a record that is gone', async () => {
    const { client, clock } = simulate({ client: { storage: createMemoryStorage() } });
    const holds = createHolds(client, () => {});
    const cost = { estimated: undefined, final: undefined, billed: 'no' };
    record(client);
    holds.update(undefined);
    await clock.advance(10);
    expect([holds.total(), holds.notYetTaken()]).toEqual([PRICE, PRICE]);
    record(client, { snapshot: { taskId: 't', status: 'failed', assets: [], cost } });
    expect([holds.update(undefined), holds.total(), holds.notYetTaken()]).toEqual([0, 0, 0]);
    record(client);
    holds.update(undefined);
    await clock.advance(10);
    expect(holds.total()).toBe(PRICE);
    taskStore(client).remove('bs_1');
    expect([holds.update(undefined), holds.total()]).toEqual([0, 0]);
  });

  it('is looked at by nobody once nobody looks at the balance', async () => {
    const { client, clock, leave } = await known(true);
    const before = clock.pending;
    record(internals(client));
    expect(clock.pending).toBe(before + 1);
    await clock.advance(10);
    leave();
    const after = clock.pending;
    record(internals(client), { createdAt: NOW + 1 });
    expect(clock.pending).toBe(after);
  });
});
