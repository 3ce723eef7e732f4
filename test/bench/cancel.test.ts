import type { Client } from 'bytespike-react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { internals } from '../../src/core/client/internals.js';
import { createVideoRun } from '../../src/core/places/task-place.js';
import { type Floor, openFloor } from '../support/bench-floor.js';
import { type BenchGateway, serveGateway } from '../support/bench-gateway.js';
import { quantile, table } from '../support/table.js';

// Ten tasks that render, over real HTTP on this machine: what stops them, what does not, and what it
// costs. Everything but the times is asserted; those are this machine's, and printed.

const TASKS = 10;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 10);

let server: BenchGateway;
let floor: Floor;
let client: Client;

beforeEach(async () => {
  [server, floor] = await Promise.all([serveGateway({ seed: 'cancel', speed: 100 }), openFloor()]);
  client = server.connect();
});
afterEach(() => Promise.all([server.close(), floor.close()]));

const stateOf = async (taskId: string): Promise<string> => {
  const { gateway } = server;
  const headers = { 'x-api-key': gateway.apiKey, 'content-type': 'application/json' };
  const body = JSON.stringify({ task_id: taskId });
  const answer = await gateway.fetch(new Request(`${gateway.baseUrl}/v1/tasks/query`, { method: 'POST', headers, body }));
  return ((await answer.json()) as { status: string }).status;
};

/** The same POST with nothing of ours around it. */
async function cancelByHand(taskId: string): Promise<void> {
  const headers = { 'x-api-key': server.gateway.apiKey, 'content-type': 'application/json' };
  const answer = await fetch(`${server.origin}/v1/tasks/cancel`, { method: 'POST', headers, body: JSON.stringify({ task_id: taskId }) });
  await answer.json();
}

/** How many of these render at the gateway, by its own word and not through the client. */
const rendering = async (taskIds: readonly string[]) =>
  (await Promise.all(taskIds.map(stateOf))).filter((status) => status === 'running' || status === 'queued').length;

/** Submits ten tasks that render until they are cancelled, and waits until all of them do. */
async function startTen(name: string): Promise<string[]> {
  const submitted = Array.from({ length: TASKS }, (_, task) =>
    client.tasks.submit({ model: 'veo-3.1-fast', prompt: '[stall]' }, { outTaskId: `${name}-${task}` }),
  );
  const taskIds = (await Promise.all(submitted)).map(({ taskId }) => taskId);
  // A queued one is free to cancel; what a running one costs is the question.
  while ((await Promise.all(taskIds.map(stateOf))).some((status) => status !== 'running')) await new Promise(setImmediate);
  return taskIds;
}

/** When its follow has heard of the task, so that what is measured is the cancel and not the start of a follow. */
function heardOf(taskId: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = client.tasks.watch(taskId, ({ connection }) => {
      if (connection === 'idle') return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

const cancels = () => server.gateway.requests.filter(({ path }) => path.includes('/cancel')).length;

/** All of them as soon as they can, or each when the one before has settled. */
const orders: Record<string, (runs: readonly (() => Promise<unknown>)[]) => Promise<number[]>> = {
  '10 at once': (runs) => Promise.all(runs.map(timed)),
  'one by one': async (runs) => {
    const times = [];
    for (const run of runs) times.push(await timed(run));
    return times;
  },
};

it.each(Object.entries(orders))('stops all of them, and says what each cost: %s', async (order, inOrder) => {
  const settled: number[] = [];
  const byHand: number[] = [];
  const floors: number[] = [];
  let left = 0;
  // The first request of a process pays for what is loaded lazily.
  await inOrder(Array.from({ length: TASKS }, () => floor.post));
  for (let round = 0; round < ROUNDS; round++) {
    const ways = [
      { name: 'ours', times: settled, cancel: (taskId: string) => client.tasks.cancel(taskId) },
      { name: 'by-hand', times: byHand, cancel: cancelByHand },
    ];
    // Each is first in every other round.
    for (const { name, times, cancel } of round % 2 === 0 ? ways : ways.toReversed()) {
      const taskIds = await startTen(`${name}-${round}`);
      // Both are followed alike: what hears of the end runs in the same process, and is no part of the cancel.
      const ends = taskIds.map((taskId) => client.tasks.follow(taskId));
      await Promise.all(taskIds.map(heardOf));
      // Ten connections are open before, as they are for the floor.
      await Promise.all(taskIds.map((taskId) => client.tasks.query(taskId)));
      times.push(...(await inOrder(taskIds.map((taskId) => () => cancel(taskId)))));
      left += await rendering(taskIds);
      for (const { status, outTaskId, cost } of await Promise.all(ends)) {
        const charge = server.gateway.ledger.charges.find((entry) => entry.outTaskId === outTaskId);
        expect(status).toBe('cancelled');
        expect(cost).toMatchObject({ final: charge?.amount ?? 0, billed: charge === undefined ? 'no' : 'yes' });
      }
    }
    floors.push(...(await inOrder(Array.from({ length: TASKS }, () => floor.post))));
  }
  const row = (what: string, values: readonly number[]) => ({
    [order]: what,
    'median ms': quantile(values, 0.5).toFixed(2),
    'p95 ms': quantile(values, 0.95).toFixed(2),
  });
  const rows = [row('cancel, settled', settled), row('the same POST by hand', byHand), row('floor: a bare POST', floors)];
  const over = quantile(settled, 0.5) - quantile(floors, 0.5);
  console.log(
    `\nCancel of 10 running tasks, ${ROUNDS} rounds, HTTP/1.1 on loopback\n${table(rows)}\nmedian over the floor: ${over.toFixed(2)} ms; still rendering: ${left}\n`,
  );
  expect(left).toBe(0);
  expect(server.gateway.ledger.held).toBe(0);
  expect(cancels()).toBe(2 * TASKS * ROUNDS);
});

it('stops none of them when a watch is aborted or its component goes', async () => {
  const taskIds = await startTen('left');
  const leaving = new AbortController();
  const watches = taskIds.map((taskId) => client.tasks.follow(taskId, { signal: leaving.signal }).catch((error: unknown) => error));
  const leave = taskIds.map((taskId) => {
    // What a hook does while it is mounted, and when it no longer is.
    const run = createVideoRun(internals(client), { taskId });
    run.start();
    return run.subscribe(() => {});
  });
  const readAll = () => Promise.all(taskIds.map((taskId) => client.tasks.query(taskId)));
  await readAll();
  leaving.abort();
  for (const each of leave) each();
  for (const error of await Promise.all(watches)) expect(error).toMatchObject({ code: 'aborted' });
  // Whatever they may have sent has arrived by the time that these are answered.
  await readAll();
  expect(await rendering(taskIds)).toBe(TASKS);
  expect(cancels()).toBe(0);
});
