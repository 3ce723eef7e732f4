import { type Proxy, type ProxyOptions, toNodeHandler } from 'bytespike-react/server';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { endOfLink } from '../../../src/core/outcome/link-end.js';
import { createManualClock } from '../../support/manual-clock.js';
import { errorOf, pageRequest, sealed, submitBody, useBench } from './fixture.js';
import { listen, sendJson, type Upstream } from './upstream.js';

const CDN = 'https://cdn.example';
const FILM = `${CDN}/out/0.mp4?X-Signature=abc&X-Expires=86400`;
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const MP4 = Buffer.concat([Buffer.from('00000020667479706d703432', 'hex'), Buffer.alloc(1000, 7)]);
const HOUR = 60 * 60_000;

describe('results that lead through the proxy', () => {
  const bench = useBench();
  /** What the CDN gives; the gateway's own answers come from `reading`. */
  let cdn: Upstream['answer'];
  const file = (bytes: Buffer, type: string, more: Record<string, string> = {}) => {
    cdn = (res, { method }) => {
      res.writeHead(200, { 'content-type': type, 'content-length': bytes.length, 'set-cookie': 'a=b', server: 'cdn', ...more });
      res.end(method === 'HEAD' ? undefined : bytes);
    };
  };
  const reading = { task_id: 'task_0', status: 'completed', output: [{ type: 'video', url: FILM }] };

  function proxyFor(userId: string, options: Partial<ProxyOptions> = {}): Proxy {
    bench.upstream.answer = (res, request) => (request.url.startsWith('/out/') ? cdn(res, request) : sendJson(res, 200, reading));
    const fetch = (request: Request) => {
      const { origin, pathname, search } = new URL(request.url);
      return globalThis.fetch(origin === bench.upstream.url ? request : new Request(bench.upstream.url + pathname + search, request));
    };
    return bench.proxy({ fetch, assets: { hosts: ['cdn.example'] }, authorize: () => ({ userId }), ...options });
  }

  /** The path that a user is given for the film. */
  async function linkFor(proxy: Proxy, userId = 'ann'): Promise<string> {
    const answer = await proxy(pageRequest('GET', `/v1/tasks/query?task_id=${await sealed('task_0', userId)}`));
    const { output } = (await answer.json()) as { output: { url: string }[] };
    return (output[0]?.url ?? '').replace('/api/bytespike', '');
  }
  const cdnRequests = () => bench.upstream.requests.filter(({ url }) => url.startsWith('/out/'));

  it('are given by the path by which browsers ask, where something before the proxy takes a part of it off', async () => {
    file(MP4, 'video/mp4');
    const proxy = proxyFor('ann', { basePath: '/', assets: { hosts: ['cdn.example'], path: '/shop/ai/' } });
    const app = new Hono().mount('/shop/ai', proxy);
    const ask = (path: string) => app.fetch(new Request(`https://app.example${path}`, { headers: { 'sec-fetch-site': 'same-origin' } }));
    const reading = await ask(`/shop/ai/v1/tasks/query?task_id=${await sealed('task_0', 'ann')}`);
    const { output } = (await reading.json()) as { output: { url: string }[] };
    expect(output[0]?.url).toMatch(/^\/shop\/ai\/assets\//);
    expect(Buffer.from(await (await ask(output[0]?.url ?? '')).arrayBuffer())).toEqual(MP4);
  });

  it('are streamed to the user who was given the address, without key and cookies', async () => {
    file(MP4, 'video/mp4', { etag: '"1"', 'accept-ranges': 'bytes' });
    const proxy = proxyFor('ann');
    const path = await linkFor(proxy);
    expect(path).toMatch(/^\/assets\/[\w-]+\.[\w-]{43}\?expires=\d{10}$/);
    const answer = await proxy(pageRequest('GET', path, { headers: { cookie: 'session=1', authorization: 'Bearer app' } }));
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(MP4);
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': 'video/mp4',
      'content-length': String(MP4.length),
      'accept-ranges': 'bytes',
      etag: '"1"',
      'content-disposition': expect.stringMatching(/^inline; filename="bytespike-[\w-]{8}\.mp4"$/) as string,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-bytespike-offers': expect.any(String) as string,
      'x-request-id': expect.stringMatching(/^bsp_/) as string,
    });
    const [up] = cdnRequests();
    expect(up?.url).toBe('/out/0.mp4?X-Signature=abc&X-Expires=86400');
    expect([up?.headers.authorization, up?.headers.cookie]).toEqual([undefined, undefined]);
    expect(JSON.stringify([bench.logged, bench.events])).not.toContain('X-Signature');
  });

  it('are for nobody else, whatever was changed in the address', async () => {
    file(MP4, 'video/mp4');
    const path = await linkFor(proxyFor('ann'));
    const [payload = '', signature = ''] = path.slice('/assets/'.length).split('.');
    const ann = proxyFor('ann');
    const other = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('cdn.example', 'evil.example')).toString('base64url');
    const task = (await sealed('task_0', 'ann')).split('.');
    const refused = [
      proxyFor('bob')(pageRequest('GET', path)),
      proxyFor('bob')(pageRequest('HEAD', path)),
      ann(pageRequest('GET', `/assets/${other}.${signature}`)),
      ann(pageRequest('GET', `/assets/${payload}.${signature.slice(1)}A`)),
      ann(pageRequest('GET', `/assets/${task.join('.')}`)),
      ann(pageRequest('GET', `/v1/tasks/stream/${payload}.${signature}`)),
      proxyFor('ann', { secret: 'another secret, also long enough to be one' })(pageRequest('GET', path)),
      proxyFor('ann', { assets: { hosts: ['other.example'] } })(pageRequest('GET', path)),
      bench.proxy({ authorize: () => ({ userId: 'ann' }) })(pageRequest('GET', path)),
    ];
    expect((await Promise.all(refused)).map(({ status }) => status)).toEqual(refused.map(() => 404));
    expect(cdnRequests()).toEqual([]);
  });

  it('are named by the same path again and again, until its day is over', async () => {
    file(MP4, 'video/mp4');
    const clock = createManualClock(Date.UTC(2026, 0, 1, 1));
    const proxy = proxyFor('ann', { clock });
    const path = await linkFor(proxy);
    expect(endOfLink(`https://app.example${path}`)).toBe(Date.UTC(2026, 0, 2, 6));
    await clock.advance(HOUR - 1);
    expect(await linkFor(proxy)).toBe(path);
    await clock.advance(23 * HOUR);
    expect((await proxy(pageRequest('GET', path))).status).toBe(200);
    await clock.advance(7 * HOUR);
    expect((await proxy(pageRequest('GET', path))).status).toBe(404);
  });

  it.each([
    ['http://cdn.example/0.mp4'], ['https://cdn.example:8443/0.mp4'], ['https://user@cdn.example/0.mp4'], ['https://cdn.example.evil.example/0.mp4'],
    ['https://evil.example/cdn.example/0.mp4'], ['https://127.0.0.1/0.mp4'], ['https://[::1]/0.mp4'], ['https://169.254.169.254/latest'], ['https://2130706433/0.mp4'],
    ['https://localhost/0.mp4'], ['ftp://cdn.example/0.mp4'], ['data:video/mp4;base64,AAAA'], [`https://cdn.example/${'x'.repeat(4000)}`],
  ])('are left alone where we would not go: %s', async (url) => {
    const proxy = proxyFor('ann');
    bench.upstream.answer = (res) => sendJson(res, 200, { ...reading, output: [{ type: 'video', url }] });
    const answer = await proxy(pageRequest('GET', `/v1/tasks/query?task_id=${await sealed('task_0', 'ann')}`));
    expect(((await answer.json()) as typeof reading).output[0]?.url).toBe(url);
  });

  it('never follow what a user wrote', async () => {
    const proxy = proxyFor('ann');
    const echoed = { image_url: `${CDN}/private`, params: { url: `${CDN}/private` }, metadata: { result: { url: `${CDN}/private` } } };
    bench.upstream.answer = (res) => sendJson(res, 200, { ...reading, ...echoed });
    const answer = await proxy(pageRequest('GET', `/v1/tasks/query?task_id=${await sealed('task_0', 'ann')}`));
    expect(await answer.json()).toMatchObject(echoed);
  });

  it.each<[string, object, string]>([
    ['dialect B', { status: 'completed', result: { video_url: FILM } }, 'tasks'],
    ['dialect C', { status: 'completed', result_url: FILM }, 'tasks'],
    ['batched images', { status: 'completed', result: { image_url: FILM, image_urls: [FILM, FILM] } }, 'tasks'],
    ['images', { created: 1, data: [{ url: FILM }, { b64_json: 'AAAA' }] }, 'images'],
  ])('are found in every shape: %s', async (_, body, kind) => {
    const proxy = proxyFor('ann');
    bench.upstream.answer = (res) => sendJson(res, 200, body);
    const id = await sealed('task_0', 'ann');
    const asked = kind === 'tasks' ? pageRequest('GET', `/v1/tasks/query?task_id=${id}`) : pageRequest('POST', '/v1/images/generations', { body: submitBody });
    const text = await (await proxy(asked)).text();
    expect(text).not.toContain(CDN);
    expect(text.match(/\/api\/bytespike\/assets\//g)).toHaveLength(JSON.stringify(body).split(FILM).length - 1);
  });

  it('are in the stream of a task and in that of all tasks, at the same address', async () => {
    const proxy = proxyFor('ann');
    const path = await linkFor(proxy);
    const own = proxyFor('ann');
    bench.upstream.answer = (res, { url }) => {
      if (!url.includes('stream')) return sendJson(res, 200, { task_id: 'task_0', status: 'running' });
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.end(`data: ${JSON.stringify(reading)}\n\n`);
    };
    const id = await sealed('task_0', 'ann');
    expect(await (await own(pageRequest('GET', `/v1/tasks/stream/${id}`))).text()).toContain(path);
    const other = proxyFor('ann');
    bench.upstream.answer = (res, { url }) => {
      if (!url.includes('stream')) return sendJson(res, 200, { task_id: 'task_0', status: 'running' });
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.end(`data: ${JSON.stringify(reading)}\n\n`);
    };
    await other(pageRequest('GET', `/v1/tasks/query?task_id=${id}`));
    const stream = (await other(pageRequest('GET', '/v1/tasks/events'))).body?.getReader();
    let heard = '';
    while (!heard.includes('completed')) heard += new TextDecoder().decode((await stream?.read())?.value);
    expect(heard).toContain(path);
    expect(heard).not.toContain(CDN);
    await stream?.cancel();
  });

  it('can be asked for without their bytes, and to be saved', async () => {
    file(MP4, 'video/mp4');
    const proxy = proxyFor('ann');
    const path = await linkFor(proxy);
    const head = await proxy(pageRequest('HEAD', path));
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(MP4.length), '']);
    const saved = await proxy(pageRequest('GET', `${path}?download`));
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="bytespike-.{8}\.mp4"$/);
    await saved.body?.cancel();
  });

  it.each<[string, Buffer, string, number, string | null]>([
    ['a picture under a wrong name', PNG, 'text/html', 200, 'image/png'],
    ['a page under the name of a picture', Buffer.from('<!doctype html><script>alert(1)</script>'), 'image/png', 502, 'application/json'],
    ['a script', Buffer.from('alert(1)'), 'text/javascript', 502, 'application/json'],
    ['nothing', Buffer.alloc(0), 'text/html', 200, 'video/mp4'],
    ['a drawing that can hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'image/png', 200, 'image/svg+xml'],
  ])('are told by their bytes: %s', async (_, bytes, declared, status, type) => {
    file(bytes, declared);
    const proxy = proxyFor('ann');
    const answer = await proxy(pageRequest('GET', await linkFor(proxy)));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
    expect(answer.headers.get('content-disposition')?.startsWith('attachment') ?? false).toBe(type === 'image/svg+xml');
    await answer.body?.cancel();
  });

  it.each<[string, number, Upstream['answer']]>([
    ['leads elsewhere', 502, (res) => void res.writeHead(302, { location: 'http://169.254.169.254/' }).end()],
    ['has forgotten', 404, (res) => void res.writeHead(403, { 'content-type': 'application/xml' }).end('<Error>AccessDenied</Error>')],
    ['has trouble', 502, (res) => void res.writeHead(503).end()],
    ['hangs up', 502, (res) => void res.destroy()],
    ['gives too much', 502, (res) => void res.writeHead(200, { 'content-length': 2_000_000 }).write(MP4)],
  ])('are refused when the CDN %s', async (_, status, answer) => {
    cdn = answer;
    const proxy = proxyFor('ann', { assets: { hosts: ['cdn.example'], maxBytes: 1_000_000 } });
    const response = await proxy(pageRequest('GET', await linkFor(proxy)));
    expect(response.status).toBe(status);
    const { message } = await errorOf(response);
    expect(message).not.toMatch(/cdn\.example|169\.254|AccessDenied/);
    expect(cdnRequests()).toHaveLength(1);
  });

  it('are cut off when they are larger than was said', async () => {
    cdn = (res) => {
      res.writeHead(200, { 'content-type': 'video/mp4' });
      res.write(MP4);
      res.end(Buffer.alloc(1_000_000));
    };
    const proxy = proxyFor('ann', { assets: { hosts: ['cdn.example'], maxBytes: 500_000 } });
    const answer = await proxy(pageRequest('GET', await linkFor(proxy)));
    await expect(answer.arrayBuffer()).rejects.toThrow('broke off');
  });

  it('go over the wire of a real server, and not to a page of another origin', async () => {
    file(PNG, 'image/png');
    const proxy = proxyFor('ann');
    const path = await linkFor(proxy);
    const server = await listen(toNodeHandler(proxy));
    const get = (site: string, method = 'GET') => fetch(`${server.url}/api/bytespike${path}`, { method, headers: { 'sec-fetch-site': site } });
    expect(Buffer.from(await (await get('same-origin')).arrayBuffer())).toEqual(PNG);
    expect((await get('same-origin', 'HEAD')).headers.get('content-length')).toBe(String(PNG.length));
    expect((await get('cross-site')).status).toBe(403);
    await server.close();
  });

  it.each([[[]], [['127.0.0.1']], [['[::1]']], [['localhost']], [['cdn']], [['*']], [['*.com']], [['nas.local']], [['*.internal']], [['a..b.com']], [['https://cdn.example']], ['cdn.example']])(
    'take no %j for the hosts of a CDN',
    (hosts) => {
      expect(() => bench.proxy({ assets: { hosts: hosts as string[] } })).toThrow('`assets.hosts`');
    },
  );

  it('may be on any name below one that is listed so', async () => {
    const proxy = proxyFor('ann', { assets: { hosts: ['*.cdn.example'] } });
    const ask = async (url: string) => {
      bench.upstream.answer = (res) => sendJson(res, 200, { ...reading, output: [{ type: 'video', url }] });
      return linkFor(proxy);
    };
    expect(await ask('https://eu.cdn.example/0.mp4')).toMatch(/^\/assets\//);
    expect(await ask('https://evilcdn.example/0.mp4')).toBe('https://evilcdn.example/0.mp4');
    expect(await ask('https://cdn.example/0.mp4')).toBe('https://cdn.example/0.mp4');
  });
});
