import type { Client } from 'bytespike-react';
import type { SimulatedGateway } from 'bytespike-react/testing';
import type { Express } from 'express';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
// Holds a test of its own, which runs with those of this file.
import 'block:docs/testing.md:1.ts';

type Handler = (request: Request) => Promise<Response>;

const ask = (path: string, init?: RequestInit) =>
  new Request(`https://app.example/api/bytespike${path}`, { headers: { origin: 'https://app.example' }, ...init });

const currentUser = vi.fn<(request: Request) => Promise<{ id: string } | undefined>>();

beforeEach(() => {
  vi.stubEnv('BYTESPIKE_API_KEY', 'sk-test');
  vi.stubEnv('PROXY_SECRET', 'a secret of at least thirty-two characters');
  vi.stubGlobal('currentUser', currentUser.mockReset().mockResolvedValue(undefined));
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('the code of the guides, run', () => {
  it('shows proxies that are closed to strangers and open to users', async () => {
    const first = ((await import('block:stories/start/QuickStart.mdx:0.ts')) as { proxy: Handler }).proxy;
    const second = ((await import('block:stories/guides/Key.mdx:0.ts')) as { proxy: Handler }).proxy;
    const third = ((await import('block:docs/search.md:0.ts')) as { proxy: Handler }).proxy;
    for (const proxy of [first, second, third]) {
      currentUser.mockResolvedValue(undefined);
      expect((await proxy(ask('/v1/nothing'))).status).toBe(404);
      expect((await proxy(ask('/v1/tasks/query?task_id=..'))).status).toBe(401);
      currentUser.mockResolvedValue({ id: 'ann' });
      expect((await proxy(ask('/v1/tasks/query?task_id=..'))).status).toBe(400);
    }
  });

  it('shows an Express app with the proxy in it', async () => {
    const { app } = (await import('block:stories/guides/Proxy.mdx:0.ts')) as { app: Express };
    const server = app.listen(0);
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://localhost:${port}/api/bytespike/v1/models`);
    expect(answer.status).toBe(401);
    server.close();
  });

  it('shows a pass-through that adds the key, and passes on nothing else', async () => {
    const sent = vi.fn<(url: string, init: RequestInit) => Promise<Response>>().mockResolvedValue(new Response('{}'));
    vi.stubGlobal('fetch', sent);
    const { passThrough } = (await import('block:stories/guides/Proxy.mdx:1.ts')) as { passThrough: Handler };
    expect((await passThrough(ask('/v1/messages'))).status).toBe(404);
    expect(sent).not.toHaveBeenCalled();
    await passThrough(ask('/v1/tasks/submit', { method: 'POST', body: '{}', headers: { cookie: 'session=1', 'content-type': 'application/json' } }));
    const [url, init] = sent.mock.calls[0] ?? [];
    expect(url).toBe('https://llm.bytespike.ai/v1/tasks/submit');
    expect([...new Headers(init?.headers)]).toEqual([
      ['authorization', 'Bearer sk-test'],
      ['content-type', 'application/json'],
    ]);
  });

  it('shows what to report of an error', async () => {
    const { BytespikeError } = await import('bytespike-react');
    const { reportOf } = (await import('block:stories/guides/Errors.mdx:0.ts')) as { reportOf: (error: unknown) => string };
    expect(reportOf(new BytespikeError({ code: 'network_error', message: '', billed: 'unknown' }))).toMatch(/may have been billed/);
    expect(reportOf(new BytespikeError({ code: 'api_error', message: '', retryable: true }))).toMatch(/Try again/);
    expect(() => reportOf(new TypeError('mine'))).toThrow('mine');
  });

  it('shows a proxy that is aimed at the gateway on a port of this machine', async () => {
    vi.stubEnv('SIMULATED', '1');
    const sent = vi.fn<(request: Request | string, init?: RequestInit) => Promise<Response>>().mockImplementation(async () => Response.json({ task_id: 'task_1', status: 'queued' }));
    vi.stubGlobal('fetch', sent);
    currentUser.mockResolvedValue({ id: 'ann' });
    const { proxy } = (await import('block:docs/testing.md:3.ts')) as { proxy: Handler };
    await proxy(ask('/v1/tasks/submit', { method: 'POST', body: '{"model":"veo-3.1-fast","prompt":"Steam","out_task_id":"bs_1"}', headers: { 'content-type': 'application/json', origin: 'https://app.example' } }));
    const [request, init] = sent.mock.calls[0] ?? [];
    const upstream = new Request(request ?? '', init);
    expect(upstream.url).toBe('http://localhost:8787/v1/tasks/submit');
    expect(upstream.headers.get('authorization')).toBe('Bearer sk-simulated');
  });

  it('shows gateways to test with: one that is well, one that is not', async () => {
    const { client, gateway } = (await import('block:docs/testing.md:0.ts')) as { client: Client; gateway: SimulatedGateway };
    expect(await client.images.generate({ model: 'seedream-v5lite', prompt: 'tide' })).toHaveLength(1);
    expect(gateway.ledger.balance).toBeLessThan(5);
    gateway.dispose();
    const { unlucky } = (await import('block:docs/testing.md:2.ts')) as { unlucky: SimulatedGateway };
    const submit = new Request(`${unlucky.baseUrl}/v1/tasks/submit`, { method: 'POST', headers: { authorization: `Bearer ${unlucky.apiKey}`, 'content-type': 'application/json' }, body: '{"model":"veo-3.1-fast","prompt":"Steam","duration_seconds":4}' });
    await expect(unlucky.fetch(submit)).rejects.toThrow(TypeError);
    unlucky.dispose();
  });
});
