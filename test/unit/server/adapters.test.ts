import type { Proxy } from 'bytespike-react/server';
import { afterEach, describe, expect, it } from 'vitest';
import { handlers, servers, wholeApp } from './adapters.js';
import { CANARY, deferred, outName, pageRequest, submitBody, T, useBench } from './fixture.js';
import { listen, sendJson } from './upstream.js';

const PATH = '/api/bytespike';

function edit(): FormData {
  const form = new FormData();
  form.set('model', 'gpt-image-2');
  form.set('image', new File([new Uint8Array([1, 2, 3])], 'in.png', { type: 'image/png' }));
  return form;
}

describe('the proxy in a framework', () => {
  const bench = useBench();
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  async function start(mount: (typeof servers)[number][1], proxy: Proxy) {
    const failures: unknown[] = [];
    const server = await listen(await mount(proxy, (error) => failures.push(error)));
    closing.push(server.close);
    const call = (method: string, path: string, init: RequestInit = {}) =>
      fetch(server.url + PATH + path, { method, ...init, headers: { origin: server.url, ...(init.headers as Record<string, string>) } });
    return { call, failures };
  }
  const json = { 'content-type': 'application/json' };

  it.each(handlers)('%s passes a submit, a form and a read', async (_, mount) => {
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't' });
    const handle = mount(bench.proxy());
    const submitted = await handle(pageRequest('POST', '/v1/tasks/submit', { body: submitBody }));
    expect([submitted.status, await submitted.json()]).toEqual([200, { task_id: T }]);
    expect((await handle(pageRequest('POST', '/v1/images/edits', { body: edit() }))).status).toBe(200);
    expect((await handle(pageRequest('GET', `/v1/tasks/query?task_id=${T}`))).status).toBe(200);
    expect((await handle(pageRequest('DELETE', '/v1/tasks/submit'))).status).toBe(404);
    expect(bench.upstream.requests).toHaveLength(3);
  });

  it.each(servers)('%s passes a submit, a form and a read', async (_, mount) => {
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't' });
    const { call, failures } = await start(mount, bench.proxy());
    const submitted = await call('POST', '/v1/tasks/submit', { body: submitBody, headers: json });
    expect([submitted.status, await submitted.json()]).toEqual([200, { task_id: T }]);
    expect(JSON.parse(String(bench.upstream.requests[0]?.body))).toMatchObject({ out_task_id: await outName('bs_1') });
    expect((await call('POST', '/v1/images/edits', { body: edit() })).status).toBe(200);
    expect((await call('GET', `/v1/tasks/query?task_id=${T}`)).status).toBe(200);
    expect(bench.upstream.requests).toHaveLength(3);
    expect(failures).toEqual([]);
  });

  it.each(servers)('%s hands each event on as it comes, and ends the stream upstream when the browser leaves', async (_, mount) => {
    const closed = deferred<void>();
    bench.upstream.answer = (res) => {
      res.once('close', () => closed.resolve());
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write('data: {"status":"running"}\n\n');
    };
    const { call } = await start(mount, bench.proxy());
    const browser = new AbortController();
    const response = await call('GET', `/v1/tasks/stream/${T}`, { signal: browser.signal });
    const { value } = await (response.body as ReadableStream<Uint8Array>).getReader().read();
    expect(new TextDecoder().decode(value)).toBe('data: {"status":"running"}\n\n');
    browser.abort();
    await closed.promise;
  });
});

describe('the proxy before a whole app', () => {
  const bench = useBench();

  it('hands on what is not its own, body and all, and tells nobody of it', async () => {
    const failures: unknown[] = [];
    const { url, close } = await listen(wholeApp(bench.proxy(), (error) => failures.push(error)));
    const text = async (path: string, init?: RequestInit) => (await fetch(url + path, init)).text();
    for (const path of ['/', '/about?x=1', '/api/bytespikes/v1/tasks/events', '/api/bytespike', '/v1/tasks/events', '/x/..%2fapi/bytespike/', '//api/bytespike/v1/tasks/events']) {
      expect(await text(path)).toBe(`page ${path}`);
    }
    expect(await text('/login', { method: 'POST', body: '{"name":"ann"}', headers: { 'content-type': 'application/json' } })).toBe('{"name":"ann"}');
    expect([bench.events, bench.logged, failures]).toEqual([[], [], []]);
    const own = await fetch(`${url}/api/bytespike/v1/nothing`);
    expect([own.status, await own.text()]).toEqual([404, expect.stringContaining('not_found')]);
    await close();
  });
});

describe('what other proxies got wrong', () => {
  const bench = useBench();
  const submit = (headers: HeadersInit = {}) => pageRequest('POST', '/v1/tasks/submit', { body: submitBody, headers });

  it('does not let strangers in by default', () => {
    expect(() => bench.proxy({ authorize: undefined as never })).toThrow('`authorize`');
  });

  it.each(servers)('lets a stranger who was refused do nothing more, on %s', async (_, mount) => {
    const server = await listen(await mount(bench.proxy({ authorize: () => new Response('no', { status: 401 }) }), () => {}));
    const headers = { origin: server.url, 'content-type': 'application/json' };
    const response = await fetch(`${server.url}${PATH}/v1/tasks/submit`, { method: 'POST', body: submitBody, headers });
    expect([response.status, await response.text()]).toEqual([401, 'no']);
    expect(bench.upstream.requests).toEqual([]);
    await server.close();
  });

  it('opens no endpoint that is not in its table, by any method or header', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
      const headers = { 'x-fal-target-url': 'https://llm.bytespike.ai/api/v1/keys', 'x-http-method-override': 'POST', 'x-original-url': '/v1/tasks/submit' };
      const request = pageRequest(method, '/api/v1/keys', { headers, ...(method === 'GET' ? {} : { body: submitBody }) });
      expect((await bench.proxy()(request)).status).toBe(404);
    }
    expect(bench.upstream.requests).toEqual([]);
  });

  it('sends the key to no address that a request names', async () => {
    await bench.proxy()(submit({ 'x-fal-target-url': 'http://evil.example', 'x-forwarded-host': 'evil.example' }));
    expect(bench.upstream.requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${CANARY}`]);
    expect(() => bench.proxy({ baseUrl: 'http://llm.bytespike.ai' })).toThrow('`baseUrl`');
  });

  it('hands no cookie of the gateway to the browser', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't' }, { 'set-cookie': 'session=1' });
    expect((await bench.proxy()(submit())).headers.getSetCookie()).toEqual([]);
  });

  it.each(servers)('answers a malformed address, on %s', async (_, mount) => {
    const failures: unknown[] = [];
    const server = await listen(await mount(bench.proxy(), (error) => failures.push(error)));
    const response = await fetch(`${server.url}${PATH}/%ff%00//%zz?%`, { headers: { origin: server.url } });
    expect([400, 404]).toContain(response.status);
    expect([failures, bench.upstream.requests]).toEqual([[], []]);
    await server.close();
  });
});
