import { connect } from 'node:net';
import { type ProxyOptions, toNodeHandler } from 'bytespike-react/server';
import { describe, expect, it, vi } from 'vitest';
import { isWorking } from '../../support/busy-crypto.js';
import { createManualClock, settle } from '../../support/manual-clock.js';
import { deferred, pageRequest, submitBody, T, useBench } from './fixture.js';
import { listen } from './upstream.js';

describe('what stands still', () => {
  const bench = useBench();

  /** A gateway that takes the request and says this much. */
  function silent(head?: string) {
    const [arrived, closed] = [deferred<void>(), deferred<void>()];
    bench.upstream.answer = (res) => {
      res.once('close', () => closed.resolve());
      if (head !== undefined) {
        res.writeHead(200, { 'content-type': head.startsWith('{') ? 'application/json' : 'text/event-stream' });
        res.write(head);
      }
      arrived.resolve();
    };
    return { arrived: arrived.promise, closed: closed.promise };
  }

  it.each([
    ['POST', '/v1/tasks/submit', 'unknown'],
    ['POST', '/v1/images/generations', 'unknown'],
    ['GET', `/v1/tasks/query?task_id=${T}`, null],
    ['GET', `/v1/tasks/stream/${T}`, null],
  ] as const)('%s %s is not waited for without end, and its outcome is %s', async (method, path, outcome) => {
    const { arrived } = silent();
    const clock = createManualClock(undefined, isWorking);
    const answered = bench.proxy({ clock, timeouts: { answer: 30 } })(pageRequest(method, path, method === 'POST' ? { body: submitBody } : {}));
    await arrived;
    let isAnswered = false;
    void answered.then(() => (isAnswered = true));
    await clock.advance(29_999);
    expect(isAnswered).toBe(false);
    await clock.advance(1);
    const { status, headers } = await answered;
    expect([status, headers.get('x-bytespike-outcome')]).toEqual([502, outcome]);
    expect(clock.pending).toBe(0);
  });

  it('an answer that never ends is lost', async () => {
    const { arrived } = silent('{"task_id":');
    const clock = createManualClock(undefined, isWorking);
    const answered = bench.proxy({ clock })(pageRequest('POST', '/v1/tasks/submit', { body: submitBody }));
    await arrived;
    let isAnswered = false;
    void answered.then(() => (isAnswered = true));
    while (!isAnswered) await clock.advance(10_000);
    expect((await answered).headers.get('x-bytespike-outcome')).toBe('unknown');
  });

  it('a stream that says nothing is cut off on both sides; one that beats is not', async () => {
    let beat: () => void = () => {};
    const closed = deferred<void>();
    bench.upstream.answer = (res) => {
      res.once('close', () => closed.resolve());
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      beat = () => void res.write(':\n\n');
      beat();
    };
    const clock = createManualClock(undefined, isWorking);
    const { body } = await bench.proxy({ clock })(pageRequest('GET', `/v1/tasks/stream/${T}`));
    let [beats, isOver] = [0, false];
    const beaten = deferred<void>();
    const read = (body as ReadableStream<Uint8Array>).pipeTo(
      new WritableStream({
        write() {
          beats++;
          beaten.resolve();
        },
      }),
    );
    const cut = expect(read.finally(() => (isOver = true))).rejects.toThrow('broke off');
    await beaten.promise;
    for (let minute = 0; minute < 3; minute++) {
      await clock.advance(59_000);
      const heard = beats;
      beat();
      await vi.waitFor(() => expect(beats).toBeGreaterThan(heard));
      expect(isOver).toBe(false);
    }
    await clock.advance(60_000);
    await cut;
    await closed.promise;
    expect(clock.pending).toBe(0);
  });

  it('a stream on which the gateway says little beats all the same, for servers that end what is silent for 10 s', async () => {
    bench.upstream.answer = (res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write('data: {"status":"running"}\n\n');
    };
    const clock = createManualClock(undefined, isWorking);
    const { body } = await bench.proxy({ clock })(pageRequest('GET', `/v1/tasks/stream/${T}`));
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    const said = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await said()).toBe('data: {"status":"running"}\n\n');
    for (let beats = 0; beats < 3; beats++) {
      const next = said();
      await clock.advance(9000);
      expect(await next).toBe(':\n\n');
    }
    await reader.cancel();
    await clock.advance(0);
    expect(clock.pending).toBe(0);
  });

  it('a client that takes nothing ends the stream upstream, and its own connection', async () => {
    const closed = deferred<void>();
    bench.upstream.answer = (res) => {
      res.once('close', () => closed.resolve());
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      const more = () => res.writable && res.write(`data: {"status":"running","x":"${'x'.repeat(60_000)}"}\n\n`, more);
      more();
    };
    const clock = createManualClock(undefined, isWorking);
    const server = await listen(toNodeHandler(bench.proxy({ clock, timeouts: { idle: 1e6, answer: 1e6 } })));
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const gone = deferred<void>();
    socket.once('close', () => gone.resolve());
    socket.pause();
    socket.write(`GET /api/bytespike/v1/tasks/stream/${T} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nsec-fetch-site: same-origin\r\n\r\n`);
    let isClosed = false;
    void closed.promise.then(() => (isClosed = true));
    while (!isClosed) {
      await settle();
      await clock.advance(1000);
    }
    expect(clock.pending).toBe(0);
    expect(socket.destroyed).toBe(false);
    socket.resume();
    await gone.promise;
    await server.close();
  });

  it.each([
    ['without a byte', 30, 30_000],
    ['byte by byte', 10, 120_000],
  ])('a body that comes %s is waited for no longer than was said, and its connection is closed', async (_, everySeconds, afterMs) => {
    const clock = createManualClock();
    const begun = deferred<void>();
    const authorize = () => {
      begun.resolve();
      return { userId: 'user-1' };
    };
    const server = await listen(toNodeHandler(bench.proxy({ clock, authorize })));
    const { hostname, port, host } = new URL(server.url);
    let answer = '';
    const over = deferred<void>();
    const socket = connect(Number(port), hostname, () => socket.write(`POST /api/bytespike/v1/tasks/submit HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.url}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`));
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.once('close', () => over.resolve());
    await begun.promise;
    const started = clock.now();
    while (answer === '') {
      socket.write('1\r\n{\r\n');
      // Another exchange: what was written before it has arrived.
      await (await fetch(`${server.url}/nothing`)).text();
      await clock.advance(everySeconds * 1000);
    }
    await over.promise;
    expect(answer).toMatch(/^HTTP\/1.1 408 [^]*connection: close[^]*"code":"timeout"/i);
    expect(clock.now() - started).toBeLessThanOrEqual(afterMs + 2 * everySeconds * 1000);
    expect([bench.upstream.requests, clock.pending]).toEqual([[], 0]);
    await server.close();
  });

  it.each([{ answer: 0 }, { idle: -1 }, { stalled: Number.NaN }, { body: 0 }, { answer: 1e9 }])('takes no %j', (timeouts) => {
    expect(() => bench.proxy({ timeouts } as Partial<ProxyOptions>)).toThrow('`timeouts`');
  });
});
