import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from 'bytespike-react';
import { toNodeHandler } from 'bytespike-react/server';
import { createSimulatedGateway, type SimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
import { expect } from 'vitest';
import { createMemoryStorage } from './memory-storage.js';

/** A listener on a port of its own. */
export async function listening(listener: RequestListener): Promise<{ url: string; close: () => void }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** The simulated gateway over HTTP, for a proxy in another process. */
export async function servedGateway(options: SimulatedGatewayOptions = { speed: 40 }): Promise<{ gateway: SimulatedGateway; url: string; close: () => void }> {
  const gateway = createSimulatedGateway(options);
  const { url, close } = await listening(toNodeHandler(gateway.fetch));
  return {
    gateway,
    url,
    close() {
      gateway.dispose();
      close();
    },
  };
}

const clip = { model: 'veo-3.1-fast', prompt: 'A kite', durationSeconds: 4 } as const;

/** What a person does, from the page's side: a clip that is streamed, one that is cancelled, an image, a reload. */
export async function journey(url: string, { ledger }: SimulatedGateway, fetch: (request: Request) => Promise<Response> = globalThis.fetch): Promise<void> {
  const asked: string[] = [];
  const storage = createMemoryStorage();
  const page = () =>
    createClient({
      baseUrl: `${url}/api/bytespike`,
      storage,
      headers: { origin: url },
      fetch(request) {
        asked.push(`${request.method} ${new URL(request.url).pathname.slice('/api/bytespike'.length)}`);
        return fetch(request);
      },
    });
  const client = page();
  const stop = new AbortController();

  const submitted = await client.tasks.submit(clip);
  const following = client.tasks.follow({ taskId: submitted.taskId }, { signal: stop.signal });
  // One more while the stream is open: its news come out of another request.
  const later = await client.tasks.submit(clip);
  for (const ended of await Promise.all([following, client.tasks.follow({ taskId: later.taskId }, { signal: stop.signal })])) {
    expect(ended).toMatchObject({ status: 'completed', cost: { billed: 'yes' }, assets: [{ kind: 'video' }] });
  }
  // By the one stream of all tasks, which a busy machine may break and take up again, and by no reading.
  expect([...new Set(asked)].sort()).toEqual(['GET /v1/tasks/events', 'POST /v1/tasks/submit']);
  expect(asked.filter((call) => call.startsWith('POST'))).toHaveLength(2);

  const unwanted = await client.tasks.submit(clip);
  const cancelled = await client.tasks.cancel({ taskId: unwanted.taskId });
  expect(cancelled.status).toBe('cancelled');

  const before = ledger.charges.length;
  expect(await client.images.generate({ model: 'gpt-image-2', prompt: 'A kite' })).toMatchObject([{ kind: 'image' }]);
  expect(ledger.charges.slice(before).map(({ model }) => model)).toEqual(['gpt-image-2']);

  // Another page of the same person, who knows the own key of the task alone.
  const reloaded = page();
  expect(await reloaded.tasks.query({ outTaskId: submitted.outTaskId ?? '' })).toMatchObject({ taskId: submitted.taskId, status: 'completed', assets: [{ kind: 'video' }] });
  stop.abort();
}
