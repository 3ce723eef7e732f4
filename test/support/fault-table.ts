import { type FaultKind, faultKinds } from 'bytespike-react/testing';
import { drawFault, drawKind } from './fault-draw.js';
import { type FaultRun, runUnderFaults } from './fault-run.js';
import { createRandom } from './random.js';

export interface FaultTable {
  rows: Record<string, string | number>[];
  /** Each run that broke a promise, with the seed that repeats it. */
  failures: string[];
}

/** Every kind of fault under `seeds` seeds, and `pairs` random pairs, with a gateway that honours idempotency keys and one that does not. */
export async function faultTable(seeds: number, pairs: number): Promise<FaultTable> {
  const table: FaultTable = { rows: [], failures: [] };
  for (const kind of faultKinds) await tally(table, kind, eachSeed(kind, seeds, true));
  await tally(table, 'random pairs', eachPair(pairs, true));
  await tally(table, 'no idempotency', everyKind(seeds, false));
  await tally(table, 'no idempotency, pairs', eachPair(pairs, false));
  return table;
}

async function tally({ rows, failures }: FaultTable, fault: string, runs: Iterable<FaultRun>): Promise<void> {
  const sums = { runs: 0, doubleBilled: 0, lost: 0, stuck: 0, duplicates: 0, unknown: 0, completed: 0 };
  for (const run of runs) {
    const outcome = await runUnderFaults(run);
    sums.runs++;
    sums.doubleBilled += Number(outcome.doubleBilled);
    sums.lost += Number(outcome.lost);
    sums.stuck += Number(outcome.stuck);
    sums.duplicates += Number(outcome.duplicateCompletion);
    sums.unknown += Number(outcome.status === 'unknown');
    sums.completed += Number(outcome.status === 'completed');
    if (outcome.doubleBilled || outcome.lost || outcome.stuck || outcome.duplicateCompletion) {
      failures.push(`${JSON.stringify(run)} ended ${JSON.stringify(outcome)}`);
    }
  }
  rows.push({ fault, ...sums });
}

function* eachSeed(kind: FaultKind, seeds: number, idempotency: boolean): Generator<FaultRun> {
  for (let index = 0; index < seeds; index++) {
    const seed = faultKinds.indexOf(kind) * 100_000 + index;
    yield { seed, faults: [drawFault(kind, createRandom(seed))], idempotency };
  }
}

function* everyKind(seeds: number, idempotency: boolean): Generator<FaultRun> {
  for (const kind of faultKinds) yield* eachSeed(kind, seeds, idempotency);
}

function* eachPair(pairs: number, idempotency: boolean): Generator<FaultRun> {
  for (let index = 0; index < pairs; index++) {
    const seed = 10_000_000 + index;
    const random = createRandom(seed);
    yield { seed, faults: [drawFault(drawKind(random), random), drawFault(drawKind(random), random)], idempotency };
  }
}
