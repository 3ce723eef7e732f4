import { act, renderHook, waitFor } from '@testing-library/react';
import { type AssetSearchOptions, createClient, taskStore } from 'bytespike-react';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { appWith, flavours } from '../../support/flavours.js';
import { clipOf } from '../../support/search-rig.js';

const PROMPTS = ['A car at dusk', 'A cat on a chair', 'A kettle'];

function rig() {
  const gateway = createSimulatedGateway({ speed: 1000 });
  onTestFinished(() => gateway.dispose());
  const client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage: null });
  PROMPTS.forEach((prompt, age) => taskStore(client).put(clipOf(prompt, age)));
  return { gateway, client };
}

describe.each(flavours)('useAssetSearch on $name', (flavour) => {
  const render = (client: ReturnType<typeof rig>['client'], query?: string, options?: AssetSearchOptions) =>
    renderHook(({ query: asked }: { query: string | undefined }) => ({ search: flavour.hooks.useAssetSearch(asked, options), tasks: flavour.hooks.useTasks().tasks }), { wrapper: appWith(flavour, client), initialProps: { query } });

  it('finds by the words, and asks nobody by itself', async () => {
    const { client, gateway } = rig();
    const { result, rerender } = render(client, '');
    await waitFor(() => expect(result.current.search).toMatchObject({ status: 'idle', indexed: 0, total: 3, byMeaning: false }));
    expect(result.current.search.results).toEqual(result.current.tasks);
    rerender({ query: 'KETTLE' });
    await waitFor(() => expect(result.current.search).toMatchObject({ status: 'done', basis: 'text', query: 'KETTLE' }));
    expect(result.current.search.results).toEqual([result.current.tasks[2]]);
    expect(gateway.requests).toEqual([]);
  });

  it('finds by meaning once it is asked to, the very entries of the history', async () => {
    const { client, gateway } = rig();
    const { result, rerender } = render(client, '');
    await waitFor(() => expect(result.current.search.total).toBe(3));
    await act(() => result.current.search.index());
    expect(result.current.search).toMatchObject({ indexed: 3, indexing: false, byMeaning: true });
    rerender({ query: 'automobile' });
    await waitFor(() => expect(result.current.search).toMatchObject({ status: 'done', basis: 'meaning', reranked: true, error: undefined }));
    expect(result.current.search.results[0]).toBe(result.current.tasks[0]);
    expect(gateway.ledger.charges).toHaveLength(3);
    act(() => result.current.search.stop());
    await waitFor(() => expect(result.current.search).toMatchObject({ basis: 'text', results: [] }));
  });

  it('asks by itself where the app says so, and of what a component asks', async () => {
    const { client } = rig();
    const { result } = render(client, undefined, { automatic: true, limit: 1, models: { rerank: null } });
    await waitFor(() => expect(result.current.search.total).toBe(3));
    act(() => result.current.search.ask('feline'));
    await waitFor(() => expect(result.current.search).toMatchObject({ basis: 'meaning', reranked: false, results: [{ request: { prompt: 'A cat on a chair' } }] }));
    act(() => result.current.search.ask('feline', []));
    await waitFor(() => expect(result.current.search.results).toEqual([]));
  });

  it('keeps its actions, and its results while nothing is new', async () => {
    const { client } = rig();
    const { result, rerender } = render(client, 'a', { tasks: undefined, captions: {} });
    await waitFor(() => expect(result.current.search.status).toBe('done'));
    const before = result.current.search;
    rerender({ query: 'a' });
    const { ask, index, stop, results } = result.current.search;
    expect([ask, index, stop, results]).toEqual([before.ask, before.index, before.stop, before.results]);
    expect([ask === before.ask, index === before.index, stop === before.stop, results === before.results]).toEqual([true, true, true, true]);
  });

  it('says that there is no search by meaning, and finds by the words', async () => {
    const { client, gateway } = rig();
    gateway.inject({ kind: 'status', status: 404, times: 'always', on: '/v1/embeddings' });
    const { result } = render(client, 'kettle', { automatic: true });
    await waitFor(() => expect(result.current.search).toMatchObject({ status: 'done', basis: 'text', error: { status: 404, billed: 'no' } }));
    expect(result.current.search.results).toHaveLength(1);
    expect(gateway.requests).toHaveLength(1);
  });
});
