import type { RequestListener } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { type Proxy, toNodeHandler } from 'bytespike-react/server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { NextRequest } from 'next/server.js';

/** The proxy as the app's framework gets it, without a server. */
export const handlers: [string, (proxy: Proxy) => (request: Request) => Response | Promise<Response>][] = [
  ['a Web handler', (proxy) => proxy],
  [
    'a route handler of Next.js',
    (proxy) => (request) => proxy(new NextRequest(request.url, request as ConstructorParameters<typeof NextRequest>[1])),
  ],
  ['Hono', (proxy) => (request) => hono(proxy).fetch(request)],
];

type Fail = (error: unknown) => void;

/** The proxy behind a real server, as docs/proxy.md says. */
export const servers: [string, (proxy: Proxy, fail: Fail) => RequestListener | Promise<RequestListener>][] = [
  ['plain Node', nodeListener],
  ['Express', (proxy, fail) => expressApp(proxy, fail)],
  ['Express after a parser', (proxy, fail) => expressApp(proxy, fail, express.json())],
  ['Express before the whole app', wholeApp],
  ['Fastify', fastifyListener],
  ['Hono on Node', (proxy) => createAdaptorServer({ fetch: hono(proxy).fetch }).listeners('request')[0] as RequestListener],
];

function hono(proxy: Proxy): Hono {
  const app = new Hono();
  app.all('/api/bytespike/*', ({ req }) => proxy(req.raw));
  return app;
}

function nodeListener(proxy: Proxy, fail: Fail): RequestListener {
  const handler = toNodeHandler(proxy);
  return (req, res) => void handler(req, res).catch(fail);
}

function expressApp(proxy: Proxy, fail: Fail, ...before: express.RequestHandler[]): RequestListener {
  const handler = toNodeHandler(proxy);
  const app = express();
  for (const each of before) app.use(each);
  return app.use('/api/bytespike', (req, res, next) => void handler(req, res, next).catch(fail)) as RequestListener;
}

/** As people write it who read no further than the import: in front of everything that the app does itself. */
export function wholeApp(proxy: Proxy, fail: Fail): RequestListener {
  const handler = toNodeHandler(proxy);
  const app = express();
  app.use((req, res, next) => void handler(req, res, next).catch(fail));
  app.post('/login', express.json(), ({ body }, res) => void res.json({ name: (body as { name?: string }).name }));
  app.get('*path', ({ originalUrl }, res) => void res.send(`page ${originalUrl}`));
  return app as RequestListener;
}

async function fastifyListener(proxy: Proxy, fail: Fail): Promise<RequestListener> {
  const handler = toNodeHandler(proxy);
  const app = fastify();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.all('/api/bytespike/*', async (request, reply) => {
    reply.hijack();
    await handler(request.raw, reply.raw).catch(fail);
  });
  await app.ready();
  return (req, res) => app.routing(req, res);
}
