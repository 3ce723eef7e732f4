import { act, render } from '@testing-library/react';
import { AssetViewer, type Client, createClient, TaskProgress } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Environment, pageEnvironment } from '../../src/core/environment.js';
import { appWith, flavours } from '../support/flavours.js';

const CYCLES = 1000;
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const ASSETS = [{ kind: 'image', url: `data:image/png;base64,${PIXEL}` }] as const;

/** What is held and must be given back. `most` says that there was something to give back. */
function createHeld() {
  const kinds = ['streams', 'timers', 'listeners', 'channels', 'objectUrls', 'intervals'] as const;
  type Kind = (typeof kinds)[number];
  const now = Object.fromEntries(kinds.map((kind) => [kind, new Set()])) as Record<Kind, Set<unknown>>;
  const most = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  return {
    most,
    take(kind: Kind, thing: unknown): void {
      now[kind].add(thing);
      most[kind] = Math.max(most[kind], now[kind].size);
    },
    give: (kind: Kind, thing: unknown) => now[kind].delete(thing),
    count: (kind: Kind) => now[kind].size,
    left: () => Object.fromEntries(kinds.map((kind) => [kind, now[kind].size])),
  };
}
type Held = ReturnType<typeof createHeld>;

/** The page's own, with every listener and channel counted. */
function countedEnvironment(held: Held): Environment {
  const page = pageEnvironment();
  const counted = (listen: Environment['onWake']): Environment['onWake'] => (listener) => {
    const stop = listen(listener);
    held.take('listeners', stop);
    return () => {
      held.give('listeners', stop);
      stop();
    };
  };
  function openChannel(name: string): BroadcastChannel {
    const channel = new BroadcastChannel(name);
    const close = channel.close.bind(channel);
    held.take('channels', channel);
    channel.close = () => {
      held.give('channels', channel);
      close();
    };
    return channel;
  }
  return { ...page, onWake: counted(page.onWake), onOffline: counted(page.onOffline), tabs: page.tabs && { ...page.tabs, openChannel } };
}

const countedClock = (held: Held) => ({
  now: () => performance.now(),
  wallNow: () => Date.now(),
  setTimeout(run: () => void, ms: number) {
    const handle = setTimeout(() => {
      held.give('timers', handle);
      run();
    }, ms);
    held.take('timers', handle);
    return handle;
  },
  clearTimeout(handle: unknown) {
    held.give('timers', handle);
    clearTimeout(handle as ReturnType<typeof setTimeout>);
  },
});

/** A stream is open until it has ended, broken or been cancelled. */
function countedStream(held: Held, response: Response): Response {
  const reader = response.body!.getReader();
  held.take('streams', reader);
  const over = () => held.give('streams', reader);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read().finally(() => {});
      if (!done) return controller.enqueue(value);
      over();
      controller.close();
    },
    cancel(reason) {
      over();
      return reader.cancel(reason);
    },
  });
  reader.closed.then(over, over);
  return new Response(body, response);
}

describe.each(flavours)('a thousand visits to a task on $name', (flavour) => {
  let gateway: SimulatedGateway;
  let held: Held;
  let client: Client;

  beforeEach(() => {
    gateway = createSimulatedGateway({ speed: 1000 });
    held = createHeld();
    client = createClient({
      baseUrl: gateway.baseUrl,
      scope: `leaks on ${flavour.name}`,
      storage: null,
      headers: { authorization: `Bearer ${gateway.apiKey}` },
      clock: countedClock(held),
      environment: countedEnvironment(held),
      async fetch(request) {
        const response = await gateway.fetch(request);
        return request.url.includes('/stream/') ? countedStream(held, response) : response;
      },
    });
    const { createObjectURL, revokeObjectURL } = URL;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      const url = createObjectURL.call(URL, blob);
      held.take('objectUrls', url);
      return url;
    });
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
      held.give('objectUrls', url);
      revokeObjectURL.call(URL, url);
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    gateway.dispose();
  });

  /** From here on: what waits in a test makes intervals too. */
  function countIntervals(): () => void {
    const { setInterval, clearInterval } = globalThis;
    const set = vi.spyOn(globalThis, 'setInterval').mockImplementation(((...args: Parameters<typeof setInterval>) => {
      const handle = setInterval(...args);
      held.take('intervals', handle);
      return handle;
    }) as typeof setInterval);
    const clear = vi.spyOn(globalThis, 'clearInterval').mockImplementation((handle) => {
      held.give('intervals', handle);
      clearInterval(handle);
    });
    return () => {
      set.mockRestore();
      clear.mockRestore();
    };
  }

  function Visit({ taskId }: { taskId: string }): ReactNode {
    const video = flavour.hooks.useVideoTask({ taskId });
    return (
      <>
        <TaskProgress task={video} />
        <AssetViewer task={video} assets={ASSETS} />
      </>
    );
  }

  const turn = () => new Promise((resolve) => setTimeout(resolve));
  /** How long a visit lasts: not at all, as long as its first request, until it is pushed. */
  const stays: readonly (() => Promise<unknown> | undefined)[] = [
    () => undefined,
    () => act(turn),
    () =>
      act(async () => {
        while (held.count('streams') === 0) await turn();
      }),
  ];

  it('leave nothing behind, and cancel nothing', { timeout: 60_000 }, async () => {
    const { taskId } = await client.tasks.submit({ model: 'veo-3.1-fast', prompt: '[stall]' });
    const stopCounting = countIntervals();
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      const { unmount } = render(<Visit taskId={taskId} />, { wrapper: appWith(flavour, client) });
      await stays[cycle % stays.length]!();
      unmount();
    }
    stopCounting();
    // What was on its way when its visitor left comes back first.
    await vi.waitFor(() =>
      expect(held.left()).toEqual({ streams: 0, timers: 0, listeners: 0, channels: 0, objectUrls: 0, intervals: 0 }),
    );
    expect(Object.entries(held.most).filter(([, most]) => most === 0), 'never held').toEqual([]);
    const { held: locks = [], pending = [] } = await navigator.locks.query();
    expect([...locks, ...pending].filter(({ name }) => name?.includes(taskId))).toEqual([]);
    expect(gateway.requests.filter(({ path }) => path.includes('stream')).length).toBeGreaterThan(CYCLES / 4);
    expect(gateway.requests.filter(({ path }) => path.includes('cancel'))).toEqual([]);
    expect(await client.tasks.query(taskId)).toMatchObject({ status: 'running' });
  });
});
