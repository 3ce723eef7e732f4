import { connect } from 'node:net';
import { toNodeHandler } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { deferred, submitBody, T, useBench } from './fixture.js';
import { PATH, raw, useNodeServer } from './node-server.js';
import { sendJson } from './upstream.js';

describe('toNodeHandler, as answers go on and on', () => {
  const bench = useBench();
  const serve = useNodeServer(bench);

  it('streams each event at once and ends upstream when the browser leaves', async () => {
    const closed = deferred<void>();
    let push: (text: string) => void = () => {};
    bench.upstream.answer = (res) => {
      res.once('close', () => closed.resolve());
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.flushHeaders();
      push = (text) => void res.write(text);
    };
    const { url } = await serve();
    const browser = new AbortController();
    const response = await fetch(`${url}${PATH}/v1/tasks/stream/${T}`, { signal: browser.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    for (const frame of ['data: 1\n\n', ':\n\n']) {
      push(frame);
      expect(new TextDecoder().decode((await reader.read()).value)).toBe(frame);
    }
    browser.abort();
    await closed.promise;
  });

  it('ends a read upstream when the browser leaves before its answer, and finishes a submit', async () => {
    const { url } = await serve();
    for (const [method, path, finished] of [['GET', `/v1/tasks/query?task_id=${T}`, false], ['POST', '/v1/tasks/submit', true]] as const) {
      const ended = deferred<boolean>();
      const left = deferred<void>();
      const browser = new AbortController();
      bench.upstream.answer = (res) => {
        res.once('close', () => ended.resolve(res.writableFinished));
        browser.abort();
        if (finished) void left.promise.then(() => sendJson(res, 200, {}));
      };
      const init = method === 'POST' ? { body: submitBody, headers: { origin: url, 'content-type': 'application/json' } } : {};
      await expect(fetch(url + PATH + path, { method, ...init, signal: browser.signal })).rejects.toThrow('aborted');
      // Another call on the same server: when it is answered, the proxy has seen the other connection close.
      await (await fetch(`${url}${PATH}/nothing`)).text();
      left.resolve();
      expect(await ended.promise).toBe(finished);
    }
  });

  it('writes no faster than the browser reads', async () => {
    let pulled = 0;
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
    const cancelled = deferred<void>();
    const { url } = await serve(toNodeHandler(async () => new Response(endless)));
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'));
    socket.pause();
    // The buffers between the two fill; once a whole exchange passes in which nothing was pulled, it waits.
    for (let before = -1; before !== pulled || pulled === 0; ) {
      before = pulled;
      for (let i = 0; i < 20; i++) await raw(url, 'GET * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    }
    expect(pulled).toBeLessThan(200);
    socket.destroy();
    await cancelled.promise;
  });

  it('cuts a broken answer off, and does not end it as if it were whole', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('half'));
      },
      pull(controller) {
        controller.error(new Error('broke'));
      },
    });
    const { url, rejected } = await serve(toNodeHandler(async () => new Response(body)));
    await expect(fetch(url).then((response) => response.text())).rejects.toThrow(/terminated|failed/);
    expect(rejected).toEqual([]);
  });

});
