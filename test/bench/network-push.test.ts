import { expect, it } from 'vitest';
import { openFloor } from '../support/bench-floor.js';
import { serveGateway } from '../support/bench-gateway.js';
import { quantile, table } from '../support/table.js';

// How late an end is known when it is pushed, over real HTTP on this machine. The floor is measured
// in turn with the tasks, so that both meet the same load. Requests are a count, and asserted; times
// are this machine's, and printed.

const TASKS = Number(process.env.BENCH_TASKS ?? 100);

it('is told the end of a task by one request beyond the submit', async () => {
  const [server, floor] = await Promise.all([serveGateway({ seed: 'push', speed: 100 }), openFloor()]);
  const { gateway } = server;
  const client = server.connect();
  const delays: number[] = [];
  const floors: number[] = [];
  // The first request of a process pays for what is loaded lazily.
  await floor.frame();
  for (let task = 0; task < TASKS; task++) {
    const outTaskId = `push-${task}`;
    const { taskId } = await client.tasks.submit({ model: 'veo-3.1-fast', prompt: `task ${task}` }, { outTaskId });
    let known = Number.NaN;
    await client.tasks.follow(taskId, {
      onSnapshot({ status }) {
        if (status === 'completed') known = performance.now();
      },
    });
    delays.push(known - server.endedAt(outTaskId));
    floors.push(await floor.frame());
  }
  const { requests } = gateway;
  const submits = requests.filter(({ path }) => path.endsWith('/submit')).length;
  await Promise.all([server.close(), floor.close()]);

  const beyond = (requests.length - submits) / TASKS;
  const row = (what: string, values: readonly number[]) => ({
    'from the gateway’s end': what,
    'median ms': quantile(values, 0.5).toFixed(2),
    'p95 ms': quantile(values, 0.95).toFixed(2),
    max: Math.max(...values).toFixed(2),
  });
  const over = quantile(delays, 0.5) - quantile(floors, 0.5);
  const rows = [row('to onSnapshot: completed', delays), row('floor: one bare frame', floors)];
  console.log(
    `\nPush, ${TASKS} tasks, HTTP/1.1 on loopback\n${table(rows)}\nmedian over the floor: ${over.toFixed(2)} ms; requests a task beyond the submit: ${beyond.toFixed(2)}\n`,
  );
  expect(submits).toBe(TASKS);
  expect(beyond).toBe(1);
  expect(gateway.ledger.charges).toHaveLength(TASKS);
});
