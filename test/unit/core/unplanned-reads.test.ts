import { createClient } from 'bytespike-react';
import { expect, it, vi } from 'vitest';
// Loaded here, so that a client need not wait for them in simulated time.
import '../../../src/core/tasks/tasks.js';
import '../../../src/core/wire/refusals.js';
import { createManualClock } from '../../support/manual-clock.js';
import { createManualPage } from '../../support/manual-page.js';
import { gatewayOfWaits } from '../../support/waits.js';

const loads = vi.hoisted(() => ({ count: 0, hangs: false }));

vi.mock('../../../src/core/tasks/read-plan.js', () => {
  loads.count++;
  if (loads.hangs) return new Promise(() => {});
  throw new Error('The chunk is gone.');
});

it('asks for that part only where there is a network: a browser writes each chunk that fails to its console', async () => {
  const clock = createManualClock();
  const page = createManualPage();
  const { fetch } = gatewayOfWaits(clock, [{ endsAfter: 50, estimate: 60 }]);
  const client = createClient({ baseUrl: 'https://app.example/api', fetch, clock, storage: null, random: () => 0.5, environment: page });
  await client.preload('tasks');
  const ended = client.tasks.submit({ model: 'of-tomorrow', prompt: 'tide' }, { outTaskId: '0' }).then(({ taskId }) => client.tasks.follow(taskId));
  await clock.advance(4000);
  page.goOffline();
  await clock.advance(40_000);
  expect(loads.count).toBe(0);
  page.online = true;
  page.wake();
  await clock.advance(10_000);
  expect(await ended).toMatchObject({ status: 'completed' });
});

it.each([
  ['does not load', false],
  ['does not answer', true],
])('reads evenly where the part that says when %s', async (_, hangs) => {
  loads.hangs = hangs;
  loads.count = 0;
  const clock = createManualClock();
  const gateway = gatewayOfWaits(clock, [{ endsAfter: 9, estimate: 60 }]);
  const read: number[] = [];
  const fetch = async (request: Request) => {
    if (request.url.endsWith('/query')) read.push(clock.now() / 1000);
    return request.url.includes('/stream/') ? Response.json({ error: { message: 'No streams here.' } }, { status: 404 }) : gateway.fetch(request);
  };
  const client = createClient({ baseUrl: 'https://app.example/api', fetch, clock, storage: null, random: () => 0.5 });
  await client.preload('tasks');
  const ended = client.tasks.submit({ model: 'of-tomorrow', prompt: 'tide' }, { outTaskId: '0' }).then(({ taskId }) => client.tasks.follow(taskId));
  await clock.advance(20_000);
  expect(await ended).toMatchObject({ status: 'completed' });
  const steps = read.map((at, index) => at - (read[index - 1] ?? 0));
  expect(Math.max(...steps)).toBeLessThanOrEqual(4);
  expect(read.at(-1)).toBeLessThanOrEqual(13);
  expect(loads.count).toBeGreaterThan(0);
});
