import { act, renderHook, waitFor } from '@testing-library/react';
import { type Client, createClient, estimateCost, type RecommendationBrief } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recommendingIn } from '../../../src/core/recommend/by-language.js';
import { appWith, flavours } from '../../support/flavours.js';

let gateway: SimulatedGateway;
let client: Client;
/** Answers in the gateway's place. */
let instead: Record<string, unknown>;
beforeEach(() => {
  instead = {};
  gateway = createSimulatedGateway({ speed: 100 });
  client = createClient({
    baseUrl: gateway.baseUrl,
    headers: { authorization: `Bearer ${gateway.apiKey}` },
    storage: null,
    async fetch(request) {
      const body = instead[new URL(request.url).pathname];
      return body === undefined ? gateway.fetch(request) : Response.json(body);
    },
  });
});
afterEach(() => gateway.dispose());

const liveCard = [{ model: 'veo-3.1-fast', category: 'video', rates: { per_second: { '720p': 0.05 }, submit_fee: 0.05, currency: 'USD' }, updated_at: '2026-11-02T04:30:00Z' }];
const reached = (...ids: string[]) => ({ object: 'list', data: ids.map((id) => ({ id, capabilities: ['image_gen'] })) });

describe.each(flavours)('choosing on $name', (flavour) => {
  const { useCostEstimate, useModelRecommendation, useModels } = flavour.hooks;
  const recommend = (brief: RecommendationBrief) =>
    renderHook((given: RecommendationBrief) => useModelRecommendation(given), { initialProps: brief, wrapper: appWith(flavour, client) });

  it('is loading until the words of a prompt are there', async () => {
    // A page loads them once, whoever asks: each flavour asks for a language of its own.
    const { result } = recommend({ kind: 'image', prompt: flavour.name === 'swr' ? 'ネオン看板' : '벽돌 벽의 네온 간판' });
    expect(result.current).toMatchObject({ status: 'loading', reasons: [], alternatives: [], excluded: [], catalogSource: 'built-in', asOf: '2026-05' });
    expect(result.current.model).toBeUndefined();
    await waitFor(() => expect(result.current.status).toBe('ready'));
  });

  it('recommends once the rules are loaded, all that a picker shows', async () => {
    const { result } = recommend({ kind: 'video', prompt: 'Waves break on a cliff in a storm', latencyBudgetSeconds: 120 });
    await waitFor(() => expect(result.current.status).toBe('ready'));
    expect(result.current).toMatchObject({
      model: 'veo-3.1',
      params: { resolution: '1080p' },
      estimate: { source: 'built-in', unit: 'USD' },
      expectedSeconds: { min: 60, max: 120 },
      error: undefined,
    });
    expect(result.current.reasons[0]?.message).toBeTruthy();
    expect(result.current.alternatives[0]?.estimate.max).toBeGreaterThan(0);
    expect(gateway.requests).toEqual([]);
  });

  it('recommends at once when rules and words are there, for what the brief says now', async () => {
    await act(() => recommendingIn(['latin']).load());
    const { result, rerender } = recommend({ kind: 'image', prompt: 'A neon sign that says "OPEN LATE"' });
    const first = result.current;
    expect(first).toMatchObject({ status: 'ready', model: 'nano-banana-v2' });
    rerender({ kind: 'image', prompt: 'A neon sign that says "OPEN LATE"' });
    expect(result.current).toBe(first);
    rerender({ kind: 'image', prompt: 'Three red cubes left of two blue spheres' });
    expect(result.current.model).toBe('gpt-image-2');
    rerender({ kind: 'image', prompt: 'Three red cubes left of two blue spheres', maxCost: 0.001 });
    expect(result.current.model).toBeUndefined();
    expect(result.current.excluded).not.toEqual([]);
    expect(result.current.suggestions).not.toEqual([]);
  });

  it('reads a prompt while it is being written: what is no word needs no words', async () => {
    const { result, rerender } = recommend({ kind: 'image', prompt: '' });
    await waitFor(() => expect(result.current).toMatchObject({ status: 'ready', model: 'gpt-image-2' }));
    rerender({ kind: 'image', prompt: 'Ne' });
    expect(result.current).toMatchObject({ status: 'ready', model: 'gpt-image-2' });
    rerender({ kind: 'image', prompt: '霓虹灯牌上写着“深夜营业”' });
    await waitFor(() => expect(result.current).toMatchObject({ status: 'ready', model: 'nano-banana-v2' }));
  });

  it('goes by what the key reaches once that is on the page', async () => {
    instead['/v1/models'] = reached('gpt-image-2', 'seedream-v4');
    const { result } = renderHook(() => ({ listed: useModels(), ...useModelRecommendation({ kind: 'image', prompt: 'A neon sign that says "OPEN LATE"' }) }), {
      wrapper: appWith(flavour, client),
    });
    await waitFor(() => expect(result.current).toMatchObject({ status: 'ready', catalogSource: 'live', model: 'gpt-image-2' }));
    const { models, pricing } = result.current.listed.catalog.live ?? {};
    const older = models !== undefined && pricing !== undefined && models < pricing ? models : pricing;
    expect(result.current.asOf).toBe(older);
    expect(result.current.asOf).toMatch(/^20\d\d-/);
    expect(result.current.excluded.find(({ model }) => model === 'nano-banana-v2')).toMatchObject({ code: 'not_reachable' });
    expect(result.current.listed.models.filter(({ reachable }) => reachable).map(({ id }) => id)).toEqual(['seedream-v4', 'gpt-image-2']);
  });

  it('prices what would be sent now, at once', () => {
    const { result, rerender } = renderHook(
      ({ durationSeconds }) => useCostEstimate({ model: 'sora-2-pro', prompt: 'tide', durationSeconds }),
      { initialProps: { durationSeconds: 5 }, wrapper: appWith(flavour, client) },
    );
    expect(result.current).toMatchObject({ estimate: { max: 2.3, exact: true, asOf: '2026-05' }, expectedSeconds: { min: 90, max: 180 }, catalogSource: 'built-in' });
    const first = result.current;
    rerender({ durationSeconds: 5 });
    expect(result.current).toBe(first);
    rerender({ durationSeconds: 8 });
    expect(result.current).toMatchObject({ request: { durationSeconds: 8 }, estimate: { max: 3.65 }, expectedSeconds: { min: 120, max: 180 } });
  });

  it('prices another quality at once, with its own wait', () => {
    const { result, rerender } = renderHook(
      ({ quality }) => useCostEstimate({ model: 'nano-banana-pro', prompt: 'tide', size: '2048x2048', quality }),
      { initialProps: { quality: 'standard' }, wrapper: appWith(flavour, client) },
    );
    expect(result.current).toMatchObject({ estimate: { max: 0.04 }, expectedSeconds: { min: 12, max: 18 } });
    rerender({ quality: 'hd' });
    expect(result.current).toMatchObject({ estimate: { max: 0.08 }, expectedSeconds: { min: 25, max: 40 } });
  });

  it('prices by the live card once that is on the page, and says so', async () => {
    instead['/api/pricing'] = liveCard;
    const request = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 } as const;
    const { result } = renderHook(() => ({ listed: useModels(), ...useCostEstimate(request) }), { wrapper: appWith(flavour, client) });
    expect(result.current.estimate).toMatchObject({ max: 0.21, source: 'built-in' });
    await waitFor(() => expect(result.current.estimate).toMatchObject({ max: 0.25, source: 'live', asOf: '2026-11-02' }));
    expect(result.current.catalogSource).toBe('live');
    expect(result.current.asOf).toBe(result.current.listed.catalog.live?.pricing);
    expect(estimateCost(request, result.current.listed.catalog)).toEqual(result.current.estimate);
    expect(result.current.listed.models.find(({ id }) => id === 'veo-3.1-fast')?.facts?.rates).toMatchObject([{ perSecond: 0.05 }]);
  });
});
