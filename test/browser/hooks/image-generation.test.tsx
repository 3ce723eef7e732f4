import { act, renderHook, waitFor } from '@testing-library/react';
import { createClient } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appWith, flavours } from '../../support/flavours.js';
import { pngOf } from '../../support/png.js';

const request = { model: 'gpt-image-2', prompt: 'a kettle left of a mug', size: '1024x1024', quality: 'high', n: 2 } as const;

describe.each(flavours)('useImageGeneration on $name', (flavour) => {
  let gateway: SimulatedGateway;
  const { useImageGeneration } = flavour.hooks;

  beforeEach(() => sessionStorage.clear());
  afterEach(() => gateway.dispose());

  function render(via?: 'sync' | 'task', lose = false) {
    gateway = createSimulatedGateway({ speed: 100 });
    const client = createClient({
      baseUrl: gateway.baseUrl,
      headers: { authorization: `Bearer ${gateway.apiKey}` },
      fetch: async (incoming) => {
        const answer = await gateway.fetch(incoming);
        if (lose && incoming.method === 'POST' && !incoming.url.includes('query')) throw new TypeError('connection reset');
        return answer;
      },
    });
    return renderHook(() => useImageGeneration({ via }), { wrapper: appWith(flavour, client) });
  }

  it.each(['sync', 'task'] as const)('gives as many images as were asked for, via %s', async (via) => {
    const { result } = render(via);
    const images = await act(() => result.current.generate(request));
    expect(images).toHaveLength(2);
    expect(result.current).toMatchObject({ status: 'success', images, cost: { billed: 'yes', estimated: 0.16 } });
    // Of the two only a task's reading says what was billed.
    expect(result.current.cost.final).toBe(via === 'task' ? 0.16 : undefined);
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  it('calls a lost answer unknown, and never asks again', async () => {
    const { result } = render('sync', true);
    act(() => void result.current.generate(request));
    await waitFor(() => expect(result.current.status).toBe('unknown'));
    expect(result.current.error).toMatchObject({ code: 'outcome_unknown', billed: 'unknown' });
    expect(gateway.requests.filter(({ path }) => path.startsWith('/v1/images'))).toHaveLength(1);
  });

  it('finds a lost answer again via a task, billed once', async () => {
    const { result } = render('task', true);
    await act(() => result.current.generate(request));
    expect(result.current.status).toBe('success');
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  it('takes a double click for one wish', async () => {
    const { result } = render();
    await act(() => Promise.all([result.current.generate(request), result.current.generate({ ...request })]));
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  it.each(['sync', 'task'] as const)('cancels what was asked for in the same tick, for nothing, via %s', async (via) => {
    const { result } = render(via);
    act(() => {
      void result.current.generate({ ...request, prompt: '[queue]' });
      void result.current.cancel();
    });
    await waitFor(() => expect(result.current).toMatchObject({ status: 'error', cost: { billed: 'no' } }));
    expect(gateway.ledger.charges).toEqual([]);
  });

  it('keeps as many runs as it is asked to, newest first', async () => {
    gateway = createSimulatedGateway({ speed: 1000 });
    const client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` } });
    const { result } = renderHook(() => useImageGeneration({ keepRuns: 2 }), { wrapper: appWith(flavour, client) });
    for (const prompt of ['one', 'two', 'three', 'four']) await act(() => result.current.generate({ model: 'seedream-v5lite', prompt }));
    expect(result.current.request?.prompt).toBe('four');
    expect(result.current.runs.map((run) => run.request?.prompt)).toEqual(['three', 'two']);
  });

  it('edits an image of the user', async () => {
    gateway = createSimulatedGateway({ speed: 1000 });
    const client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` } });
    const { result } = renderHook(() => flavour.hooks.useImageEdit(), { wrapper: appWith(flavour, client) });
    const image = await pngOf(64, 64);
    await act(() => result.current.generate({ model: 'gpt-image-2', prompt: 'dusk', size: '1024x1024', image }));
    expect(result.current).toMatchObject({ status: 'success', via: 'sync' });
    expect(gateway.requests.at(-1)?.path).toBe('/v1/images/edits');
  });

  it('cancels a task upstream', async () => {
    const { result } = render('task');
    act(() => void result.current.generate({ ...request, prompt: '[queue]' }));
    await waitFor(() => expect(gateway.ledger.held).toBeGreaterThan(0));
    await act(() => result.current.cancel());
    await waitFor(() => expect(result.current).toMatchObject({ status: 'error', error: { code: 'task_cancelled', billed: 'no' } }));
    expect(gateway.ledger.charges).toEqual([]);
  });
});
