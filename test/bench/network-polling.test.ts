import { catalog, type VideoModel } from 'bytespike-react';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { expect, it } from 'vitest';
import { createClient } from '../../src/core/client/client.js';
import { createRandom, SEED } from '../support/chance.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { quantile, table } from '../support/table.js';

// How many reads a task costs, and how late its end is known, when there is no push. In simulated
// time: the waits are the catalog's, drawn from a seed, and so is the jitter; the figures depend on no
// machine, and are the same in every run. Reads are asserted. Delays are printed: a sample's median is
// the sample's; over all ends, `test/unit/core/cadence.test.ts` holds it.

const TASKS = Number(process.env.BENCH_TASKS ?? 100);
const videos = catalog.models.filter((model): model is VideoModel => model.kind === 'video');

interface Figures {
  reads: number;
  /** Seconds from the gateway's end to ours. */
  delays: number[];
}

type Strategy = (model: VideoModel) => 'ours' | ((elapsed: number) => number);
const strategies: Record<string, Strategy> = {
  ours: () => 'ours',
  reference: (model) => (elapsed) => (model.cadence.find(({ until }) => until === null || elapsed < until) ?? model.cadence.at(-1)!).every,
  '0.5 s': () => () => 0.5,
  '2 s': () => () => 2,
  '5 s': () => () => 5,
};

async function measure(model: VideoModel, strategy: Strategy): Promise<Figures> {
  const clock = createManualClock();
  const ends = new Map<string, number>();
  const gateway = createSimulatedGateway({
    seed: `${model.id}-bench`,
    balance: 100_000,
    spendLimit: 100_000,
    clock: { now: clock.wallNow, setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout },
  });
  const headers = { authorization: `Bearer ${gateway.apiKey}` };
  const fetch = async (request: Request) =>
    request.url.includes('/stream/') ? new Response(null, { status: 501 }) : gateway.fetch(request);
  const delays: number[] = [];
  const choice = strategy(model);
  for (let task = 0; task < TASKS; task++) {
    const client = createClient({ baseUrl: gateway.baseUrl, fetch, headers, clock, storage: null, random: createRandom(SEED + task) });
    const submitted = client.tasks.submit({ model: model.id, prompt: `task ${task}` }, { outTaskId: `task-${task}` });
    await clock.advance(0);
    const { taskId } = await submitted;
    const followed = choice === 'ours' ? client.tasks.follow(taskId) : byHand(clock, choice, async () => (await client.tasks.query(taskId)).completedAt !== undefined);
    let done = false;
    void followed.then(() => {
      done = true;
      ends.set(taskId, clock.wallNow());
    });
    for (let step = 0; !done && step < 400; step++) await clock.advance(20_000);
    const charge = gateway.ledger.charges.at(-1)!;
    delays.push((ends.get(taskId)! - charge.at) / 1000);
  }
  const reads = gateway.requests.filter(({ path }) => path.endsWith('/query')).length / TASKS;
  gateway.dispose();
  return { reads, delays };
}

async function byHand(clock: ManualClock, interval: (elapsed: number) => number, isDone: () => Promise<boolean>): Promise<void> {
  const begun = clock.now();
  do {
    await new Promise<void>((resolve) => clock.setTimeout(resolve, interval((clock.now() - begun) / 1000) * 1000));
  } while (!(await isDone()));
}

it('reads at most half as often as the reference, and knows every end', async () => {
  const rows = [];
  for (const model of videos) {
    const figures = Object.fromEntries(
      await Promise.all(Object.entries(strategies).map(async ([name, strategy]) => [name, await measure(model, strategy)] as const)),
    ) as Record<string, Figures>;
    const cells = Object.entries(figures).map(([name, { reads, delays }]) => [name, `${reads.toFixed(1)} / ${quantile(delays, 0.5).toFixed(2)}`]);
    rows.push({ 'reads / median delay s': model.id, ...Object.fromEntries(cells) });
    const { ours, reference } = figures;
    expect.soft(ours!.reads, `${model.id}: reads`).toBeLessThanOrEqual(reference!.reads / 2);
    for (const [name, { delays }] of Object.entries(figures)) expect.soft(delays.filter((delay) => delay >= 0), `${model.id}: ends known, ${name}`).toHaveLength(TASKS);
  }
  console.log(`\nPolling only, ${TASKS} tasks a model, simulated time\n${table(rows)}\n`);
});
