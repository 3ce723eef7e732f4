import { Agent, request as nodeRequest } from 'node:http';
import { connect } from 'node:net';
import { runInNewContext } from 'node:vm';
import { createProxy, type NodeHandler, toNodeHandler } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { CANARY, deferred, outName, submitBody, T, useBench } from './fixture.js';
import { PATH, post, raw, send, useNodeServer } from './node-server.js';
import { sendJson } from './upstream.js';

describe('toNodeHandler', () => {
  const bench = useBench();
  const serve = useNodeServer(bench);

  it('passes a call through and back', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't' });
    const { url } = await serve();
    const response = await post(`${url}${PATH}/v1/tasks/submit`, submitBody);
    expect([response.status, await response.json()]).toEqual([200, { task_id: T }]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(JSON.parse(String(bench.upstream.requests[0]?.body))).toEqual({ ...JSON.parse(submitBody), out_task_id: await outName('bs_1') });
  });

  it('refuses a body over the limit, and answers all the same', async () => {
    const { url } = await serve();
    const large = JSON.stringify({ model: 'm', prompt: 'p'.repeat(3 * 1024 * 1024) });
    expect((await post(`${url}${PATH}/v1/tasks/submit`, large)).status).toBe(413);
    // Without a promised length, so that the limit is met while reading; twice over one connection, which must survive.
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const sockets = new Set<unknown>();
    const { hostname, port } = new URL(url);
    const headers = { origin: url, 'content-type': 'application/json' };
    for (let round = 0; round < 2; round++) {
      const status = deferred<number | undefined>();
      const sending = nodeRequest({ agent, hostname, port, path: `${PATH}/v1/tasks/submit`, method: 'POST', headers }, (res) => {
        res.once('end', () => status.resolve(res.statusCode));
        res.resume();
      });
      sending.once('socket', (socket) => sockets.add(socket));
      const sent = deferred<void>();
      for (let i = 0; i < 12; i++) sending.write('p'.repeat(1024 * 1024));
      sending.end(() => sent.resolve());
      expect(await status.promise).toBe(413);
      await sent.promise;
    }
    agent.destroy();
    expect(sockets.size).toBe(1);
    expect(bench.upstream.requests).toEqual([]);
  });

  it('sends nothing up when the browser leaves before its request is whole', async () => {
    const told = deferred<number>();
    const { url } = await serve(toNodeHandler(bench.proxy({ onEvent: ({ status }) => told.resolve(status) })));
    const { hostname, port, host } = new URL(url);
    const head = `POST ${PATH}/v1/tasks/submit HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${url}\r\nContent-Type: application/json\r\nContent-Length: 900`;
    const socket = connect(Number(port), hostname, () => socket.end(`${head}\r\n\r\n{"model":"m"`));
    expect(await told.promise).toBe(400);
    expect(bench.upstream.requests).toEqual([]);
  });

  it.each<[string, (text: string) => unknown]>([
    ['an object', (text) => JSON.parse(text)],
    ['a text', (text) => text],
    ['bytes', (text) => Buffer.from(text)],
    ['bytes of another realm', (text) => runInNewContext('new Uint8Array(bytes)', { bytes: [...Buffer.from(text)] }) as unknown],
  ])('takes a body that a parser left as %s', async (_, parse) => {
    const { url } = await serve(undefined, async (req) => {
      let text = '';
      for await (const chunk of req) text += String(chunk);
      Object.assign(req, { body: parse(text) });
    });
    expect((await post(`${url}${PATH}/v1/tasks/submit`, submitBody)).status).toBe(200);
    expect(JSON.parse(String(bench.upstream.requests[0]?.body))).toEqual({ ...JSON.parse(submitBody), out_task_id: await outName('bs_1') });
  });

  it('reads the form itself when a parser passed it over and left an empty object', async () => {
    const { url } = await serve(undefined, (req) => Object.assign(req, { body: {} }));
    const form = new FormData();
    form.set('model', 'gpt-image-2');
    form.set('image', new File(['x'], 'a.png', { type: 'image/png' }));
    expect((await post(`${url}${PATH}/v1/images/edits`, form)).status).toBe(200);
    expect(String(bench.upstream.requests[0]?.body)).toContain('gpt-image-2');
  });

  it('takes the bytes that a parser left beside the fields of a form', async () => {
    const { url } = await serve(undefined, async (req) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      Object.assign(req, { body: { model: 'gpt-image-2' }, rawBody: Buffer.concat(chunks) });
    });
    const form = new FormData();
    form.set('model', 'gpt-image-2');
    form.set('image', new File(['x'], 'a.png', { type: 'image/png' }));
    expect((await post(`${url}${PATH}/v1/images/edits`, form)).status).toBe(200);
    expect(String(bench.upstream.requests[0]?.body)).toContain('a.png');
  });

  it.each([['nothing', submitBody, '/v1/tasks/submit', {}], ['the fields of a form, without its files', new FormData(), '/v1/images/edits', { body: { model: 'gpt-image-2' } }]])(
    'says so when a parser took the body and left %s',
    async (_, body, path, left) => {
      const { url } = await serve(undefined, async (req) => {
        for await (const chunk of req) void chunk;
        Object.assign(req, left);
      });
      const response = await post(url + PATH + path, body);
      expect([response.status, await response.text()]).toEqual([500, expect.stringContaining('req.body')]);
    },
  );

  it('knows the whole path below a mount of Express', async () => {
    const { url } = await serve(undefined, (req) =>
      Object.assign(req, { originalUrl: req.url, url: req.url?.slice(PATH.length) }),
    );
    expect((await fetch(`${url}${PATH}/v1/tasks/stream/${T}`)).status).toBe(200);
  });

  it.each(['my_service:3000', 'api_1.stack_default', 'LOCALHOST:80'])('is reached by the name "%s", as services have it among each other', async (host) => {
    const { url } = await serve();
    expect(await send(url, { path: `${PATH}/v1/tasks/stream/${T}`, headers: { host } })).toBe(200);
  });

  it('reads a body in chunks, and headers that came twice alike', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't' });
    const { url } = await serve();
    const { host } = new URL(url);
    const once = { Origin: `http://${host}`, 'Content-Type': 'application/json', 'Idempotency-Key': 'k-1' };
    const headers = ['Host', host, 'Transfer-Encoding', 'chunked', ...[once, once].flatMap((lines) => Object.entries(lines).flat())];
    const chunks = [submitBody.slice(0, 9), submitBody.slice(9)];
    expect(await send(url, { path: `${PATH}/v1/tasks/submit`, method: 'POST', headers }, chunks)).toBe(200);
    expect(bench.upstream.requests[0]?.headers['idempotency-key']).toBe(await outName('k-1'));
  });

  it.each([
    ['GET http://evil.example/api/bytespike/v1/tasks/stream/t HTTP/1.1\r\nHost: a.example', 400],
    ['GET //evil.example/api/bytespike/v1/tasks/stream/t HTTP/1.1\r\nHost: a.example', 404],
    ['GET /\\evil.example/v1/tasks/stream/t HTTP/1.1\r\nHost: a.example', 404],
    ['OPTIONS * HTTP/1.1\r\nHost: a.example', 400],
    ['GET /api/bytespike/v1/tasks/stream/t HTTP/1.1\r\nHost: user@evil.example', 400],
    ['GET /api/bytespike/v1/tasks/stream/t HTTP/1.1\r\nHost: a.example/x?', 400],
    ['GET /api/bytespike/v1/tasks/stream/t HTTP/1.1\r\nHost: a.example:99999', 400],
    ['GET /api/bytespike/v1/tasks/stream/t HTTP/1.1\r\nHost: [::::]', 400],
    ['GET /api/bytespike/v1/tasks/stream/t HTTP/1.0', 400],
    ['GET /api/bytespike/v1/tasks/stream/t HTTP/1.1\r\nHost:', 400],
    ['TRACE /api/bytespike/v1/tasks/stream/t HTTP/1.1\r\nHost: a.example', 400],
    ['GET /api/bytespike/%ff%00/../%zz HTTP/1.1\r\nHost: a.example', 404],
    ['GET /api/bytespike/../../v1/tasks/stream/t HTTP/1.1\r\nHost: a.example', 404],
  ])('is not led astray by %j', async (head, status) => {
    const { url, rejected } = await serve();
    const answer = await raw(url, `${head}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(bench.upstream.requests).toEqual([]);
    expect(rejected).toEqual([]);
  });

  it.each([[[]], [['b=2']], [['a=1; Expires=Sat, 21 Nov 2026 02:00:00 GMT', 'b=2']]])('hands every cookie of the app\'s own refusal on by itself: %j', async (cookies) => {
    const headers = new Headers(cookies.map((cookie): [string, string] => ['set-cookie', cookie]));
    const { url } = await serve(toNodeHandler(bench.proxy({ authorize: () => new Response(null, { status: 401, headers }) })));
    const response = await fetch(`${url}${PATH}/v1/tasks/stream/${T}`);
    expect([response.status, response.headers.getSetCookie()]).toEqual([401, cookies]);
  });

  it('leaves an error of another handler to `next`, or answers 500', async () => {
    const failing = toNodeHandler(() => Promise.reject(new Error(`secret ${CANARY}`)));
    const { url, rejected } = await serve(failing);
    const response = await fetch(url);
    expect([response.status, (await response.text()).includes(CANARY)]).toEqual([500, false]);
    const passed: unknown[] = [];
    const withNext: NodeHandler = (req, res) =>
      failing(req, res, (error) => {
        passed.push(error);
        res.end();
      });
    await (await fetch((await serve(withNext)).url)).text();
    expect(passed).toHaveLength(1);
    expect(rejected).toEqual([]);
  });

  it('loads nothing of Node', async () => {
    const files = import.meta.glob('../../../src/server/**/*.ts', { query: '?raw', import: 'default', eager: true });
    expect(Object.keys(files).length).toBeGreaterThan(60);
    for (const text of Object.values(files)) expect(String(text)).not.toMatch(/^import (?!type)[^;]*'node:/m);
    expect(createProxy).toBeTypeOf('function');
  });
});
