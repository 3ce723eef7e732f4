import { act, renderHook, waitFor } from '@testing-library/react';
import { createClient } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appWith, flavours } from '../../support/flavours.js';

const request = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 };

describe.each(flavours)('useTasks on $name', (flavour) => {
  let gateway: SimulatedGateway;
  beforeEach(() => {
    sessionStorage.clear();
    gateway = createSimulatedGateway({ speed: 20 });
  });
  afterEach(() => gateway.dispose());

  const connect = () =>
    createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` } });
  const render = (client = connect()) => renderHook(() => flavour.hooks.useTasks(), { wrapper: appWith(flavour, client) });

  it('lists what this user started, newest first, and follows what runs', async () => {
    const client = connect();
    await client.tasks.submit({ ...request, prompt: 'first' });
    await client.tasks.submit({ ...request, prompt: 'second [stall]' });
    const { result } = render(client);
    const prompts = () => result.current.tasks.map((task) => task.request.prompt);
    expect(prompts()).toEqual(['second [stall]', 'first']);
    await waitFor(() => expect(result.current.tasks.map(({ snapshot }) => snapshot?.status)).toEqual(['running', 'completed']));
  });

  it('hears of a submit that comes later', async () => {
    const client = connect();
    const { result } = render(client);
    await act(() => client.tasks.submit(request));
    expect(result.current.tasks).toHaveLength(1);
  });

  it('survives a reload', async () => {
    await connect().tasks.submit({ ...request, prompt: '[queue]' });
    const { result } = render();
    expect(result.current.tasks[0]).toMatchObject({ request: { prompt: '[queue]' }, snapshot: { status: 'queued' } });
  });

  it('forgets one and all, and cancels none', async () => {
    const client = connect();
    const kept = await client.tasks.submit({ ...request, prompt: 'first [queue]' });
    await client.tasks.submit({ ...request, prompt: 'second [queue]' });
    const { result } = render(client);
    act(() => result.current.remove(kept.outTaskId!));
    await waitFor(() => expect(result.current.tasks).toHaveLength(1));
    act(() => result.current.clear());
    await waitFor(() => expect(result.current.tasks).toEqual([]));
    expect(gateway.requests.filter(({ path }) => path.includes('cancel'))).toEqual([]);
  });

  it('keeps the identity of a row that has no news', async () => {
    const client = connect();
    await client.tasks.submit({ ...request, prompt: 'still [queue]' });
    const { result } = render(client);
    const [before] = result.current.tasks;
    await act(() => client.tasks.submit(request));
    await waitFor(() => expect(result.current.tasks).toHaveLength(2));
    expect(result.current.tasks[1]).toBe(before);
  });
});
