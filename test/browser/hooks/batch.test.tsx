import { act, renderHook, waitFor } from '@testing-library/react';
import { type BatchInput, type Client, createClient } from 'bytespike-react';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { appWith, flavours } from '../../support/flavours.js';

const SHOTS: BatchInput = { prompts: ['a kettle', 'a cup'], models: ['seedream-v5lite', 'nano-banana'] };

let places = 0;
/** Of a test's own: pages share the locks of this browser. */
const newPlace = () => `place ${++places}`;

function rig(options: { balance?: number } = {}) {
  const gateway = createSimulatedGateway({ speed: 100, ...options });
  onTestFinished(() => gateway.dispose());
  const storage = createMemoryStorage();
  const open = (): Client => createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage, scope: 'ann' });
  return { gateway, open };
}

describe.each(flavours)('useBatch on $name', (flavour) => {
  const render = (client: Client, persist = newPlace()) => renderHook(() => flavour.hooks.useBatch({ persist }), { wrapper: appWith(flavour, client) });

  it('says what it costs, makes it, and is there again on the next page', async () => {
    const { gateway, open } = rig();
    const persist = newPlace();
    const { result, unmount } = render(open(), persist);
    expect(result.current).toMatchObject({ status: 'idle', cells: [] });
    expect(result.current.preview(SHOTS)).toBeUndefined();
    await waitFor(() => expect(result.current.preview(SHOTS)).toMatchObject({ cells: 4, max: 0.064, exact: true, problems: [] }));
    expect(gateway.requests).toEqual([]);
    await act(() => result.current.begin(SHOTS));
    expect(result.current).toMatchObject({ status: 'running', rows: SHOTS.prompts, counts: { completed: 0 } });
    await waitFor(() => expect(result.current).toMatchObject({ status: 'done', progress: 1, counts: { completed: 4 } }));
    expect(result.current.cost.billed).toBeCloseTo(gateway.ledger.charges.reduce((sum, { amount }) => sum + amount, 0), 9);
    const cells = result.current.cells.map(({ outTaskId }) => outTaskId);
    unmount();
    const { result: later } = render(open(), persist);
    expect(later.current.status).toBe('idle');
    await waitFor(() => expect(later.current.status).toBe('done'));
    expect(later.current.cells.map(({ outTaskId }) => outTaskId)).toEqual(cells);
    expect(later.current.cells.every(({ assets }) => assets.length === 1)).toBe(true);
    expect(gateway.ledger.charges).toHaveLength(4);
  });

  it('renders once for news that come together, and keeps its actions and the cells that are as they were', async () => {
    const { open } = rig();
    const { result } = render(open());
    const { begin, pause, resume, cancel, retry, reset, preview } = result.current;
    await act(() => result.current.begin({ ...SHOTS, atOnce: 1 }));
    await waitFor(() => expect(result.current.counts.completed).toBeGreaterThan(0));
    const first = result.current.cells[0];
    await waitFor(() => expect(result.current.status).toBe('done'));
    expect(result.current.cells[0]).toBe(first);
    expect(result.current).toMatchObject({ begin, pause, resume, cancel, retry, reset, preview });
  });

  it('pauses, resumes and cancels the rest', async () => {
    const { gateway, open } = rig();
    const { result } = render(open());
    await act(() => result.current.begin({ prompts: ['one', 'two', 'three'], models: ['nano-banana'], atOnce: 1 }));
    act(() => result.current.pause());
    expect(result.current.status).toBe('paused');
    act(() => result.current.resume());
    expect(result.current.status).toBe('running');
    act(() => result.current.pause());
    act(() => result.current.cancel());
    await waitFor(() => expect(result.current.status).toBe('done'));
    expect(result.current.counts.cancelled).toBeGreaterThanOrEqual(2);
    expect(gateway.ledger.charges.length).toBe(result.current.counts.completed);
    act(() => result.current.reset());
    await waitFor(() => expect(result.current.status).toBe('idle'));
  });

  it('is refused before any request, with the cells, and what is refused breaks nothing when nobody waits for it', async () => {
    const { gateway, open } = rig();
    const { result } = render(open());
    await act(async () => {
      void result.current.begin({ ...SHOTS, models: ['nobody'] });
      await expect(result.current.begin({ ...SHOTS, models: ['nobody'] })).rejects.toMatchObject({ code: 'invalid_param', message: expect.stringContaining('Row 1, column 1') });
    });
    expect(gateway.requests).toEqual([]);
    expect(result.current.status).toBe('idle');
  });
});
