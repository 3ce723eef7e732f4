import type { Authorization, ProxyOptions } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { isWorking } from '../../support/busy-crypto.js';
import { createManualClock } from '../../support/manual-clock.js';
import { deferred, errorOf, pageRequest, sealed, T, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

type Kind = 'a task' | 'all tasks';
const kinds: Kind[] = ['a task', 'all tasks'];
const pathOf = (kind: Kind) => (kind === 'a task' ? `/v1/tasks/stream/${T}` : '/v1/tasks/events');

describe('an open stream', () => {
  const bench = useBench();

  /** A gateway that says of the task what a test wants, and a user who is in until a test says otherwise. */
  function start(options: Partial<ProxyOptions> = {}) {
    const clock = createManualClock(undefined, isWorking);
    const opened = deferred<void>();
    let say: (text: string) => void = () => {};
    let openNow = 0;
    bench.upstream.answer = (res, { url }) => {
      if (!url.includes('stream')) return sendJson(res, 200, { task_id: 't', status: 'queued' });
      openNow++;
      res.once('close', () => openNow--);
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      say = (text) => void res.write(text);
      say(':\n\n');
      opened.resolve();
    };
    let asked = 0;
    let decide: () => ReturnType<Exclude<ProxyOptions['authorize'], 'public'>> = () => ({ userId: 'user-1' });
    const authorize = () => {
      asked++;
      return decide();
    };
    const proxy = bench.proxy({ clock, authorize, ...options });
    return {
      clock,
      proxy,
      opened: opened.promise,
      say: (reading: object) => say(`data: ${JSON.stringify({ task_id: 't', ...reading })}\n\n`),
      beat: () => say(':\n\n'),
      decide: (next: typeof decide) => (decide = next),
      asked: () => asked,
      openUpstream: () => openNow,
      async listen(kind: Kind) {
        if (kind === 'all tasks') await (await proxy(pageRequest('GET', `/v1/tasks/query?task_id=${T}`))).text();
        const { body } = await proxy(pageRequest('GET', pathOf(kind)));
        const reader = (body as ReadableStream<Uint8Array>).getReader();
        let text = '';
        /** Until what was heard ends or holds this. */
        const until = async (wanted: string) => {
          while (!text.includes(wanted)) {
            const { done, value } = await reader.read();
            if (done) return `${text}[end]`;
            text += new TextDecoder().decode(value);
          }
          return text;
        };
        return { reader, until };
      },
    };
  }

  const noes: [string, () => Authorization | Response | Promise<Authorization>][] = [
    ['refuses', () => new Response('no', { status: 401 })],
    ['names another user', () => ({ userId: 'user-2' })],
    ['throws', () => Promise.reject(new Error('no database'))],
    ['says nothing clear', () => ({}) as Authorization],
  ];

  it.each(kinds.flatMap((kind) => noes.map(([how, no]) => ({ kind, how, no }))))('of $kind tells nothing more once `authorize` $how', async ({ kind, no }) => {
    const { clock, decide, listen, opened, say } = start();
    const { until } = await listen(kind);
    await until(kind === 'a task' ? ':' : 'queued');
    await opened;
    await clock.advance(2000);
    say({ status: 'running' });
    expect(await until('running')).toContain('running');
    decide(no);
    await clock.advance(2000);
    say({ status: 'completed', result_url: 'https://cdn.example/private.mp4' });
    const heard = await until('private');
    expect([heard.includes('private'), heard.endsWith('[end]')]).toEqual([false, true]);
  });

  it.each(kinds)('of %s in which nothing happens ends within the time that was said', async (kind) => {
    const { clock, decide, listen, opened } = start({ authorizeEvery: 10, timeouts: { stalled: 1000, idle: 1000 } });
    const { until } = await listen(kind);
    await until(kind === 'a task' ? ':' : 'queued');
    await opened;
    const ended = until('never');
    await clock.advance(25_000);
    decide(() => new Response(null, { status: 401 }));
    let isOver = false;
    void ended.then(() => (isOver = true));
    await clock.advance(4000);
    expect(isOver).toBe(false);
    await clock.advance(1000);
    expect(await ended).toContain('[end]');
  });

  it('of one whose `authorize` hangs is ended too', async () => {
    const { clock, decide, listen } = start();
    const { until } = await listen('a task');
    await until(':');
    decide(() => new Promise(() => {}));
    const ended = until('never');
    await clock.advance(40_000);
    expect(await ended).toContain('[end]');
  });

  it('of one who left while it was asked is not asked about again', async () => {
    const { asked, clock, decide, listen } = start();
    const { reader, until } = await listen('a task');
    await until(':');
    const answer = deferred<Authorization>();
    decide(() => answer.promise);
    await clock.advance(30_000);
    await reader.cancel();
    answer.resolve({ userId: 'user-1' });
    await clock.advance(300_000);
    expect(asked()).toBe(2);
  });

  it('asks nothing for a heartbeat, and once for news that come together', async () => {
    const { clock, asked, beat, listen, say } = start();
    const { until } = await listen('a task');
    await until(':\n\n');
    await clock.advance(2000);
    beat();
    await until(':\n\n:\n\n');
    expect(asked()).toBe(1);
    for (const turn of [1, 2, 3]) {
      say({ status: 'running', estimated_seconds: turn });
      await until(`"estimated_seconds":${turn}`);
    }
    expect(asked()).toBe(2);
  });

  it.each(kinds)('of %s: a user has 20, another the own, and a closed one makes room', async (kind) => {
    const { proxy, openUpstream } = start({ authorize: ({ headers }) => ({ userId: headers.get('authorization') ?? 'user-1' }) });
    const open = (headers: Record<string, string> = {}, signal?: AbortSignal) => proxy(pageRequest('GET', pathOf(kind), { headers, ...(signal ? { signal } : {}) }));
    const leaving = new AbortController();
    const streams = [await open({}, leaving.signal)];
    for (let count = 1; count < 20; count++) streams.push(await open());
    expect(streams.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const refused = await open();
    expect([refused.status, refused.headers.get('retry-after'), (await errorOf(refused)).code]).toEqual([429, '30', 'concurrency_limit']);
    expect(openUpstream()).toBe(kind === 'a task' ? 20 : 0);
    const other = await proxy(pageRequest('GET', '/v1/tasks/events', { headers: { authorization: 'user-2' } }));
    expect(other.status).toBe(200);
    await other.body?.cancel();
    await streams.pop()?.body?.cancel();
    streams.push(await open());
    expect(streams.at(-1)?.status).toBe(200);
    leaving.abort();
    streams.push(await open());
    expect([streams.at(-1)?.status, (await open()).status]).toEqual([200, 429]);
    for (const { body } of streams) await body?.cancel().catch(() => {});
  });

  it('that never began, or broke, takes no place', async () => {
    const { proxy } = start();
    const ask = async () => {
      const answer = await proxy(pageRequest('GET', pathOf('a task')));
      await answer.text().catch(() => {});
      return answer.status;
    };
    bench.upstream.answer = (res) => sendJson(res, 404, { error: { code: 'task_not_found', message: 'No.' } });
    for (let count = 0; count < 25; count++) expect(await ask()).toBe(404);
    bench.upstream.answer = (res) => sendJson(res, 200, { task_id: 't', status: 'running' });
    for (let count = 0; count < 25; count++) expect(await ask()).toBe(200);
    bench.upstream.answer = (res) => res.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: {}\n\n', () => res.destroy());
    for (let count = 0; count < 25; count++) expect(await ask()).toBe(200);
  });

  it('of the public counts by address', async () => {
    const { proxy } = start({ authorize: 'public', clientAddress: ({ headers }) => headers.get('x-real-ip') ?? undefined });
    const id = await sealed('t', 'public');
    const open = (address: string) => proxy(pageRequest('GET', `/v1/tasks/stream/${id}`, { headers: { 'x-real-ip': address } }));
    const streams: Response[] = [];
    for (let count = 0; count < 20; count++) streams.push(await open(`1.2.3.4:${count}`));
    expect([(await open('1.2.3.4')).status, (await open('4.3.2.1')).status]).toEqual([429, 200]);
    for (const { body } of streams) await body?.cancel();
  });

  it.each([0, -1, Number.NaN, 1e9])('is not asked about every %d seconds', (authorizeEvery) => {
    expect(() => bench.proxy({ authorizeEvery })).toThrow('`authorizeEvery`');
  });
});
