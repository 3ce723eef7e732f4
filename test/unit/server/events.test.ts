import type { ServerResponse } from 'node:http';
import type { Proxy } from 'bytespike-react/server';
import { afterEach, describe, expect, it } from 'vitest';
import { isWorking } from '../../support/busy-crypto.js';
import { createManualClock } from '../../support/manual-clock.js';
import { CANARY, pageRequest, sealed, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

interface Event {
  id: string;
  data: { task_id: string; out_task_id?: string; status: string };
}

describe('all tasks of a user in one stream', () => {
  const bench = useBench();
  const leaving = new Set<() => Promise<void>>();
  afterEach(async () => {
    for (const leave of leaving) await leave();
    leaving.clear();
  });

  /** A gateway whose streams a test writes by hand. */
  function streams(): { say(taskId: string, reading: object): Promise<void>; open: Map<string, ServerResponse>; opened: string[]; closed(taskId: string): Promise<void> } {
    const open = new Map<string, ServerResponse>();
    const opened: string[] = [];
    const closes = new Map<string, () => void>();
    let submitted = 0;
    bench.upstream.answer = (res, { url, body }) => {
      if (url === '/v1/tasks/submit') return sendJson(res, 200, { ...(JSON.parse(String(body)) as object), task_id: `task_${submitted++}`, status: 'queued' });
      const [, taskId = ''] = /^\/v1\/tasks\/stream\/(\w+)$/.exec(url) ?? [];
      if (taskId === '') return sendJson(res, 200, { task_id: 'task_0', status: 'queued' });
      opened.push(taskId);
      open.set(taskId, res);
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write(': hello\n\n');
      res.once('close', () => {
        open.delete(taskId);
        closes.get(taskId)?.();
      });
      waiting.get(taskId)?.();
    };
    const waiting = new Map<string, () => void>();
    return {
      open,
      opened,
      async say(taskId, reading) {
        if (!open.has(taskId)) await new Promise<void>((resolve) => waiting.set(taskId, resolve));
        open.get(taskId)?.write(`data: ${JSON.stringify({ task_id: taskId, ...reading })}\n\n`);
      },
      async closed(taskId) {
        if (open.has(taskId)) await new Promise<void>((resolve) => closes.set(taskId, resolve));
      },
    };
  }

  async function submit(proxy: Proxy, key: string): Promise<void> {
    const body = JSON.stringify({ model: 'veo-3.1-fast', prompt: 'p', out_task_id: key });
    await (await proxy(pageRequest('POST', '/v1/tasks/submit', { body }))).text();
  }

  async function listen(proxy: Proxy, lastEventId?: string) {
    const headers = lastEventId === undefined ? {} : { headers: { 'last-event-id': lastEventId } };
    const response = await proxy(pageRequest('GET', '/v1/tasks/events', headers));
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let text = '';
    const chunk = async () => {
      const { done, value } = await reader.read();
      text += new TextDecoder().decode(value);
      return done;
    };
    const leave = () => reader.cancel().catch(() => {});
    leaving.add(leave);
    return {
      response,
      leave,
      chunk,
      /** The next event, without the heartbeats before it. */
      async next(): Promise<Event> {
        for (;;) {
          const end = text.indexOf('\n\n');
          if (end < 0) {
            if (await chunk()) throw new Error('The stream ended.');
            continue;
          }
          const frame = text.slice(0, end);
          text = text.slice(end + 2);
          const [, id = '', data = ''] = /^id: (.*)\ndata: (.*)$/.exec(frame) ?? [];
          if (data !== '') return { id, data: JSON.parse(data) as Event['data'] };
        }
      },
      rest: () => text,
    };
  }

  it('tells each change of each task, under the names that the user knows, and begins with what is', async () => {
    const gateway = streams();
    const proxy = bench.proxy();
    await submit(proxy, 'bs_0');
    const stream = await listen(proxy);
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
    expect((await stream.next()).data).toMatchObject({ task_id: await sealed('task_0'), out_task_id: 'bs_0', status: 'queued' });
    await submit(proxy, 'bs_1');
    expect((await stream.next()).data).toMatchObject({ task_id: await sealed('task_1'), out_task_id: 'bs_1', status: 'queued' });
    await gateway.say('task_0', { status: 'running', debug: CANARY });
    expect((await stream.next()).data).toEqual({ task_id: await sealed('task_0'), status: 'running', debug: '[redacted]' });
    await gateway.say('task_1', { status: 'completed', output: [{ type: 'video', url: 'https://cdn.example/1.mp4' }] });
    expect((await stream.next()).data).toMatchObject({ task_id: await sealed('task_1'), status: 'completed' });
  });

  it('follows a task once however many listen, ends that with the last of them, and cancels nothing', async () => {
    const gateway = streams();
    const proxy = bench.proxy();
    await submit(proxy, 'bs_0');
    const listeners = await Promise.all(Array.from({ length: 5 }, () => listen(proxy)));
    await gateway.say('task_0', { status: 'running' });
    for (const each of listeners) {
      let { data } = await each.next();
      if (data.status === 'queued') ({ data } = await each.next());
      expect(data.status).toBe('running');
    }
    expect(gateway.opened).toEqual(['task_0']);
    for (const each of listeners.slice(1)) await each.leave();
    await gateway.say('task_0', { status: 'running', estimated_seconds: 9 });
    expect((await listeners[0]?.next())?.data).toMatchObject({ estimated_seconds: 9 });
    await listeners[0]?.leave();
    await gateway.closed('task_0');
    expect(bench.upstream.requests.filter(({ url }) => url.includes('cancel'))).toEqual([]);
  });

  it("tells nobody of another user's tasks", async () => {
    const gateway = streams();
    const both = bench.proxy({ authorize: ({ headers }) => ({ userId: headers.get('authorization') ?? 'bob' }) });
    const listener = await listen(both);
    const body = JSON.stringify({ model: 'veo-3.1-fast', prompt: 'p' });
    await both(pageRequest('POST', '/v1/tasks/submit', { body, headers: { authorization: 'ann' } }));
    await submit(both, 'bs_1');
    expect((await listener.next()).data.task_id).toBe(await sealed('task_1', 'bob'));
    expect(gateway.opened).not.toContain('task_0');
  });

  it('goes on after the last event that a client saw', async () => {
    const gateway = streams();
    const proxy = bench.proxy();
    const first = await listen(proxy);
    await submit(proxy, 'bs_0');
    await submit(proxy, 'bs_1');
    await first.next();
    const { id } = await first.next();
    await gateway.say('task_0', { status: 'completed', result_url: 'https://cdn.example/0.mp4' });
    await first.next();
    await first.leave();
    const again = await listen(proxy, id);
    // What goes on is told in any case, so that a client knows of which tasks it will hear.
    expect((await again.next()).data).toMatchObject({ task_id: await sealed('task_1'), status: 'queued' });
    const ended = await again.next();
    expect(ended.data).toMatchObject({ task_id: await sealed('task_0'), status: 'completed' });
    const later = await listen(proxy, ended.id);
    expect((await later.next()).data).toMatchObject({ task_id: await sealed('task_1') });
    expect(later.rest()).toBe('');
    const fresh = await listen(proxy, 'another-process.7');
    expect([(await fresh.next()).data.status, (await fresh.next()).data.status]).toEqual(['queued', 'completed']);
  });

  it('is told of a task of before a restart by one read of it', async () => {
    const gateway = streams();
    const proxy = bench.proxy();
    const stream = await listen(proxy);
    await proxy(pageRequest('GET', `/v1/tasks/query?task_id=${await sealed('task_0')}`));
    expect((await stream.next()).data.status).toBe('queued');
    await gateway.say('task_0', { status: 'running' });
    expect((await stream.next()).data.status).toBe('running');
  });

  it('reads where the gateway has no stream', async () => {
    let reads = 0;
    bench.upstream.answer = (res, { url }) => {
      if (url.includes('stream')) return sendJson(res, 404, { error: { code: 'not_found', message: 'No.' } });
      sendJson(res, 200, { task_id: 'task_0', status: url.includes('query') && ++reads > 0 ? 'running' : 'queued' });
    };
    const proxy = bench.proxy();
    await submit(proxy, 'bs_0');
    const stream = await listen(proxy);
    expect((await stream.next()).data.status).toBe('queued');
    expect((await stream.next()).data.status).toBe('running');
  });

  it('keeps of each task only the latest for a client that is slow', async () => {
    const gateway = streams();
    const proxy = bench.proxy();
    await submit(proxy, 'bs_0');
    const slow = await listen(proxy);
    const fast = await listen(proxy);
    await fast.next();
    for (let turn = 1; turn <= 50; turn++) {
      await gateway.say('task_0', { status: 'running', estimated_seconds: turn });
      await fast.next();
    }
    await slow.chunk();
    expect(slow.rest().match(/data:/g)).toHaveLength(1);
    expect(slow.rest()).toContain('"estimated_seconds":50');
  });

  it('beats while nothing happens, and gives the connection back when no task goes on', async () => {
    const clock = createManualClock(undefined, isWorking);
    const stream = await listen(bench.proxy({ clock }));
    await stream.chunk();
    expect(stream.rest()).toBe(':\n\n');
    for (let beats = 2; beats < 38; beats++) {
      const chunk = stream.chunk();
      // A server of Bun's ends what was silent for 10 s.
      await clock.advance(8000);
      expect(await chunk).toBe(false);
      expect(stream.rest()).toBe(':\n\n'.repeat(beats));
    }
    const last = stream.chunk().then((done) => done || stream.chunk());
    await clock.advance(30_000);
    expect(await last).toBe(true);
    expect(clock.pending).toBe(0);
  });

  it('lets go of a client that takes nothing', async () => {
    const gateway = streams();
    const clock = createManualClock(undefined, isWorking);
    const proxy = bench.proxy({ clock });
    await submit(proxy, 'bs_0');
    const stream = await listen(proxy);
    await stream.next();
    await gateway.say('task_0', { status: 'running' });
    await stream.next();
    await clock.advance(60_000);
    await gateway.closed('task_0');
    await expect(stream.chunk()).rejects.toThrow('took nothing');
  });

  it('gives a user 20 of them', async () => {
    const proxy = bench.proxy();
    for (let count = 0; count < 20; count++) await listen(proxy);
    const response = await proxy(pageRequest('GET', '/v1/tasks/events'));
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '30']);
  });

  it('settles what a task was to cost', async () => {
    const gateway = streams();
    const proxy = bench.proxy({ limits: { tasksInFlight: 1 } });
    await submit(proxy, 'bs_0');
    const stream = await listen(proxy);
    await gateway.say('task_0', { status: 'failed', error_code: 'x' });
    while ((await stream.next()).data.status !== 'failed');
    await submit(proxy, 'bs_1');
    expect((await stream.next()).data).toMatchObject({ out_task_id: 'bs_1' });
  });

  it('is not there for the public, who are all one user', async () => {
    const response = await bench.proxy({ authorize: 'public' })(pageRequest('GET', '/v1/tasks/events'));
    expect([response.status, response.headers.get('x-bytespike-offers')]).toEqual([404, 'image-idempotency']);
  });
});
