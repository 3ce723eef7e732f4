import { describe, expect, it } from 'vitest';
import { deferred, pageRequest, submitBody, T, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

type Ending = 'ran to its end' | 'was ended';

describe('when the browser leaves', () => {
  const bench = useBench();

  /** Starts a call, aborts it once it has arrived upstream, and tells how it then ended there. */
  async function leave(method: string, path: string, body: string | undefined, answers: boolean): Promise<Ending> {
    const client = new AbortController();
    const ending = deferred<Ending>();
    bench.upstream.answer = (res) => {
      res.once('close', () => ending.resolve(res.writableFinished ? 'ran to its end' : 'was ended'));
      bench.upstream.answer = (other) => sendJson(other, 200, {});
      client.abort();
      if (answers) void roundTrip().then(() => sendJson(res, 200, { task_id: 't' }));
    };
    const answered = bench.proxy()(pageRequest(method, path, { signal: client.signal, ...(body === undefined ? {} : { body }) }));
    const seen = await ending.promise;
    await (await answered).body?.cancel();
    return seen;
  }

  /** To upstream and back: an abort that was on its way has arrived by then. */
  async function roundTrip(): Promise<void> {
    await (await fetch(bench.upstream.url)).text();
  }

  it.each([
    ['POST', '/v1/tasks/submit', submitBody],
    ['POST', '/v1/images/generations', submitBody],
    ['POST', '/v1/tasks/cancel', `{"task_id":"${T}"}`],
    ['POST', `/v1/tasks/cancel/${T}`, undefined],
  ])('%s %s runs to its end', async (method, path, body) => {
    expect(await leave(method, path, body, true)).toBe('ran to its end');
  });

  it.each([
    ['GET', `/v1/tasks/query?task_id=${T}`, undefined],
    ['POST', '/v1/tasks/query', `{"task_id":"${T}"}`],
    ['GET', `/v1/tasks/stream/${T}`, undefined],
  ])('%s %s is ended upstream', async (method, path, body) => {
    expect(await leave(method, path, body, false)).toBe('was ended');
    expect(bench.events[0]).toMatchObject({ status: 499, reason: 'The client left.' });
  });

  it('reads an image to its end upstream after the client stopped reading it', async () => {
    const finished = deferred<boolean>();
    const rest = 'A'.repeat(8 * 1024 * 1024);
    bench.upstream.answer = (res) => {
      res.once('close', () => finished.resolve(res.writableFinished));
      res.writeHead(200, { 'content-type': 'application/json' });
      res.write('{"data":"');
      res.end(`${rest}"}`);
    };
    const response = await bench.proxy()(pageRequest('POST', '/v1/images/generations', { body: submitBody }));
    await response.body?.cancel();
    expect(await finished.promise).toBe(true);
  });

  it('ends a stream upstream when its reader stops, and hands each event on as it comes', async () => {
    const closed = deferred<void>();
    let push: (text: string) => void = () => {};
    bench.upstream.answer = (res) => {
      res.once('close', () => closed.resolve());
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      push = (text) => void res.write(text);
      push('data: 1\n\n');
    };
    const response = await bench.proxy()(pageRequest('GET', `/v1/tasks/stream/${T}`));
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await next()).toBe('data: 1\n\n');
    push('data: 2\n\n');
    expect(await next()).toBe('data: 2\n\n');
    await reader.cancel();
    await closed.promise;
  });

  it('asks upstream for no more than the client takes', async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      { pull: (controller) => controller.enqueue(new TextEncoder().encode(`data: ${pulled++}\n\n`)) },
      { highWaterMark: 0 },
    );
    const fetch = async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    const response = await bench.proxy({ fetch })(pageRequest('GET', `/v1/tasks/stream/${T}`));
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    expect(pulled).toBe(0);
    await reader.read();
    await reader.read();
    expect(pulled).toBe(2);
    await reader.cancel();
  });

  it('sends nothing up when the client leaves before its request is whole', async () => {
    let fail: (error: Error) => void = () => {};
    const half = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"model":"m"'));
        fail = (error) => controller.error(error);
      },
    });
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    const init = { method: 'POST', headers, body: half, duplex: 'half' };
    const answered = bench.proxy()(new Request('https://app.example/api/bytespike/v1/tasks/submit', init));
    fail(new Error('reset'));
    expect((await answered).status).toBe(400);
    expect(bench.upstream.requests).toEqual([]);
  });
});
