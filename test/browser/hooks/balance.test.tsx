import { act, renderHook, screen, waitFor } from '@testing-library/react';
import { type Client, createClient } from 'bytespike-react';
import { keys } from 'bytespike-react/react-query';
import { createSimulatedGateway, type SimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { appWith, flavours } from '../../support/flavours.js';
import { holdTime, waitsOf } from '../../support/held-time.js';

const film = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 } as const;

let gateway: SimulatedGateway;
let client: Client;
function open(options: SimulatedGatewayOptions): void {
  gateway = createSimulatedGateway({ balance: 20, ...options });
  client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` } });
}

beforeEach(() => {
  sessionStorage.clear();
  open({ speed: 100 });
});
afterEach(() => gateway.dispose());

const asks = () => gateway.requests.filter(({ path }) => path === '/v1/balance').length;

describe.each(flavours)('useBalance on $name', (flavour) => {
  const { useBalance, useImageGeneration, useVideoTask } = flavour.hooks;

  /** A page with a video, an image and the balance, and what was shown of that in order, without repetitions. */
  async function page() {
    const shown: (number | undefined)[] = [];
    const held: number[] = [];
    function usePage() {
      const balance = useBalance();
      if (balance.available !== shown.at(-1)) shown.push(balance.available);
      if (balance.held !== held.at(-1)) held.push(balance.held);
      return { balance, video: useVideoTask(), image: useImageGeneration(), look: flavour.useLook() };
    }
    const { result } = renderHook(usePage, { wrapper: appWith(flavour, client) });
    await waitFor(() => expect(result.current.balance.available).toBe(20));
    return { result, shown, held };
  }

  it('goes down at once when a task is submitted, and reads as before when it has failed', async () => {
    gateway.dispose();
    const { clock, pass } = holdTime();
    open({ clock });
    const { result, shown } = await page();
    act(() => void result.current.video.generate({ ...film, prompt: '[fail] tide' }));
    await waitFor(() => expect(result.current.balance).toMatchObject({ available: 19.79, held: 0.21 }));
    await waitFor(() => expect(result.current.video.status).toBe('queued'));
    await pass(waitsOf(film).made);
    await waitFor(() => expect(result.current.video.status).toBe('failed'));
    await waitFor(() => expect(result.current.balance).toMatchObject({ available: 20, held: 0 }));
    expect(shown).toEqual([20, 19.79, 20]);
  });

  it('says what was billed when a task is cancelled half-way', async () => {
    gateway.dispose();
    const { clock, pass } = holdTime();
    open({ clock });
    const { result } = await page();
    act(() => void result.current.video.generate(film));
    await waitFor(() => expect(result.current.video.status).toBe('queued'));
    await pass(waitsOf(film).running);
    await waitFor(() => expect(result.current.video.status).toBe('running'));
    expect(result.current.balance.held).toBe(0.21);
    await act(() => result.current.video.cancel());
    const billed = result.current.video.cost.final ?? 0;
    expect(billed).toBeGreaterThan(0);
    expect(billed).toBeLessThan(0.21);
    await waitFor(() => expect(result.current.balance).toMatchObject({ available: gateway.ledger.balance, held: 0 }));
    expect(gateway.ledger.balance).toBeCloseTo(20 - billed, 6);
  });

  it('goes down at once when an image is asked for', async () => {
    const { result, shown, held } = await page();
    await act(() => result.current.image.generate({ model: 'seedream-v5lite', prompt: 'tide' }));
    await waitFor(() => expect(result.current.balance).toMatchObject({ available: 19.988, held: 0, source: 'headers' }));
    expect(shown).toEqual([20, 19.988]);
    expect(held).toEqual([0, 0.012, 0]);
  });

  it('is asked for once, however many look, and lies in the cache of the app', async () => {
    function usePage() {
      const look = flavour.useLook();
      return { balances: [useBalance(), useBalance({ lowBelow: 30 }), useBalance()], look };
    }
    const { result } = renderHook(usePage, { wrapper: appWith(flavour, client) });
    await waitFor(() => expect(result.current.balances.map(({ available }) => available)).toEqual([20, 20, 20]));
    expect(result.current.balances.map(({ low }) => low)).toEqual([false, true, false]);
    expect(asks()).toBe(1);
    await act(() => client.images.generate({ model: 'seedream-v5lite', prompt: 'tide' }));
    await act(() => result.current.balances[0]!.refresh());
    expect(asks()).toBe(2);
    expect(result.current.look(keys.balance)).toMatchObject({ available: 19.988, source: 'balance' });
    expect(result.current.balances[2]).toMatchObject({ available: 19.988, source: 'balance', status: 'success', stale: false });
  });

  it('says what can be paid, of an estimate too, and what is missing', async () => {
    const { result } = await page();
    const { balance } = result.current;
    expect([balance.canAfford(20), balance.canAfford(20.01), balance.canAfford({ max: 21 }), balance.canAfford(undefined)]).toEqual([true, false, false, true]);
    expect([balance.shortfall(20.3), balance.shortfall({ max: 21 }), balance.shortfall(1)]).toEqual([0.3, 1, 0]);
  });

  it('keeps one identity while it says the same', async () => {
    const { result } = await page();
    await act(async () => void (await client.models()));
    await waitFor(() => expect(result.current.balance.source).toBe('headers'));
    const before = result.current.balance;
    await act(async () => void (await client.models()));
    expect(result.current.balance).toBe(before);
  });

  it('is stale when it cannot be read any more, until somebody tells', async () => {
    const { result } = await page();
    gateway.inject({ kind: 'status', status: 401, on: '/v1/balance' });
    await act(() => result.current.balance.refresh());
    expect(result.current.balance).toMatchObject({ available: 20, status: 'success', stale: true, error: { status: 401 } });
    await act(async () => void (await client.images.generate({ model: 'seedream-v5lite', prompt: 'tide' })));
    await waitFor(() => expect(result.current.balance).toMatchObject({ available: 19.988, stale: false, error: undefined }));
  });

  it('is rendered on a server as it was prefetched, and hydrates without a word', async () => {
    const prefetched = { available: 12.5, source: 'balance', updatedAt: 1, lowThreshold: 15 } as const;
    const App = appWith(flavour, client, [keys.balance, prefetched]);
    function Page() {
      const { available, low, held, status } = useBalance();
      return <p>{`${available} ${low} ${held} ${status}`}</p>;
    }
    const tree = (
      <App>
        <Page />
      </App>
    );
    const html = renderToString(tree);
    expect(html).toContain('12.5 true 0 success');
    expect(gateway.requests).toEqual([]);
    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = html;
    const complaints: unknown[] = [];
    const root = await act(async () => hydrateRoot(container, tree, { onRecoverableError: (error) => complaints.push(error) }));
    onTestFinished(() => {
      act(() => root.unmount());
      container.remove();
    });
    expect(complaints).toEqual([]);
    await act(async () => void (await client.models()));
    await waitFor(() => expect(screen.getByText('20 false 0 success')).toBeTruthy());
  });
});
