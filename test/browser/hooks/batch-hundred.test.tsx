import { act, renderHook, waitFor } from '@testing-library/react';
import { type BatchInput, type BatchResult, createClient } from 'bytespike-react';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pageEnvironment } from '../../../src/core/base/environment.js';
import { createFastClock } from '../../support/fast-clock.js';
import { createManualLocks } from '../../support/manual-locks.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { appWith, flavours } from '../../support/flavours.js';

const HUNDRED: BatchInput = {
  prompts: Array.from({ length: 20 }, (_, at) => `A kettle, number ${at}`),
  models: ['seedream-v5lite', 'nano-banana', 'seedream-v4.5', 'gpt-image-2', { model: 'veo-3.1-fast', durationSeconds: 4 }],
};
/** Waits pass so many times as fast; what is a limit of a call stays as long as it is. */
const clock = createFastClock(100, 30_000);

/** One browser: its pages share what is stored, and a lock goes with its page. */
function browser() {
  const gateway = createSimulatedGateway({ speed: 100, balance: 100 });
  onTestFinished(() => gateway.dispose());
  const storage = createMemoryStorage();
  const all = createManualLocks();
  const open = () => {
    const { locks, close } = all.page();
    let isOpen = true;
    const client = createClient({
      baseUrl: gateway.baseUrl,
      headers: { authorization: `Bearer ${gateway.apiKey}` },
      storage,
      scope: 'ann',
      // A page that is gone does nothing any more.
      clock: { ...clock, setTimeout: (run, ms) => clock.setTimeout(() => isOpen && run(), ms) },
      environment: { ...pageEnvironment(), tabs: { locks, openChannel: (name) => new BroadcastChannel(name) } },
      // What was on its way to a page that is gone never comes, and the page asks for nothing more.
      fetch: async (request) => {
        const answer = isOpen ? await gateway.fetch(request).catch((error: unknown) => (isOpen ? Promise.reject(error) : new Promise<Response>(() => {}))) : undefined;
        return answer !== undefined && isOpen ? answer : new Promise<Response>(() => {});
      },
    });
    return {
      client,
      leave() {
        isOpen = false;
        close();
      },
    };
  };
  return { gateway, open };
}

describe.each(flavours)('a batch of a hundred on $name', (flavour) => {
  it('says what the ledger says, through a reload, a lost connection, 429s and a cancel', async () => {
    const { gateway, open } = browser();
    const persist = `hundred on ${flavour.name}`;
    const waits = new Set<string | undefined>();
    const show = (client: ReturnType<typeof open>['client']) =>
      renderHook(
        () => {
          const batch = flavour.hooks.useBatch({ persist });
          waits.add(batch.waitingFor?.reason);
          return batch;
        },
        { wrapper: appWith(flavour, client) },
      );
    const charged = () => gateway.ledger.charges.reduce((sum, { amount }) => sum + amount, 0);
    const until = (result: { current: BatchResult }, completed: number) => waitFor(() => expect(result.current.counts.completed).toBeGreaterThanOrEqual(completed));

    const first = open();
    const { result, unmount } = show(first.client);
    await waitFor(() => expect(result.current.preview(HUNDRED)).toMatchObject({ cells: 100, unpriced: 0, problems: [] }));
    const price = result.current.preview(HUNDRED)!;
    gateway.inject({ kind: 'rate-limit', seconds: 20, on: 'POST /v1/tasks/submit', times: 2 });
    await act(() => result.current.begin(HUNDRED));
    await until(result, 20);
    expect(waits).toContain('rate-limit');

    first.leave();
    unmount();
    const second = open();
    const { result: later, unmount: close } = show(second.client);
    await waitFor(() => expect(later.current.cells).toHaveLength(100));
    gateway.inject([
      { kind: 'reset-after-body', on: 'POST /v1/tasks/submit', times: 2 },
      { kind: 'refused', on: '/v1/tasks/*', times: 3 },
      { kind: 'concurrency-limit', on: 'POST /v1/tasks/submit', times: 1 },
    ]);
    await until(later, 45);
    act(() => later.current.cancel());
    expect(later.current.counts.waiting).toBe(0);
    await waitFor(() => expect(later.current).toMatchObject({ status: 'done', progress: 1 }));
    await waitFor(() => expect(later.current.counts.unknown).toBe(0));

    const { cells, counts, cost } = later.current;
    expect(counts.completed).toBeGreaterThanOrEqual(45);
    expect(counts.completed + counts.cancelled).toBe(100);
    expect(cost.unsettled).toBe(0);
    expect(cost.billed).toBeCloseTo(charged(), 9);
    expect(cost.upTo).toBeCloseTo(charged(), 9);
    expect(charged()).toBeLessThan(price.max);
    // Each charge is of another cell, under the key that its record has; and each that was billed has its charge.
    const paid = cells.filter((cell) => cell.cost.billed === 'yes').map(({ outTaskId }) => outTaskId);
    expect(gateway.ledger.charges).toHaveLength(paid.length);
    expect(new Set(gateway.ledger.charges.map(({ outTaskId }) => outTaskId))).toEqual(new Set(paid));
    expect(cells.filter(({ status }) => status === 'completed').every(({ assets }) => assets.length > 0)).toBe(true);

    second.leave();
    close();
    const { result: last } = show(open().client);
    await waitFor(() => expect(last.current.status).toBe('done'));
    expect(last.current.counts).toEqual(counts);
    expect(last.current.cost).toEqual(cost);
    expect(gateway.ledger.charges).toHaveLength(paid.length);
  });
});
