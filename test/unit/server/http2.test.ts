import { type ClientHttp2Session, type ClientHttp2Stream, connect, constants, createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { type NodeHandler, toNodeHandler } from 'bytespike-react/server';
import { afterEach, describe, expect, it } from 'vitest';
import { createManualClock } from '../../support/manual-clock.js';
import { CANARY, deferred, outName, submitBody, T, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const PATH = '/api/bytespike';
const PAGE = { 'sec-fetch-site': 'same-origin' };

interface Answer {
  headers: IncomingHttpHeaders;
  status: number | undefined;
  text: string;
}

describe('toNodeHandler under HTTP/2', () => {
  const bench = useBench();
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0).reverse()) close();
  });

  /** A real server that speaks nothing else, and two connections to it. */
  async function serve(handler: NodeHandler = toNodeHandler(bench.proxy()), before?: NodeHandler) {
    const rejected: unknown[] = [];
    const server = createServer(async (req, res) => {
      await before?.(req, res);
      await handler(req, res).catch((error: unknown) => rejected.push(error));
    });
    const sessions = new Set<ServerHttp2Session>();
    server.on('session', (session) => sessions.add(session));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const open = () => connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const [session, other] = [open(), open()];
    closing.push(() => {
      session.destroy();
      other.destroy();
      for (const each of sessions) each.destroy();
      server.close();
    });
    return { session, other, rejected };
  }

  function send(session: ClientHttp2Session, method: string, path: string, headers: OutgoingHttpHeaders = {}): ClientHttp2Stream {
    return session.request({ ':method': method, ':path': PATH + path, ...PAGE, ...headers }, { endStream: method === 'GET' || method === 'HEAD' });
  }

  function answerOf(stream: ClientHttp2Stream): Promise<Answer> {
    return new Promise((resolve, reject) => {
      let headers: IncomingHttpHeaders = {};
      let text = '';
      stream.once('response', (got) => {
        headers = got;
      });
      stream.on('data', (chunk) => {
        text += String(chunk);
      });
      stream.once('error', reject);
      stream.once('end', () => resolve({ headers, status: headers[':status'] as number | undefined, text }));
    });
  }

  function post(session: ClientHttp2Session, path: string, body: string | Uint8Array, headers: OutgoingHttpHeaders = { 'content-type': 'application/json' }): Promise<Answer> {
    const stream = send(session, 'POST', path, headers);
    stream.end(body);
    return answerOf(stream);
  }

  it('passes a submit, a form, a read and a question for the head alone, all over one connection', async () => {
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't' });
    const { session, rejected } = await serve();
    const form = new FormData();
    form.set('model', 'gpt-image-2');
    form.set('image', new File([new Uint8Array(300_000)], 'in.png', { type: 'image/png' }));
    const sent = new Response(form);
    const [submitted, edited, read, missing] = await Promise.all([
      post(session, '/v1/tasks/submit', submitBody),
      post(session, '/v1/images/edits', new Uint8Array(await sent.clone().arrayBuffer()), { 'content-type': sent.headers.get('content-type') ?? '' }),
      answerOf(send(session, 'GET', `/v1/tasks/query?task_id=${T}`)),
      answerOf(send(session, 'HEAD', '/v1/tasks/submit')),
    ]);
    expect([submitted.status, JSON.parse(submitted.text)]).toEqual([200, { task_id: T }]);
    expect([edited.status, read.status, missing.status, missing.text]).toEqual([200, 200, 404, '']);
    expect(submitted.headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    const up = bench.upstream.requests.find(({ url }) => url === '/v1/tasks/submit');
    expect(JSON.parse(String(up?.body))).toEqual({ ...JSON.parse(submitBody), out_task_id: await outName('bs_1') });
    expect([up?.headers.authorization, bench.upstream.requests.length, rejected]).toEqual([`Bearer ${CANARY}`, 3, []]);
  });

  it('streams each event at once, and ends upstream when the browser leaves', async () => {
    const closed = deferred<void>();
    let push: (text: string) => void = () => {};
    bench.upstream.answer = (res) => {
      res.once('close', () => closed.resolve());
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      push = (text) => void res.write(text);
      push(':\n\n');
    };
    const { session } = await serve();
    const stream = send(session, 'GET', `/v1/tasks/stream/${T}`);
    const next = () => new Promise<string>((resolve) => stream.once('data', (chunk) => resolve(String(chunk))));
    expect(await next()).toBe(':\n\n');
    push('data: {"status":"running"}\n\n');
    expect(await next()).toBe('data: {"status":"running"}\n\n');
    stream.close(constants.NGHTTP2_CANCEL);
    await closed.promise;
  });

  it('leaves out of an answer what is about a connection, and hands every cookie on by itself', async () => {
    const headers = new Headers([
      ['connection', 'close'], ['keep-alive', 'timeout=5'], ['transfer-encoding', 'chunked'], ['te', 'gzip'], ['upgrade', 'h2c'], ['proxy-connection', 'close'],
      ['set-cookie', 'a=1; Expires=Sat, 21 Nov 2026 02:00:00 GMT'], ['set-cookie', 'b=2'], ['x-app', '1'],
    ]);
    const { session, rejected } = await serve(toNodeHandler(bench.proxy({ authorize: () => new Response('no', { status: 401, headers }) })));
    const answer = await answerOf(send(session, 'GET', `/v1/tasks/stream/${T}`));
    expect([answer.status, answer.text, answer.headers['x-app'], answer.headers['set-cookie']]).toEqual([401, 'no', '1', ['a=1; Expires=Sat, 21 Nov 2026 02:00:00 GMT', 'b=2']]);
    expect(Object.keys(answer.headers).filter((name) => /connection|keep-alive|encoding|^te$|upgrade/.test(name))).toEqual([]);
    expect(rejected).toEqual([]);
  });

  it.each<[string, OutgoingHttpHeaders, number]>([
    ['another host than its authority', { ':authority': 'a.example', host: 'evil.example' }, 400],
    ['an authority longer than any', { ':authority': 'a'.repeat(300) }, 400],
    ['no path of ours', { ':path': '//evil.example/v1/tasks/submit' }, 404],
    ['its authority twice over', { ':authority': 'a.example', host: 'a.example' }, 200],
  ])('is asked with %s', async (_, headers, status) => {
    const { session, rejected } = await serve();
    const stream = session.request({ ':method': 'GET', ':path': `${PATH}/v1/tasks/query?task_id=${T}`, ...PAGE, ...headers });
    expect((await answerOf(stream)).status).toBe(status);
    expect([bench.upstream.requests.length, rejected]).toEqual([status === 200 ? 1 : 0, []]);
  });

  it('knows the page of its own origin, and none of another', async () => {
    const { session } = await serve();
    const ask = async (origin: string) => {
      const stream = session.request({ ':method': 'POST', ':path': `${PATH}/v1/tasks/submit`, ':authority': 'app.example', 'content-type': 'application/json', origin });
      stream.end(submitBody);
      return (await answerOf(stream)).status;
    };
    expect([await ask('http://app.example'), await ask('https://evil.example')]).toEqual([200, 403]);
  });

  it('sends nothing up when the browser leaves before its request is whole, though what came reads as one', async () => {
    const told = deferred<number>();
    const begun = deferred<void>();
    const authorize = () => {
      begun.resolve();
      return { userId: 'user-1' };
    };
    const { session, rejected } = await serve(toNodeHandler(bench.proxy({ authorize, onEvent: ({ status }) => told.resolve(status) })));
    const stream = send(session, 'POST', '/v1/tasks/submit', { 'content-type': 'application/json' });
    stream.on('error', () => {});
    stream.write(submitBody);
    await begun.promise;
    stream.destroy(new Error('left'));
    expect(await told.promise).toBe(400);
    expect([bench.upstream.requests, rejected]).toEqual([[], []]);
  });

  it('cuts a broken answer off, and does not end it as if it were whole', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('half')),
      pull: (controller) => controller.error(new Error('broke')),
    });
    const { session, rejected } = await serve(toNodeHandler(async () => new Response(body)));
    await expect(answerOf(send(session, 'GET', ''))).rejects.toThrow('INTERNAL_ERROR');
    expect(rejected).toEqual([]);
  });

  it('writes no faster than the browser reads', async () => {
    let pulled = 0;
    const cancelled = deferred<void>();
    const endless = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled++;
          controller.enqueue(new Uint8Array(256 * 1024));
        },
        cancel: () => cancelled.resolve(),
      },
      { highWaterMark: 0 },
    );
    const { session, other } = await serve(toNodeHandler(async ({ url }) => new Response(url.endsWith('/endless') ? endless : 'ok')));
    const stream = send(session, 'GET', '/endless');
    stream.on('error', () => {});
    stream.pause();
    // The window of the connection fills; once a whole exchange passes in which nothing was pulled, it waits.
    for (let before = -1; before !== pulled || pulled === 0; ) {
      before = pulled;
      await answerOf(send(other, 'GET', '/other'));
    }
    expect(pulled).toBeLessThan(50);
    stream.close(constants.NGHTTP2_CANCEL);
    await cancelled.promise;
  });

  it('says so when a parser took the body and left nothing', async () => {
    const { session } = await serve(undefined, async (req) => {
      for await (const chunk of req) void chunk;
    });
    const answer = await post(session, '/v1/tasks/submit', submitBody);
    expect([answer.status, answer.text]).toEqual([500, expect.stringContaining('req.body')]);
  });

  it('waits for a body no longer than was said, and is done with it then', async () => {
    const clock = createManualClock();
    const begun = deferred<void>();
    const authorize = () => {
      begun.resolve();
      return { userId: 'user-1' };
    };
    const { session } = await serve(toNodeHandler(bench.proxy({ clock, authorize })));
    const stream = send(session, 'POST', '/v1/tasks/submit', { 'content-type': 'application/json' });
    const closed = new Promise<number | undefined>((resolve) => stream.once('close', () => resolve(stream.rstCode)));
    stream.write('{"model":');
    const answered = answerOf(stream);
    await begun.promise;
    let status: number | undefined;
    void answered.then((answer) => ({ status } = answer));
    while (status === undefined) {
      await clock.advance(10_000);
      await answerOf(send(session, 'GET', '/nothing'));
    }
    expect([status, await closed]).toEqual([408, 0]);
    expect(bench.upstream.requests).toEqual([]);
  });
});
