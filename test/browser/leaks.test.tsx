import { act, render } from '@testing-library/react';
import { AssetViewer, type Client, createClient, TaskProgress } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countedClock, countedEnvironment, countedStream, countPage, createHeld, type Held } from '../support/bench-held.js';
import { appWith, flavours } from '../support/flavours.js';

/** Of five kinds, forty each: what one leaves behind is counted, not guessed from what all of them take. */
const CYCLES = 400 / flavours.length;
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const ASSETS = [{ kind: 'image', url: `data:image/png;base64,${PIXEL}` }] as const;

async function locksOf(scope: string): Promise<LockInfo[]> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [...held, ...pending].filter(({ name }) => name?.includes(scope));
}

/** Lets everything that is ready happen. Not by a timer, of which a page gets one in 4 ms. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

describe.each(flavours)('many visits to a task on $name', (flavour) => {
  let gateway: SimulatedGateway;
  let held: Held;
  let client: Client;
  const scope = `leaks on ${flavour.name}`;

  beforeEach(() => {
    gateway = createSimulatedGateway({ speed: 1000, assetBaseUrl: 'https://gateway.test' });
    held = createHeld();
    client = createClient({
      baseUrl: gateway.baseUrl,
      scope,
      storage: null,
      headers: { authorization: `Bearer ${gateway.apiKey}` },
      clock: countedClock(held),
      environment: countedEnvironment(held),
      async fetch(request) {
        const response = await gateway.fetch(request);
        return request.url.includes('/stream/') ? countedStream(held, response) : response;
      },
    });
  });
  afterEach(() => gateway.dispose());

  function Visit({ taskId }: { taskId: string }): ReactNode {
    const video = flavour.hooks.useVideoTask({ taskId });
    return (
      <>
        <TaskProgress task={video} />
        <AssetViewer task={video} assets={ASSETS} />
      </>
    );
  }

  const pushed = () =>
    act(async () => {
      while (held.count('streams') === 0) await turn();
    });
  const aMoment = () => act(turn);
  const notAtAll = () => undefined;

  it('leave nothing behind, and cancel nothing', async () => {
    const { taskId } = await client.tasks.submit({ model: 'veo-3.1-fast', prompt: '[stall]' });
    const ended = await client.tasks.submit({ model: 'veo-3.1-fast', prompt: 'tide' });
    const { assets } = await client.tasks.follow(ended.taskId);
    expect(assets[0]?.expiresAt, 'a link to keep alive').toBeGreaterThan(Date.now());
    const visits = [
      { taskId, stay: notAtAll },
      { taskId, stay: aMoment },
      { taskId, stay: pushed },
      { taskId: ended.taskId, stay: notAtAll },
      { taskId: ended.taskId, stay: aMoment },
    ];
    // A visit that follows at once takes over the connection of the one before; the others open their own.
    const gaps = [notAtAll, turn];
    const stopCounting = countPage(held);
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      const { taskId: visited, stay } = visits[cycle % visits.length]!;
      const { unmount } = render(<Visit taskId={visited} />, { wrapper: appWith(flavour, client) });
      await stay();
      unmount();
      await gaps[cycle % gaps.length]!();
    }
    // What waits in a test makes intervals too.
    stopCounting();
    // What was on its way when its visitor left comes back first, and the browser gives a lock back in its own time.
    await vi.waitFor(async () => {
      expect(held.left()).toEqual({ streams: 0, timers: 0, listeners: 0, channels: 0, objectUrls: 0, intervals: 0 });
      expect(await locksOf(scope)).toEqual([]);
    });
    expect(Object.entries(held.most).filter(([, most]) => most === 0), 'never held').toEqual([]);
    expect(gateway.requests.filter(({ path }) => path.includes('stream')).length).toBeGreaterThan(CYCLES / 10);
    expect(gateway.requests.filter(({ path }) => path.includes('cancel'))).toEqual([]);
    expect(await client.tasks.query(taskId)).toMatchObject({ status: 'running' });
  });
});
