import { describe, expect, it, vi } from 'vitest';
import type { Simulation } from '../../support/simulation.js';
import { arrived, begin, behindOurs, EVENTS, LONG_ENOUGH_MS, single, submit } from '../../support/watched.js';

describe('the stream of all tasks, when it breaks', () => {
  it('is opened again after the last event, and nobody notices', async () => {
    const simulation = behindOurs({ kind: 'stream-cut', bytes: 1500, on: EVENTS });
    const tasks = await begin(simulation, 3);
    await simulation.clock.advance(LONG_ENOUGH_MS);
    expect(tasks.map(({ statuses }) => statuses)).toEqual(Array(3).fill(['queued', 'running', 'completed']));
    for (const { connections } of tasks) expect(connections).not.toContain('polling');
    const [first, second] = arrived(simulation, EVENTS);
    expect(first?.headers.get('last-event-id')).toBeNull();
    expect(second?.headers.get('last-event-id')).toMatch(/^[\w-]+\.\d+$/);
    expect(single(simulation)).toEqual([]);
  });

  it('is given up for a while, and come back to, when it breaks again and again', async () => {
    const simulation = behindOurs({ kind: 'stream-cut', bytes: 0, on: EVENTS, times: 8 });
    const tasks = await begin(simulation, 5, '[stall]');
    await simulation.clock.advance(60_000);
    expect(single(simulation).length).toBeGreaterThan(4);
    expect(arrived(simulation, EVENTS).length).toBeLessThanOrEqual(8);
    await simulation.clock.advance(5 * 60_000);
    expect(simulation.proxied.open).toBe(1);
    expect(tasks.map(({ connections }) => connections.at(-1))).toEqual(Array(5).fill('live'));
    const before = single(simulation).length;
    await simulation.clock.advance(30_000);
    expect(single(simulation).length).toBeLessThanOrEqual(before + 5);
    for (const { stop } of tasks) stop();
  });

  it('tells of the same tasks after the proxy was started anew', async () => {
    const simulation = behindOurs({ kind: 'stream-cut', bytes: 1500, on: EVENTS });
    const { proxied, clock } = simulation;
    const tasks = await begin(simulation, 4, '[stall]');
    await clock.advance(1000);
    proxied.restart();
    // What it had open breaks with it.
    proxied.inject({ kind: 'refused', on: EVENTS });
    simulation.page.wake();
    await clock.advance(60_000);
    expect(proxied.open).toBe(1);
    const before = proxied.requests.length;
    await clock.advance(20_000);
    expect(proxied.requests.length).toBeLessThanOrEqual(before + 4);
    for (const { stop } of tasks) stop();
  });

  it('is missed by nobody when it falls silent', async () => {
    const simulation = behindOurs({ kind: 'stream-silent', frames: 0, on: EVENTS, times: 2 });
    const tasks = await begin(simulation, 6);
    await simulation.clock.advance(LONG_ENOUGH_MS);
    expect(tasks.map(({ last }) => last?.status)).toEqual(Array(6).fill('completed'));
  });

  it('is opened anew, once for all, by a page that wakes', async () => {
    const simulation = behindOurs();
    const tasks = await begin(simulation, 5, '[stall]');
    await simulation.clock.advance(5000);
    const before = simulation.proxied.requests.length;
    simulation.page.wake();
    await simulation.clock.advance(1000);
    expect(simulation.proxied.requests.slice(before).map(({ path }) => path)).toEqual([EVENTS]);
    expect(simulation.proxied.open).toBe(1);
    for (const { stop } of tasks) stop();
  });

  it('goes with the network, and comes back with it', async () => {
    const simulation = behindOurs();
    const { clock, page, proxied } = simulation;
    const tasks = await begin(simulation, 3, '[stall]');
    await clock.advance(5000);
    page.goOffline();
    await clock.advance(60_000);
    expect(proxied.open).toBe(0);
    expect(tasks.map(({ connections }) => connections.at(-1))).toEqual(Array(3).fill('offline'));
    const before = proxied.requests.length;
    page.online = true;
    page.wake();
    await clock.advance(1000);
    expect(tasks.map(({ connections }) => connections.at(-1))).toEqual(Array(3).fill('live'));
    expect(proxied.requests.slice(before).map(({ path }) => path)).toEqual([EVENTS]);
    for (const { stop } of tasks) stop();
  });

  it('says offline within a second when the network goes just after a submit', async () => {
    const { clock, page, ...simulation } = behindOurs();
    const [task] = await begin({ clock, page, ...simulation }, 1, '[stall]');
    await clock.advance(300);
    page.goOffline();
    await clock.advance(1000);
    expect(task!.connections.at(-1)).toBe('offline');
    task!.stop();
  });

  it('is not opened by a page that nobody looks at', async () => {
    const simulation = behindOurs();
    simulation.page.hidden = true;
    const [task] = await begin(simulation, 1, '[stall]');
    await simulation.clock.advance(5 * 60_000 - 1000);
    expect(arrived(simulation, EVENTS)).toEqual([]);
    expect(single(simulation)).toHaveLength(4);
    simulation.page.hidden = false;
    simulation.page.wake();
    await simulation.clock.advance(1000);
    expect(task?.connections.at(-1)).toBe('live');
    task?.stop();
  });
});

describe('the stream of all tasks, when it is refused', () => {
  it.each([400, 401, 403, 404, 500, 502, 503])('with %d leaves each task to the old means, and is not asked for in a loop', async (status) => {
    const simulation = behindOurs({ kind: 'status', status, on: EVENTS, times: 'always' });
    const tasks = await begin(simulation, 5);
    await simulation.clock.advance(LONG_ENOUGH_MS);
    expect(tasks.map(({ last }) => last?.status)).toEqual(Array(5).fill('completed'));
    expect(arrived(simulation, '/stream/').length).toBeGreaterThanOrEqual(3);
    expect(arrived(simulation, EVENTS).length).toBeLessThanOrEqual(status < 500 ? 1 : 4);
  });

  it.each([400, 401, 403, 404])('with %d is tried again after some minutes', async (status) => {
    const simulation = behindOurs({ kind: 'status', status, on: EVENTS });
    const [task] = await begin(simulation, 1, '[stall]');
    await simulation.clock.advance(4 * 60_000);
    expect(arrived(simulation, EVENTS)).toHaveLength(1);
    await simulation.clock.advance(2 * 60_000);
    expect(arrived(simulation, EVENTS)).toHaveLength(2);
    // The single stream is given up once the new one has told of the task: in seconds, of the test's time. The
    // platform closes it in its own.
    let left = 10;
    await vi.waitFor(async () => {
      if (left-- > 0) await simulation.clock.advance(1000);
      expect(simulation.proxied.open).toBe(1);
    });
    task?.stop();
  });

  it.each(['seconds', 'date', 'reset'] as const)('for a time, told as %s, hears nothing of any task before it is over', async (as) => {
    const simulation = behindOurs({ kind: 'rate-limit', seconds: 90, as, on: EVENTS, times: 2 });
    const tasks = await begin(simulation, 3, '[stall]');
    for (let passed = 0; passed < 5 * 60_000; passed += 700) {
      await simulation.clock.advance(700);
      simulation.page.wake();
    }
    const asked = simulation.proxied.requests.filter(({ path }) => /events|stream|query/.test(path));
    const refused = asked.filter(({ path, status }) => path === EVENTS && status === undefined).slice(0, 2);
    expect(refused).toHaveLength(2);
    for (const { at } of refused) expect(asked.filter((other) => other.at > at && other.at < at + 90_000)).toEqual([]);
    await simulation.clock.advance(1000);
    expect(simulation.proxied.open).toBe(1);
    for (const { stop } of tasks) stop();
  });

  it('with something that is no stream is as good as not there', async () => {
    const simulation = behindOurs({ kind: 'html', status: 200, on: EVENTS, times: 'always' });
    const [task] = await begin(simulation, 1);
    await simulation.clock.advance(LONG_ENOUGH_MS);
    expect(task?.last?.status).toBe('completed');
    expect(arrived(simulation, EVENTS)).toHaveLength(1);
  });
});

describe('wherever the stream of all tasks breaks', () => {
  it('each task comes to the same end, once', async () => {
    const expected = await endOf(behindOurs());
    expect(expected).toContain('"completed"');
    const wrong: string[] = [];
    const length = await lengthOfStream();
    expect(length).toBeGreaterThan(800);
    for (let bytes = 0; bytes <= length; bytes++) {
      const end = await endOf(behindOurs({ kind: 'stream-cut', bytes, clean: bytes % 2 === 0, on: EVENTS }));
      if (end !== expected) wrong.push(`cut at ${bytes}: ${end}`);
    }
    expect(wrong).toEqual([]);
  });

  async function endOf(simulation: Simulation): Promise<string> {
    const [task] = await begin(simulation, 1);
    await simulation.clock.advance(LONG_ENOUGH_MS);
    simulation.gateway.dispose();
    const { cost, assets } = task?.last ?? {};
    return JSON.stringify([task?.statuses.filter((status) => status === 'completed'), cost, assets?.map(({ kind }) => kind)]);
  }

  /** Bytes of the stream from a task's submit to its end. */
  async function lengthOfStream(): Promise<number> {
    const simulation = behindOurs();
    const { clock, proxied } = simulation;
    const stop = new AbortController();
    const { body } = await proxied.fetch(new Request(proxied.baseUrl + EVENTS, { signal: stop.signal }));
    let length = 0;
    const reading = body?.pipeTo(new WritableStream({ write: (chunk: Uint8Array) => void (length += chunk.length) })).catch(() => {});
    await submit(simulation);
    await clock.advance(60_000);
    stop.abort();
    await clock.advance(15_000);
    await reading;
    return length;
  }
});
