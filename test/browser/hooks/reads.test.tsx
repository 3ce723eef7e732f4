import { QueryClient } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { type Client, createClient } from 'bytespike-react';
import { balanceOptions, keys, taskOptions } from 'bytespike-react/react-query';
import { createSimulatedGateway, type SimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appWith, flavours } from '../../support/flavours.js';

let gateway: SimulatedGateway;
let hidden: RegExp | undefined;
beforeEach(() => {
  sessionStorage.clear();
  hidden = undefined;
});
afterEach(() => gateway.dispose());

/** A gateway that gives no quota headers, and lacks what `hidden` names, for those that do not. */
function connect(options: SimulatedGatewayOptions & { headers?: boolean } = {}): Client {
  const { headers = true, ...rest } = options;
  gateway = createSimulatedGateway({ speed: 100, balance: 20, ...rest });
  return createClient({
    baseUrl: gateway.baseUrl,
    headers: { authorization: `Bearer ${gateway.apiKey}` },
    async fetch(request) {
      if (hidden?.test(request.url)) return Response.json({ error: { code: 'not_found', message: 'No such page.' } }, { status: 404 });
      const answer = await gateway.fetch(request);
      return headers ? answer : new Response(answer.body, { status: answer.status });
    },
  });
}
const paths = () => gateway.requests.map(({ path }) => path);

describe.each(flavours)('reads on $name', (flavour) => {
  const { useBalance, useModels, useUsage } = flavour.hooks;

  it('know the balance from the answers to what happens anyway', async () => {
    const client = connect();
    await client.images.generate({ model: 'seedream-v5lite', prompt: 'tide' });
    const { result } = renderHook(() => useBalance({ lowBelow: 30 }), { wrapper: appWith(flavour, client) });
    expect(result.current).toMatchObject({ available: 19.988, source: 'headers', low: true, status: 'success' });
    expect(result.current.canAfford(20)).toBe(false);
    expect(result.current.canAfford(19)).toBe(true);
    expect(paths()).not.toContain('/v1/balance');
    await act(() => client.images.generate({ model: 'seedream-v5lite', prompt: 'tide' }));
    expect(result.current.available).toBe(19.976);
  });

  it('ask for the balance when no answer has told, and at the account when there is no balance', async () => {
    const client = connect({ headers: false });
    hidden = /v1\/balance/;
    const { result } = renderHook(() => useBalance(), { wrapper: appWith(flavour, client) });
    expect(result.current).toMatchObject({ available: undefined, status: 'pending', low: false });
    expect(result.current.canAfford(1000)).toBe(true);
    await waitFor(() => expect(result.current).toMatchObject({ available: 20, source: 'account', status: 'success' }));
    await act(() => result.current.refresh());
    expect(paths()).toEqual(['/api/v1/me/account', '/api/v1/me/account']);
  });

  it('say why the balance is not known', async () => {
    const client = connect();
    hidden = /balance|account/;
    const { result } = renderHook(() => useBalance(), { wrapper: appWith(flavour, client) });
    await waitFor(() => expect(result.current).toMatchObject({ status: 'error', error: { code: 'not_found' } }));
  });

  it('offer the catalog at once, and what the key reaches once that is known', async () => {
    const { result } = renderHook(() => useModels(), { wrapper: appWith(flavour, connect()) });
    expect(result.current).toMatchObject({ source: 'built-in', asOf: '2026-05' });
    expect(result.current.models).toHaveLength(18);
    await waitFor(() => expect(result.current.source).toBe('live'));
    expect(result.current.asOf).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(result.current.models.every(({ reachable }) => reachable)).toBe(true);
  });

  it('add up what was spent', async () => {
    const client = connect();
    await client.images.generate({ model: 'seedream-v5lite', prompt: 'tide' });
    const { result } = renderHook(() => useUsage({ groupBy: 'model' }), { wrapper: appWith(flavour, client) });
    await waitFor(() => expect(result.current.usage).toEqual({ buckets: [{ name: 'seedream-v5lite', spent: 0.012, calls: 1 }], spent: 0.012, calls: 1 }));
  });
});

describe('the options of TanStack Query', () => {
  it('prefetch, and lie where the hooks look', async () => {
    const client = connect();
    const { taskId } = await client.tasks.submit({ model: 'veo-3.1-fast', prompt: '[queue]', durationSeconds: 4 });
    const queryClient = new QueryClient();
    await queryClient.prefetchQuery(taskOptions(client, taskId));
    await queryClient.prefetchQuery(balanceOptions(client));
    expect(queryClient.getQueryData(keys.task(taskId))).toMatchObject({ status: 'queued' });
    expect(queryClient.getQueryData(keys.balance)).toMatchObject({ available: 19.79 });
  });
});
