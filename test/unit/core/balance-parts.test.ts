import { BytespikeError } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import type { Holds } from '../../../src/core/money/balance-client.js';
import { createBalanceTally } from '../../../src/core/money/balance-tally.js';
import { isLow, isSame, stateOf, unknownBalance } from '../../../src/core/money/balance-view.js';
import { type Balance, balanceOf, createQuotaStore } from '../../../src/core/wire/quota.js';

const NOW = Date.UTC(2026, 0, 1);
const read = (more: Partial<Balance> = {}): Balance => ({ available: 10, key: 10, source: 'balance', updatedAt: NOW, ...more });
/** Something has ended whose amount nobody told. */
const ended: Holds = { watch: () => () => {}, update: () => 1, total: () => 0, notYetTaken: () => 0 };
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

  it('counts before headers of the same moment', () => {
    const quota = createQuotaStore();
    const tally = createBalanceTally(quota);
    tally.accept(read({ available: 9 }));
    quota.set({ key: 8, updatedAt: NOW });
    expect(tally.show(undefined, undefined, NOW)).toMatchObject({ available: 9, source: 'balance' });
  });

  it('in headers is of a key or of an organisation, and not of a spend bucket alone', () => {
    const quota = createQuotaStore();
    quota.set({ bucket: 3, updatedAt: NOW });
    expect(balanceOf(quota)).toBeUndefined();
    quota.set({ bucket: 3, organisation: 5, updatedAt: NOW });
    expect(balanceOf(quota)).toMatchObject({ available: 5 });
  });

  it('is a failure once, and only where it is one of ours', () => {
    const tally = createBalanceTally(createQuotaStore());
    const cause = refusal(500);
    expect([tally.refuse(new Error('odd')), tally.refuse(cause), tally.refuse(cause), tally.refuse(refusal(500))]).toEqual([false, true, false, true]);
  });

  it('is asked for at an end, also after a question that failed before it', () => {
    const tally = createBalanceTally(createQuotaStore());
    expect(tally.reckon(ended)).toBe(true);
    tally.accept(read());
    expect(tally.reckon({ ...ended, update: () => 0 })).toBe(false);
    tally.refuse(refusal(500));
    expect(tally.reckon(ended)).toBe(true);
    tally.refuse(refusal(500));
    expect(tally.reckon(ended)).toBe(false);
  });

  it.each([[403, false], [404, false], [405, true], [500, true]])('is not asked for again at an end after a %i, which says that there is none: %s', (status, isWanting) => {
    const tally = createBalanceTally(createQuotaStore());
    tally.refuse(refusal(status));
    expect(tally.reckon(ended)).toBe(isWanting);
    tally.accept(read());
    expect(tally.reckon(ended)).toBe(true);
  });
});

describe('what is shown of a balance', () => {
  it('is what was told, where nothing is held, and never less than nothing', () => {
    expect(stateOf(read(), undefined, undefined, undefined, NOW)).toMatchObject({ available: 10, held: 0 });
    expect(stateOf(read(), { ...ended, total: () => 12, notYetTaken: () => 12 }, undefined, undefined, NOW)).toMatchObject({ available: 0, held: 12 });
  });

  it('is low below the threshold alone, and not where either is unknown', () => {
    expect([isLow(4.99, 5), isLow(5, 5), isLow(0, 0), isLow(undefined, 5), isLow(4, undefined), isLow(undefined, undefined)]).toEqual([true, false, false, false, false, false]);
  });

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
