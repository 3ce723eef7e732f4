import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from 'bytespike-react';
import { createProxy, toNodeHandler } from 'bytespike-react/server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { createAdaptorServer } from '@hono/node-server';
import { afterEach, describe, expect, it } from 'vitest';
import { createFastClock } from '../../support/fast-clock.js';

const PATH = '/api/bytespike';
const submit = { model: 'veo-3.1-fast', prompt: 'A kite', durationSeconds: 4 } as const;

describe('which of the things on the way is missing', () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  async function clientOf(listener: RequestListener) {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      server.close();
      server.closeAllConnections();
    });
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // A page in the place of an answer may go away by itself, so that it is waited for; a request may take 30 s.
    return createClient({ baseUrl: origin + PATH, storage: null, headers: { origin }, clock: createFastClock(100, 30_000) });
  }

  const say = (status: number, type: string, body: string): RequestListener => (req, res) => {
    req.resume();
    res.writeHead(status, { 'content-type': type }).end(body);
  };
  const page = '<!doctype html><title>An app</title>';

  const fastifyApp = async (): Promise<RequestListener> => {
    const app = fastify();
    await app.ready();
    return (req, res) => app.routing(req, res);
  };

  it.each<[string, () => RequestListener | Promise<RequestListener>]>([
    ['a page of Next.js', () => say(404, 'text/html', page)],
    ['Express', () => express() as RequestListener],
    ['Fastify', fastifyApp],
    ['Hono', () => createAdaptorServer({ fetch: new Hono().fetch }).listeners('request')[0] as RequestListener],
    ['a server of files that knows no POST', () => say(405, 'text/html', page)],
    ['an empty answer', () => say(404, 'text/plain', '')],
  ])('no proxy is mounted: %s', async (_, listener) => {
    const client = await clientOf(await listener());
    const told = { code: 'proxy_not_found', billed: 'no', retryable: false, message: expect.stringContaining(PATH) };
    const calls = [client.tasks.submit(submit), client.images.generate({ model: 'gpt-image-2', prompt: 'A kite' }), client.models()];
    await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject(told)));
  });

  it.each(['text/html', 'Text/HTML; Charset=UTF-8'])('no proxy is mounted: an app that answers every path with its page, as %s', async (type) => {
    const client = await clientOf(say(200, type, page));
    await expect(client.models()).rejects.toMatchObject({ code: 'proxy_not_found', message: expect.stringContaining('no proxy answers below') });
  });

  const proxied = (authorize: () => Response) =>
    toNodeHandler(createProxy({ apiKey: 'sk-1', secret: 'x'.repeat(40), authorize, fetch: () => expect.unreachable() }));

  it.each<[string, () => RequestListener]>([
    ['by `authorize`, without a body', () => proxied(() => new Response(null, { status: 401 }))],
    ['by `authorize`, with words of its own', () => proxied(() => Response.json({ error: { type: 'auth', message: 'Please sign in.' } }, { status: 401 }))],
    ['by what stands before the proxy, in words of its own', () => say(401, 'application/json', '{"error":"Unauthorized"}')],
    ['by a page', () => say(401, 'text/html', page)],
  ])('nobody is signed in, told %s', async (_, listener) => {
    const client = await clientOf(listener());
    await expect(client.tasks.submit(submit)).rejects.toMatchObject({ code: 'not_signed_in', billed: 'no', retryable: false, status: 401, message: expect.stringContaining('ign in') });
  });

  it('nobody is signed in: an app that leads everybody to its page for that', async () => {
    const client = await clientOf((req, res) => {
      req.resume();
      if (req.url?.startsWith('/login')) res.writeHead(200, { 'content-type': 'text/html' }).end(page);
      else res.writeHead(302, { location: '/login' }).end();
    });
    await expect(client.models()).rejects.toMatchObject({ code: 'not_signed_in', message: expect.stringContaining('/login') });
  });

  it.each([
    ['a code', { error: { code: 'invalid_api_key', message: 'No.' } }],
    ['a type', { error: { type: 'authentication_error', message: 'No.' } }],
    ["Google's status", { error: { code: 401, status: 'UNAUTHENTICATED', message: 'No.' } }],
  ])('the gateway refused the key, behind a proxy that only passes on: %s', async (_, body) => {
    const client = await clientOf(say(401, 'application/json', JSON.stringify(body)));
    await expect(client.tasks.submit(submit)).rejects.toMatchObject({ code: 'invalid_api_key', billed: 'no' });
  });
});
