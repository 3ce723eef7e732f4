import { type Client, createClient, type TaskSnapshot } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Environment, pageEnvironment } from '../../src/core/base/environment.js';
import { holdTime, waitsOf } from '../support/held-time.js';

// Locks and channels belong to the origin: two clients in one page are two tabs to them.
describe('several tabs of one user', () => {
  let gateway: SimulatedGateway;
  let channel = 0;
  const stops: (() => void)[] = [];

  beforeEach(() => {
    gateway = createSimulatedGateway({ speed: 20 });
    channel++;
  });
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    gateway.dispose();
  });

  function openTab(hidden = false) {
    const requests: string[] = [];
    const wakers = new Set<() => void>();
    const goers = new Set<() => void>();
    const tab = { hidden, requests, wake: () => [...wakers].forEach((wake) => wake()), putAway: () => [...goers].forEach((go) => go()) };
    const environment: Environment = {
      ...pageEnvironment(),
      isHidden: () => tab.hidden,
      onWake: (listener) => {
        wakers.add(listener);
        return () => wakers.delete(listener);
      },
      onAway: (listener) => {
        goers.add(listener);
        return () => goers.delete(listener);
      },
    };
    const client = createClient({
      baseUrl: gateway.baseUrl,
      scope: `user-${channel}`,
      storage: null,
      environment,
      headers: { authorization: `Bearer ${gateway.apiKey}` },
      fetch: (request) => {
        requests.push(request.url);
        return gateway.fetch(request);
      },
    });
    return { ...tab, client, follows: () => requests.filter((url) => /stream|query/.test(url)).length, tab };
  }

  function watch(client: Client, taskId: string) {
    const seen: (string | undefined)[] = [];
    const stop = client.tasks.watch(taskId, ({ snapshot }) => seen.push(snapshot?.status));
    stops.push(stop);
    return { seen, stop };
  }

  const clip = (prompt: string) => ({ model: 'veo-3.1-fast', prompt, durationSeconds: 4 });

  async function submit(client: Client, prompt: string): Promise<TaskSnapshot> {
    return client.tasks.submit(clip(prompt));
  }

  it('follow a task once, and all see its end', async () => {
    const [first, second] = [openTab(), openTab()];
    const { taskId } = await submit(first.client, 'tide');
    const watches = [watch(first.client, taskId), watch(second.client, taskId)];
    await vi.waitFor(() => expect(watches.map(({ seen }) => seen.at(-1))).toEqual(['completed', 'completed']));
    expect(first.follows() + second.follows()).toBe(1);
  });

  it('hand over when the one that follows goes', async () => {
    const { clock, pass } = holdTime();
    const { running, made } = waitsOf(clip('tide'));
    gateway.dispose();
    gateway = createSimulatedGateway({ clock });
    const [first, second] = [openTab(), openTab()];
    const { taskId } = await submit(first.client, 'tide');
    await pass(running);
    const { stop, seen } = watch(first.client, taskId);
    await vi.waitFor(() => expect(seen.at(-1)).toBe('running'));
    const other = watch(second.client, taskId);
    await vi.waitFor(() => expect(other.seen.at(-1)).toBe('running'));
    expect(second.follows()).toBe(0);
    stop();
    await vi.waitFor(() => expect(second.follows()).toBe(1));
    await pass(made);
    await vi.waitFor(() => expect(other.seen.at(-1)).toBe('completed'));
    expect(second.follows()).toBe(1);
  });

  it('give way when hidden to one that is looked at', async () => {
    const [first, second] = [openTab(), openTab()];
    const { taskId } = await submit(first.client, '[stall]');
    watch(first.client, taskId);
    await vi.waitFor(() => expect(first.follows()).toBe(1));
    first.tab.hidden = true;
    const other = watch(second.client, taskId);
    await vi.waitFor(() => expect(second.follows()).toBe(1));
    await vi.waitFor(() => expect(other.seen.at(-1)).toBe('running'));
  });

  it('hand over when the page of the one that follows is put away, which takes no turn until it is back', async () => {
    const [first, second] = [openTab(), openTab()];
    const { taskId } = await submit(first.client, '[stall]');
    watch(first.client, taskId);
    await vi.waitFor(() => expect(first.follows()).toBe(1));
    const other = watch(second.client, taskId);
    await vi.waitFor(() => expect(other.seen.at(-1)).toBe('running'));
    first.tab.putAway();
    await vi.waitFor(() => expect(second.follows()).toBe(1));
    other.stop();
    const name = `bytespike:${gateway.baseUrl}:user-${channel}:${taskId}`;
    await navigator.locks.request(name, () => {});
    const { held = [], pending = [] } = await navigator.locks.query();
    expect([...held, ...pending].filter((lock) => lock.name === name)).toEqual([]);
    first.tab.wake();
    await vi.waitFor(() => expect(first.follows()).toBe(2));
  });

  it.each([
    ['that may be shown again', true, 1],
    ['for good', false, 0],
  ])('are told of a page that is put away %s', (_, persisted, times) => {
    const heard = vi.fn<() => void>();
    const stop = pageEnvironment().onAway?.(heard);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted }));
    stop?.();
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(heard).toHaveBeenCalledTimes(times);
  });

  it('take over from one that is frozen', async () => {
    const frozen = openTab();
    const { taskId } = await submit(frozen.client, '[stall]');
    const name = `bytespike:${gateway.baseUrl}:user-${channel}:${taskId}`;
    const held = navigator.locks.request(name, () => new Promise<never>(() => {}));
    const stolen = expect(held).rejects.toMatchObject({ name: 'AbortError' });
    const awake = openTab();
    watch(awake.client, taskId);
    await vi.waitFor(() => expect(awake.follows()).toBe(1));
    await stolen;
  });
});
