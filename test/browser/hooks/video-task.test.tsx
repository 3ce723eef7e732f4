import { act, renderHook, waitFor } from '@testing-library/react';
import { createClient } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Clock, systemClock } from '../../../src/core/base/clock.js';
import { DOUBLE_CLICK_MS } from '../../../src/core/places/wish.js';
import { appWith, flavours } from '../../support/flavours.js';
import { holdTime, waitsOf } from '../../support/held-time.js';

const request = { model: 'veo-3.1-fast', prompt: 'tide over black rocks', durationSeconds: 4 };

describe.each(flavours)('useVideoTask on $name', (flavour) => {
  let gateway: SimulatedGateway;
  const { useVideoTask } = flavour.hooks;

  beforeEach(() => localStorage.clear());
  afterEach(() => gateway.dispose());

  function render(options: SimulatedGatewayOptions = {}, persist?: string) {
    gateway = createSimulatedGateway({ speed: 100, ...options });
    return renderAgain(persist);
  }

  /** Another visit to the page, over the same gateway and storage. */
  function renderAgain(persist?: string, clock?: Clock) {
    const headers = { authorization: `Bearer ${gateway.apiKey}` };
    const client = createClient({ baseUrl: gateway.baseUrl, scope: 'ann', fetch: gateway.fetch, headers, ...(clock ? { clock } : {}) });
    return renderHook(() => useVideoTask({ persist }), { wrapper: appWith(flavour, client) });
  }

  const submits = () => gateway.requests.filter(({ path }) => path.endsWith('/submit')).length;

  it('starts idle and asks nothing of the network', () => {
    const { result } = render();
    expect(result.current).toMatchObject({ status: 'idle', connection: 'idle', assets: [], cost: { billed: 'no' } });
    expect(gateway.requests).toEqual([]);
  });

  it('runs to its end, and the promise says the same as the state', async () => {
    const { result } = render();
    const end = await act(() => result.current.generate(request));
    expect(end).toMatchObject({ status: 'completed', cost: { final: 0.21, billed: 'yes' } });
    expect(result.current).toMatchObject({ status: 'completed', request, cost: { final: 0.21 } });
    expect(result.current.assets).toHaveLength(1);
    expect(submits()).toBe(1);
  });

  it('answers to its former name as well', () => {
    const { result } = render();
    expect(result.current.submit).toBe(result.current.generate);
  });

  it('takes a double click for one wish', async () => {
    const { result } = render();
    await act(() => Promise.all([result.current.generate(request), result.current.generate({ ...request })]));
    expect(submits()).toBe(1);
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  it('takes the same prompt again, later, for another wish', async () => {
    let later = 0;
    gateway = createSimulatedGateway({ speed: 100 });
    const { result } = renderAgain(undefined, { ...systemClock, now: () => systemClock.now() + later });
    await act(() => result.current.generate(request));
    later = DOUBLE_CLICK_MS;
    await act(() => result.current.generate(request));
    expect(submits()).toBe(2);
  });

  it('shows a refusal with its reason, and an event handler that does not await it is not punished', async () => {
    const { result } = render();
    act(() => void result.current.generate({ ...request, prompt: '[broke]' }));
    await waitFor(() => expect(result.current.status).toBe('failed'));
    expect(result.current.error).toMatchObject({ code: 'insufficient_balance', billed: 'no' });
  });

  it('refuses bad input before any request', async () => {
    const { result } = render();
    await expect(act(() => result.current.generate({ ...request, durationSeconds: 99 }))).rejects.toMatchObject({
      code: 'invalid_param',
      field: 'durationSeconds',
    });
    expect(gateway.requests).toEqual([]);
  });

  it('tells a blocked prompt from a failed render', async () => {
    const { result } = render();
    await act(() => result.current.generate({ ...request, prompt: '[block-late]' }));
    expect(result.current).toMatchObject({ status: 'failed', error: { code: 'safety_blocked', billed: 'no' } });
  });

  it('cancels for nothing while queued', async () => {
    const { result } = render();
    act(() => void result.current.generate({ ...request, prompt: '[queue]' }));
    await waitFor(() => expect(result.current.status).toBe('queued'));
    await act(() => result.current.cancel());
    expect(result.current).toMatchObject({ status: 'cancelled', cost: { final: 0, billed: 'no' } });
    expect(gateway.ledger.charges).toEqual([]);
  });

  it('cancels what was submitted in the same tick, for nothing', async () => {
    const { result } = render();
    await act(async () => {
      void result.current.generate({ ...request, prompt: '[queue]' });
      expect(await result.current.cancel()).toMatchObject({ status: 'cancelled' });
    });
    expect(result.current).toMatchObject({ status: 'cancelled', cost: { billed: 'no' } });
    expect(gateway.ledger.charges).toEqual([]);
  });

  it('shows the same in two components of one slot, submitted once', async () => {
    gateway = createSimulatedGateway({ speed: 20 });
    const client = createClient({ baseUrl: gateway.baseUrl, scope: 'ann', fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` } });
    const { result } = renderHook(() => [useVideoTask({ persist: 'hero' }), useVideoTask({ persist: 'hero' })] as const, { wrapper: appWith(flavour, client) });
    act(() => void result.current[1].generate(request));
    expect(result.current[0].status).toBe('submitting');
    act(() => void result.current[0].generate({ ...request }));
    await waitFor(() => expect(result.current.map(({ status }) => status)).toEqual(['completed', 'completed']));
    expect(submits()).toBe(1);
  });

  it('shows what another tab submits into its slot', async () => {
    const { result } = render({ speed: 20 }, 'hero');
    // Storage of another document of this origin: what is written there is told here, as that of another tab.
    const frame = document.body.appendChild(document.createElement('iframe'));
    onTestFinished(() => frame.remove());
    const elsewhere = frame.contentWindow!.localStorage;
    const client = createClient({ baseUrl: gateway.baseUrl, scope: 'ann', fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage: elsewhere });
    const tab = renderHook(() => useVideoTask({ persist: 'hero' }), { wrapper: appWith(flavour, client) });
    act(() => void tab.result.current.generate(request));
    await waitFor(() => expect(result.current).toMatchObject({ status: 'completed', request }));
    expect(submits()).toBe(1);
  });

  it('takes the same prompt right after a cancel for another wish', async () => {
    const { result } = render();
    act(() => void result.current.generate({ ...request, prompt: '[queue]' }));
    await waitFor(() => expect(result.current.status).toBe('queued'));
    await act(() => result.current.cancel());
    act(() => void result.current.generate({ ...request, prompt: '[queue]' }));
    await waitFor(() => expect(result.current.status).toBe('queued'));
    expect(submits()).toBe(2);
    await act(() => result.current.cancel());
  });

  it('says what a cancel cost while rendering', async () => {
    const { result } = render();
    act(() => void result.current.generate({ ...request, prompt: '[stall]' }));
    await waitFor(() => expect(result.current.status).toBe('running'));
    await act(() => result.current.cancel());
    expect(result.current.status).toBe('cancelled');
    expect(result.current.cost.final).toBe(gateway.ledger.charges[0]?.amount);
  });

  it('is found again after a reload, and submitted once', async () => {
    const { clock, pass } = holdTime();
    const { running, made } = waitsOf(request);
    const first = render({ speed: 1, clock }, 'hero');
    act(() => void first.result.current.generate(request));
    await waitFor(() => expect(first.result.current.status).toBe('queued'));
    await pass(running);
    await waitFor(() => expect(first.result.current.status).toBe('running'));
    first.unmount();
    const second = renderAgain('hero');
    await waitFor(() => expect(second.result.current.status).toBe('running'));
    expect(second.result.current.request).toEqual(request);
    await pass(made);
    await waitFor(() => expect(second.result.current.status).toBe('completed'));
    expect(submits()).toBe(1);
  });

  it('finds a submit whose answer never arrived, and does not repeat it', async () => {
    gateway = createSimulatedGateway({ speed: 20 });
    const client = createClient({
      baseUrl: gateway.baseUrl,
      scope: 'ann',
      headers: { authorization: `Bearer ${gateway.apiKey}` },
      fetch: async (incoming) => {
        const answer = await gateway.fetch(incoming);
        return incoming.url.endsWith('/submit') ? new Promise<Response>(() => {}) : answer;
      },
    });
    const first = renderHook(() => useVideoTask({ persist: 'hero' }), { wrapper: appWith(flavour, client) });
    act(() => void first.result.current.generate(request));
    await waitFor(() => expect(submits()).toBe(1));
    first.unmount();
    const second = renderAgain('hero');
    await waitFor(() => expect(second.result.current.status).toBe('completed'));
    expect(submits()).toBe(1);
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  it('forgets on reset, and stays forgotten after a reload', async () => {
    const first = render({}, 'hero');
    await act(() => first.result.current.generate(request));
    act(() => first.result.current.reset());
    expect(first.result.current).toMatchObject({ status: 'idle', assets: [] });
    first.unmount();
    expect(renderAgain('hero').result.current.status).toBe('idle');
  });

  it('keeps one identity while nothing changes', async () => {
    const { result, rerender } = render();
    const before = result.current;
    rerender();
    expect(result.current).toBe(before);
  });
});
