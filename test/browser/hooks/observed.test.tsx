import { act, renderHook, waitFor } from '@testing-library/react';
import { type Client, createClient, typicalSeconds } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SubmittedRecord } from '../../../src/core/records/task-store.js';
import { taskStore } from '../../../src/core/client/task-store.js';
import { appWith, flavours } from '../../support/flavours.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

const request = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4, resolution: '720p' } as const;

/** A clip of this request that took so many seconds. */
function ended(id: string, seconds: number): SubmittedRecord {
  const createdAt = Date.UTC(2026, 4, 1);
  const snapshot = { taskId: id, status: 'completed', assets: [], cost: { billed: 'yes' }, submittedAt: createdAt, completedAt: createdAt + seconds * 1000 } as const;
  return { version: 1, outTaskId: `key-${id}`, taskId: id, request, createdAt, snapshot };
}

let gateway: SimulatedGateway;
let client: Client;
beforeEach(() => {
  gateway = createSimulatedGateway({ speed: 100 });
  client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage: createMemoryStorage(), scope: 'ada' });
});
afterEach(() => gateway.dispose());

describe.each(flavours)('waits that were seen, on $name', (flavour) => {
  const { useCostEstimate, useModelRecommendation, useModels, useVideoTask } = flavour.hooks;

  it('are the usual ones, of a price, of a recommendation, of a catalog and of a clip that is made, and say so', async () => {
    for (const [id, seconds] of [['a', 90], ['b', 96], ['c', 99]] as const) taskStore(client).put(ended(id, seconds));
    const { result } = renderHook(
      () => ({
        cost: useCostEstimate(request),
        other: useCostEstimate({ ...request, durationSeconds: 8 }),
        chosen: useModelRecommendation({ kind: 'video', prompt: 'tide', durationSeconds: 4, resolution: '720p', models: ['veo-3.1-fast'] }),
        listed: useModels(),
        video: useVideoTask(),
      }),
      { wrapper: appWith(flavour, client) },
    );
    await waitFor(() => expect(result.current.chosen.status).toBe('ready'));
    const seen = { min: 81, max: 108, basis: 'observed' };
    await waitFor(() => expect(result.current.cost.expectedSeconds).toEqual(seen));
    expect(result.current.other.expectedSeconds).toMatchObject({ basis: 'catalog' });
    expect(result.current.chosen).toMatchObject({ model: 'veo-3.1-fast', expectedSeconds: seen });
    await waitFor(() => expect(typicalSeconds(request, result.current.listed.catalog)).toEqual(seen));
    await act(() => result.current.video.generate(request));
    await waitFor(() => expect(result.current.video.progress.expectedSeconds).toEqual(seen));
  });

  it('are others once another task has ended, and nothing renders for a reading in between', async () => {
    for (const [id, seconds] of [['a', 90], ['b', 96], ['c', 99]] as const) taskStore(client).put(ended(id, seconds));
    let renders = 0;
    const { result } = renderHook(() => (renders++, useCostEstimate(request)), { wrapper: appWith(flavour, client) });
    await waitFor(() => expect(result.current.expectedSeconds).toEqual({ min: 81, max: 108, basis: 'observed' }));
    const before = renders;
    const { snapshot, ...last } = ended('d', 120);
    act(() => taskStore(client).put({ ...last, snapshot: { taskId: 'd', status: 'running', assets: [], cost: { billed: 'no' } } }));
    expect(renders).toBe(before);
    act(() => taskStore(client).put({ ...last, snapshot }));
    expect(renders).toBeGreaterThan(before);
  });
});
