import { expect, it } from 'vitest';
import { createClient } from '../../src/core/client/client.js';
import { createRandom, SEED } from '../support/chance.js';
import { createManualClock } from '../support/manual-clock.js';
import { quantile, table } from '../support/table.js';
// Loads what a client would wait for in simulated time.
import '../support/simulation.js';
import { gatewayOfWaits } from '../support/waits.js';

// Twenty tasks of 3 to 30 s at once behind a pass-through on HTTP/1.1, whose estimates are right, wrong
// either way, all by the same or each by its own, or missing: what following them costs, beside one read a second by hand. In simulated
// time, from a seed: the figures depend on no machine. Requests are asserted; delays are printed.

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 10);
const TASKS = 20;

const off = (times: number) => (endsAfter: number, random: () => number) => endsAfter * times ** (2 * random() - 1);

const estimates: Record<string, (endsAfter: number, random: () => number) => number | undefined> = {
  right: (endsAfter) => endsAfter,
  '16 s for all': () => 16,
  '2 × too short': (endsAfter) => endsAfter / 2,
  '3 × too short': (endsAfter) => endsAfter / 3,
  '2 × too long': (endsAfter) => endsAfter * 2,
  '3 × too long': (endsAfter) => endsAfter * 3,
  'each up to 2 × off': off(2),
  'each up to 3 × off': off(3),
  'each up to 10 × off': off(10),
  missing: () => undefined,
};

interface Figures {
  requests: number;
  /** Seconds from the gateway's end to ours. */
  delays: number[];
}

async function ours(waits: readonly number[], estimate: (endsAfter: number, random: () => number) => number | undefined, seed: number): Promise<Figures> {
  const clock = createManualClock();
  const random = createRandom(seed);
  const gateway = gatewayOfWaits(clock, waits.map((endsAfter) => ({ endsAfter, estimate: estimate(endsAfter, random) })));
  const client = createClient({ baseUrl: 'https://app.example/api', fetch: gateway.fetch, clock, storage: null, random: createRandom(seed) });
  await client.preload('tasks');
  const begun = clock.now();
  const delays: number[] = [];
  waits.forEach((endsAfter, index) => {
    void client.tasks
      .submit({ model: 'of-tomorrow', prompt: `task ${index}` }, { outTaskId: String(index) })
      .then(({ taskId }) => client.tasks.follow(taskId))
      .then(() => delays.push((clock.now() - begun) / 1000 - endsAfter));
  });
  for (let step = 0; delays.length < waits.length && step < 4000; step++) await clock.advance(100);
  return { requests: gateway.seen.requests, delays };
}

function byHand(waits: readonly number[]): Figures {
  return { requests: waits.reduce((sum, wait) => sum + 1 + Math.ceil(wait), 0), delays: waits.map((wait) => Math.ceil(wait) - wait) };
}

it('needs at most half the requests of one read a second, whatever the estimates are worth', async () => {
  const random = createRandom(SEED);
  const rounds = Array.from({ length: ROUNDS }, () => Array.from({ length: TASKS }, () => 3 + 27 * random()));
  const rows: Record<string, string>[] = [];
  const add = (name: string, figures: readonly Figures[]) => {
    const delays = figures.flatMap((each) => each.delays);
    const requests = figures.reduce((sum, each) => sum + each.requests, 0) / (ROUNDS * TASKS);
    rows.push({ estimates: name, 'requests a task': requests.toFixed(1), 'delay median s': quantile(delays, 0.5).toFixed(2), 'p95 s': quantile(delays, 0.95).toFixed(2) });
    return { requests, known: delays.length };
  };
  const hand = add('by hand, 1 s', rounds.map(byHand));
  for (const [name, estimate] of Object.entries(estimates)) {
    const figures = [];
    for (const [round, waits] of rounds.entries()) figures.push(await ours(waits, estimate, SEED + round));
    const { requests, known } = add(name, figures);
    expect.soft(known, `${name}: ends known`).toBe(ROUNDS * TASKS);
    expect.soft(requests, `${name}: requests`).toBeLessThanOrEqual(hand.requests / 2);
  }
  console.log(`\n${TASKS} tasks at once, ${ROUNDS} rounds, HTTP/1.1, pass-through, simulated time\n${table(rows)}\n`);
});
