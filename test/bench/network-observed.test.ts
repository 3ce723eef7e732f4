import { expect, it } from 'vitest';
import { createClient } from '../../src/core/client/client.js';
import { findModel, typicalSeconds } from '../../src/core/catalog/catalog.js';
import { advisedInterval, nextRead } from '../../src/core/tasks/cadence.js';
import { createRandom, SEED } from '../support/chance.js';
import { createManualClock } from '../support/manual-clock.js';
import { createMemoryStorage } from '../support/memory-storage.js';
// Loads what a client would wait for in simulated time.
import '../support/simulation.js';
import { quantile, table } from '../support/table.js';
import { gatewayOfWaits } from '../support/waits.js';

// Thirty tasks, one after another and without push, of a model that takes three times as long as its
// catalog says: what following them costs at first, and once five have ended, beside a catalog that
// is right. In simulated time, from a seed. Reads are asserted; delays are printed.

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 10);
const TASKS = 30;
const LEARNED_AFTER = 5;
const REQUEST = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 } as const;
const SLOWER = 3;

interface Followed {
  reads: number;
  /** Seconds from the gateway's end to ours. */
  delay: number;
}

const TYPICAL = typicalSeconds(REQUEST)!;
const TRUE = { min: TYPICAL.min * SLOWER, max: TYPICAL.max * SLOWER };

async function follow(waits: readonly number[], seed: number): Promise<Followed[]> {
  const clock = createManualClock();
  const gateway = gatewayOfWaits(clock, waits.map((endsAfter) => ({ endsAfter })));
  const fetch = async (request: Request) => (request.url.includes('/stream/') ? new Response(null, { status: 501 }) : gateway.fetch(request));
  const client = createClient({ baseUrl: 'https://app.example/api', fetch, clock, storage: createMemoryStorage(), random: createRandom(seed) });
  await client.preload('tasks');
  const followed: Followed[] = [];
  for (const [index, endsAfter] of waits.entries()) {
    const [before, begun] = [gateway.seen.requests, clock.now()];
    let delay: number | undefined;
    void client.tasks
      .submit(REQUEST, { outTaskId: String(index) })
      .then(({ taskId }) => client.tasks.follow(taskId))
      .then(() => (delay = (clock.now() - begun) / 1000 - endsAfter));
    for (let step = 0; delay === undefined && step < 4000; step++) await clock.advance(500);
    followed.push({ reads: gateway.seen.requests - before - 1, delay: delay ?? Number.NaN });
  }
  return followed;
}

/** The same, where the catalog says how long they take. */
function followRightly(endsAfter: number): Followed {
  const model = findModel(REQUEST.model);
  const advised = model?.kind === 'video' ? advisedInterval(model.cadence, TRUE) : undefined;
  let reads = 0;
  let elapsed = 0;
  for (; elapsed < endsAfter; reads++) elapsed += nextRead({ elapsed, expected: TRUE, advised, hidden: false });
  return { reads, delay: elapsed - endsAfter };
}

it('reads as seldom as where the catalog is right, once five tasks of a model that is three times slower have ended', async () => {
  const random = createRandom(SEED);
  const rounds = Array.from({ length: ROUNDS }, () => Array.from({ length: TASKS }, () => TRUE.min + (TRUE.max - TRUE.min) * random()));
  const rows: Record<string, string>[] = [];
  function add(name: string, tasks: readonly Followed[]) {
    const reads = tasks.reduce((sum, task) => sum + task.reads, 0) / tasks.length;
    const delays = tasks.map(({ delay }) => delay);
    rows.push({ tasks: name, 'reads a task': reads.toFixed(1), 'delay median s': quantile(delays, 0.5).toFixed(2), 'p95 s': quantile(delays, 0.95).toFixed(2) });
    return { reads, known: delays.filter((delay) => delay >= 0).length };
  }
  const seen = await Promise.all(rounds.map((waits, round) => follow(waits, SEED + round)));
  add('the first five', seen.flatMap((tasks) => tasks.slice(0, LEARNED_AFTER)));
  const learned = add('the others', seen.flatMap((tasks) => tasks.slice(LEARNED_AFTER)));
  const right = add('where the catalog is right', rounds.flatMap((waits) => waits.slice(LEARNED_AFTER).map(followRightly)));
  console.log(`\n${TASKS} tasks of a model ${SLOWER} × slower than its catalog, ${ROUNDS} rounds, reads only, simulated time\n${table(rows)}\n`);
  expect(learned.known).toBe(ROUNDS * (TASKS - LEARNED_AFTER));
  expect(learned.reads).toBeLessThanOrEqual(right.reads * 1.15);
});
