import { createClient } from 'bytespike-react';
import { toNodeHandler } from 'bytespike-react/server';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { everything, useBench } from './fixture.js';
import { listen } from './upstream.js';

describe('the client, the proxy on a real server, and the simulated gateway', () => {
  const bench = useBench();
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function start(speed: number) {
    const gateway = createSimulatedGateway({ speed, apiKey: 'sk-simulated-0123' });
    const proxy = bench.proxy({ apiKey: 'sk-simulated-0123', expose: everything, fetch: (request) => gateway.fetch(request) });
    const server = await listen(toNodeHandler(proxy));
    closing.push(() => gateway.dispose(), server.close);
    const client = createClient({ baseUrl: `${server.url}/api/bytespike`, headers: { origin: server.url } });
    return { gateway, client, server };
  }
  const film = { model: 'veo-3.1-fast', prompt: 'a lighthouse at dawn', durationSeconds: 4 };

  it('submits, reads, follows by stream to the end, and is billed once', async () => {
    const { gateway, client, server } = await start(200);
    const submitted = await client.tasks.submit(film, { outTaskId: 'film-1' });
    const again = await client.tasks.submit(film, { outTaskId: 'film-1' });
    expect(again.taskId).toBe(submitted.taskId);
    expect((await client.tasks.query({ outTaskId: 'film-1' })).taskId).toBe(submitted.taskId);
    const stream = await fetch(`${server.url}/api/bytespike/v1/tasks/stream/${submitted.taskId}`);
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    expect(await stream.text()).toContain('completed');
    const ended = await client.tasks.follow(submitted.taskId);
    expect(ended).toMatchObject({ status: 'completed', assets: [{ kind: 'video' }] });
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  it('cancels what waits, free of charge', async () => {
    const { gateway, client } = await start(1);
    const submitted = await client.tasks.submit(film);
    expect(await client.tasks.cancel(submitted.taskId)).toMatchObject({ status: 'cancelled' });
    expect(gateway.ledger.charges).toEqual([]);
  });

  it('lets the free reads through', async () => {
    const { server } = await start(1000);
    for (const path of ['/v1/models', '/api/pricing', '/v1/balance']) {
      const response = await fetch(`${server.url}/api/bytespike${path}`);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('x-quota-remaining-credits')).not.toBeNull();
    }
  });
});
