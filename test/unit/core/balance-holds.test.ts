import { describe, expect, it } from 'vitest';
import { internals } from '../../../src/core/client/internals.js';
import { attribute, type Hold } from '../../../src/core/money/hold.js';
import { createHolds } from '../../../src/core/money/holds.js';
import { taskStore } from '../../../src/core/records/task-store.js';
import { film, known, PRICE } from '../../support/balance-rig.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { simulate } from '../../support/simulation.js';

const NOW = Date.UTC(2026, 0, 1);

describe('a lower reading', () => {
  const hold = (amount: number | undefined, more: Partial<Hold> = {}): Hold => ({ amount, isTask: true, isAccepted: true, isTaken: undefined, hasEnded: false, ...more });

  it('is from what costs as much, and not from what costs more', () => {
    const holds = [hold(10), hold(2)];
    expect(attribute({ before: { available: 20 }, after: { available: 18 } }, holds, false)).toBe(true);
    expect(holds.map(({ isTaken }) => isTaken)).toEqual([false, true]);
  });

  it('is from one of two that cost the same, first from the one that was accepted', () => {
    const holds = [hold(2, { isAccepted: false }), hold(2)];
    attribute({ before: { available: 20 }, after: { available: 18 } }, holds, false);
    expect(holds.map(({ isTaken }) => isTaken)).toEqual([undefined, true]);
  });

  it('says nothing of what costs nothing, and is no sign of what costs more than twice as much', () => {
    expect(attribute({ before: { available: 20 }, after: { available: 20 } }, [hold(0)], false)).toBe(false);
    const dear = hold(10);
    expect([attribute({ before: { available: 20 }, after: { available: 16 } }, [dear], false), dear.isTaken]).toEqual([false, false]);
    const half = hold(10);
    expect([attribute({ before: { available: 20 }, after: { available: 15 } }, [half], false), half.isTaken]).toEqual([true, true]);
  });

  it('is not from what is still to be taken at its end', () => {
    const holds = [hold(2, { isTaken: false }), hold(3)];
    attribute({ before: { available: 20 }, after: { available: 17 } }, holds, false);
    expect(holds.map(({ isTaken }) => isTaken)).toEqual([false, true]);
  });

  it('is read of the figure of the key where both have it, else of what can be spent', () => {
    const [byKey, byAll] = [hold(2), hold(2)];
    attribute({ before: { available: 20, key: 9 }, after: { available: 20, key: 7 } }, [byKey], false);
    attribute({ before: { available: 20, key: 9 }, after: { available: 18 } }, [byAll], false);
    expect([byKey.isTaken, byAll.isTaken]).toEqual([true, true]);
  });

  it('is of what is billed with its answer before it is of any task', () => {
    const holds = [hold(2), hold(2, { isTask: false, isAccepted: false, hasEnded: true })];
    expect(attribute({ before: { available: 20 }, after: { available: 18 } }, holds, false)).toBe(false);
    expect(holds.map(({ isTaken }) => isTaken)).toEqual([false, true]);
  });

  it('is of a task that was accepted before it is of an image that nobody has answered', () => {
    const holds = [hold(2, { isTask: false, isAccepted: false }), hold(2)];
    expect(attribute({ before: { available: 20 }, after: { available: 18 } }, holds, false)).toBe(true);
    expect(holds.map(({ isTaken }) => isTaken)).toEqual([undefined, true]);
  });

  it('is not lessened by an end whose price nobody knows', () => {
    const holds = [hold(undefined, { isTaken: false, hasEnded: true }), hold(2)];
    attribute({ before: { available: 20 }, after: { available: 19 } }, holds, false);
    expect(holds.map(({ isTaken }) => isTaken)).toEqual([false, true]);
  });

  it('is of the one that it is from alone, and leaves open what nobody has accepted', () => {
    const holds = [hold(2), hold(2, { isAccepted: false })];
    attribute({ before: { available: 20 }, after: { available: 18 } }, holds, false);
    expect(holds.map(({ isTaken }) => isTaken)).toEqual([true, undefined]);
  });

  it('has what was accepted off where the gateway sets aside, also when it was paid in between and by what is not priced yet', () => {
    const holds = [hold(2), hold(undefined), hold(3, { isAccepted: false })];
    expect(attribute({ before: { available: 20 }, after: { available: 15 } }, holds, true)).toBe(true);
    expect(holds.map(({ isTaken }) => isTaken)).toEqual([true, true, true]);
    const paid = hold(2);
    attribute({ before: { available: 20 }, after: { available: 20 } }, [paid], true);
    expect(paid.isTaken).toBe(true);
  });

  it('is not from what has no price yet', () => {
    const holds = [hold(undefined), hold(2)];
    attribute({ before: { available: 20 }, after: { available: 18 } }, holds, false);
    expect(holds.map(({ isTaken }) => isTaken)).toEqual([false, true]);
  });

  it('is none where it is the first', () => {
    const accepted = hold(2);
    expect([attribute({ before: undefined, after: { available: 1 } }, [accepted], false), accepted.isTaken]).toEqual([false, false]);
  });
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

  const accepted = (cost: object, taskId = 't') => ({ taskId, snapshot: { taskId, status: 'queued', assets: [], cost: { billed: 'no', ...cost } } });

  it('is at the price of the card until the gateway says one', async () => {
    const { client, clock } = simulate();
    const holds = createHolds(client, () => {});
    record(client);
    holds.update(undefined);
    await clock.advance(10);
    record(client, accepted({}));
    holds.update(undefined);
    expect(holds.total()).toBe(PRICE);
    record(client, accepted({ estimated: 0.3 }));
    holds.update(undefined);
    expect(holds.total()).toBe(0.3);
  });

  it('is at what was billed once a task has ended, until a reading has that off', () => {
    const { client } = simulate();
    const holds = createHolds(client, () => {});
    record(client, accepted({ estimated: 0.3 }));
    holds.update(undefined);
    record(client, { snapshot: { taskId: 't', status: 'completed', assets: [], cost: { estimated: 0.3, final: 0.1, billed: 'yes' } } });
    expect([holds.update(undefined), holds.total(), holds.notYetTaken()]).toEqual([1, 0, 0.1]);
    expect([holds.update({ before: { available: 20 }, after: { available: 19.9 } }), holds.notYetTaken()]).toEqual([0, 0]);
  });

  it('is off already once a gateway that sets aside has accepted it, also where somebody paid in meanwhile', () => {
    const { client } = simulate();
    const holds = createHolds(client, () => {});
    record(client, accepted({ estimated: 2 }));
    holds.update({ before: { available: 20 }, after: { available: 18 } });
    record(client, { ...accepted({ estimated: 3 }, 'u'), outTaskId: 'bs_2' });
    holds.update({ before: { available: 18 }, after: { available: 18 } });
    expect([holds.total(), holds.notYetTaken()]).toEqual([5, 0]);
  });

  it('is not decided by a reading of before its acceptance', () => {
    const { client } = simulate();
    const holds = createHolds(client, () => {});
    record(client);
    holds.update({ before: { available: 20 }, after: { available: 20 } });
    record(client, accepted({ estimated: 2 }));
    holds.update({ before: { available: 20 }, after: { available: 18 } });
    expect([holds.total(), holds.notYetTaken()]).toEqual([2, 0]);
  });

  it.each([
    [3_600_000, PRICE],
    [3_600_001, 0],
  ])('of a record %i ms old is %d', async (age, total) => {
    const { client, clock } = simulate();
    await clock.advance(age);
    const holds = createHolds(client, () => {});
    record(client);
    holds.update(undefined);
    await clock.advance(10);
    expect(holds.total()).toBe(total);
  });

  it('by an image is told of when it ends, without any other news', async () => {
    const { client, clock } = simulate();
    let told = 0;
    const holds = createHolds(client, () => void told++);
    let end = (_billed: 'no' | 'yes') => {};
    client.pendingImages.set([{ request: { model: 'seedream-v5lite', prompt: 'tide' }, billed: new Promise((resolve) => (end = resolve)) }]);
    holds.update(undefined);
    await clock.advance(10);
    expect([holds.total(), told]).toEqual([0.012, 0]);
    end('yes');
    await clock.advance(0);
    expect([holds.total(), holds.notYetTaken(), told]).toEqual([0, 0.012, 1]);
  });
});
