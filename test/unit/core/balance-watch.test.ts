import { expect, it } from 'vitest';
import type { Part } from '../../../src/core/base/part.js';
import { internals } from '../../../src/core/client/internals.js';
import { balanceWatchOf, createBalanceWatch } from '../../../src/core/money/balance.js';
import { createHolds } from '../../../src/core/money/holds.js';
import { taskStore } from '../../../src/core/records/task-store.js';
import type { Balance } from '../../../src/core/wire/quota.js';
import { film, known, PRICE } from '../../support/balance-rig.js';
import { simulate } from '../../support/simulation.js';

const NOW = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;
const read = (more: Partial<Balance> = {}): Balance => ({ available: 10, key: 10, source: 'balance', updatedAt: NOW, ...more });

it('a balance is one for all who look at it through one client, also one with something laid over it', () => {
  const { client } = simulate();
  const watch = balanceWatchOf({ ...client });
  expect(watch.initial()).toMatchObject({ available: undefined, held: 0 });
  expect(balanceWatchOf(client)).toBe(watch);
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

it('a balance stays as it was told where an app’s own cache has nothing', async () => {
  const watch = createBalanceWatch(simulate().client);
  watch.see(read());
  watch.via(() => Promise.resolve(undefined));
  await watch.refresh();
  expect(watch.get()).toMatchObject({ available: 10, error: undefined });
});

it('a reading that came another way is told to those who look', () => {
  const watch = createBalanceWatch(simulate().client);
  const shown: unknown[] = [];
  watch.subscribe(() => shown.push(watch.get().available));
  watch.see(read());
  expect(shown).toEqual([10]);
});

it('what headers say is shown to those who look together with other news, and at once where nobody does', async () => {
  const { client, clock, leave, balance } = await known(true);
  const { quota } = internals(client);
  const before = balance.get();
  quota.set({ key: 7, updatedAt: clock.wallNow() });
  expect(balance.get()).toBe(before);
  await clock.advance(0);
  expect(balance.get()).toMatchObject({ available: 7 });
  leave();
  quota.set({ key: 6, updatedAt: clock.wallNow() });
  expect(balance.get()).toMatchObject({ available: 6 });
});

it('a reading that was old when it came is stale five minutes after it was made', async () => {
  const { client, clock } = simulate();
  const watch = createBalanceWatch(client);
  watch.subscribe(() => {});
  watch.see(read({ updatedAt: NOW - 4 * MINUTE_MS }));
  await clock.advance(MINUTE_MS - 1);
  expect(watch.get()).toMatchObject({ stale: false });
  await clock.advance(1);
  expect(watch.get()).toMatchObject({ stale: true });
});

it('one moment is waited for while somebody looks, and then none, and nothing is heard', async () => {
  const { client, clock } = simulate();
  const watch = createBalanceWatch(client);
  const leave = watch.subscribe(() => {});
  await clock.advance(10);
  const before = clock.pending;
  watch.see(read());
  watch.see(read({ updatedAt: NOW + 1 }));
  expect(clock.pending).toBe(before + 1);
  leave();
  expect(clock.pending).toBe(before);
  client.quota.set({ key: 7, updatedAt: clock.wallNow() });
  expect(clock.pending).toBe(before);
});

/** A client whose part that follows what is under way is there when a test says so. */
function slowClient() {
  let arrive = () => {};
  const { client, clock } = simulate();
  const loading = new Promise<typeof createHolds>((resolve) => (arrive = () => resolve(createHolds)));
  const holds: Part<typeof createHolds> = { current: () => undefined, load: () => loading };
  taskStore(client).put({ version: 1, outTaskId: 'bs_1', request: film, createdAt: NOW });
  return { client, holds, clock, arrive: () => arrive() };
}

it('what is known is shown at once to whoever begins to look, without the part that follows what is under way', () => {
  const { client, holds } = slowClient();
  client.quota.set({ key: 7, updatedAt: NOW });
  const watch = createBalanceWatch(client, {}, holds);
  watch.subscribe(() => {});
  expect(watch.get()).toMatchObject({ available: 7, held: 0 });
});

it('what is under way is held as soon as the part that follows it is there', async () => {
  const { client, holds, clock, arrive } = slowClient();
  const watch = createBalanceWatch(client, {}, holds);
  watch.subscribe(() => {});
  await clock.advance(10);
  expect(watch.get().held).toBe(0);
  arrive();
  await clock.advance(10);
  expect(watch.get().held).toBe(PRICE);
});

it('what is under way is not followed where nobody looks any more when the part that follows it is there', async () => {
  const { client, holds, clock, arrive } = slowClient();
  const leave = createBalanceWatch(client, {}, holds).subscribe(() => {});
  leave();
  arrive();
  await clock.advance(10);
  const before = clock.pending;
  taskStore(client).remove('bs_1');
  expect(clock.pending).toBe(before);
});
