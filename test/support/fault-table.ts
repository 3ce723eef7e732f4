import { type Fault, type FaultKind, faultKinds } from 'bytespike-react/testing';
import { type BatchFaultRun, runBatchUnderFaults } from './batch-fault-run.js';
import { type ConversationFaultRun, runConversationUnderFaults } from './conversation-fault-run.js';
import { BATCH_PLACES, BATCH_PROXY_PLACES, drawFault, drawKind, type FaultPlaces, IMAGE_PLACES, imageFaultKinds, PROXY_PLACES, TASK_PLACES, TURN_PLACES, UPLOAD_PLACES } from './fault-draw.js';
import { type FaultOutcome, runUnderFaults } from './fault-run.js';
import { type ImageFaultRun, runImageUnderFaults } from './image-fault-run.js';
import { createRandom } from './random.js';
import { runUploadUnderFaults } from './upload-fault-run.js';

export interface FaultTable {
  rows: Record<string, string | number>[];
  /** Each run that broke a promise, with the seed that repeats it. */
  failures: string[];
}

/** How many seeds for each kind, how many pairs, and the seed that the first is counted from. */
export interface Draws {
  seeds: number;
  pairs: number;
  first: number;
  /** How the names of the rows begin that are drawn. @default all rows */
  only?: string | undefined;
}

interface Drawn {
  seed: number;
  faults: readonly Fault[];
}

type Run = (drawn: Drawn) => Promise<FaultOutcome>;

/**
 * Every kind of fault, and random pairs of them: a video task with a gateway that
 * honours idempotency keys, with one that does not, and behind our proxy; a synchronous image before
 * our proxy, also when that is started anew, behind it and without it; a photo that is uploaded and becomes a clip; a conversation of ten turns, and
 * a batch of six images and clips, before our proxy, behind it and without it, for which a tenth of the draws is as many turns or cells.
 */
export async function faultTable(draws: Draws): Promise<FaultTable> {
  const table: FaultTable & Pick<Draws, 'only'> = { rows: [], failures: [], only: draws.only };
  const behindOurs: Run = (drawn) => runUnderFaults({ ...drawn, proxied: true });
  const keyless: Run = (drawn) => runUnderFaults({ ...drawn, idempotency: false });
  for (const kind of faultKinds) await tally(table, kind, runUnderFaults, eachSeed([kind], draws));
  await tally(table, 'random pairs', runUnderFaults, eachPair(draws));
  await tally(table, 'no idempotency', keyless, eachSeed(faultKinds, draws));
  await tally(table, 'no idempotency, pairs', keyless, eachPair(draws));
  for (const kind of faultKinds) await tally(table, `before our proxy: ${kind}`, behindOurs, eachSeed([kind], draws, PROXY_PLACES));
  await tally(table, 'before our proxy, pairs', behindOurs, eachPair(draws, PROXY_PLACES));
  for (const where of ['before our proxy', 'before our proxy, started anew', 'behind our proxy', 'without our proxy'] as const) {
    const image: Run = (drawn) => runImageUnderFaults({ ...drawn, where } satisfies ImageFaultRun);
    for (const kind of imageFaultKinds) await tally(table, `image ${where}: ${kind}`, image, eachSeed([kind], draws, IMAGE_PLACES));
    await tally(table, `image ${where}, pairs`, image, eachPair(draws, IMAGE_PLACES, imageFaultKinds));
  }
  for (const kind of faultKinds) await tally(table, `a photo before our proxy: ${kind}`, runUploadUnderFaults, eachSeed([kind], draws, UPLOAD_PLACES));
  await tally(table, 'a photo before our proxy, pairs', runUploadUnderFaults, eachPair(draws, UPLOAD_PLACES));
  const fewer = { ...draws, seeds: Math.ceil(draws.seeds / 10), pairs: Math.ceil(draws.pairs / 10) };
  for (const where of ['before our proxy', 'behind our proxy', 'without our proxy'] as const) {
    const conversation: Run = (drawn) => runConversationUnderFaults({ ...drawn, where } satisfies ConversationFaultRun);
    for (const kind of imageFaultKinds) await tally(table, `conversation ${where}: ${kind}`, conversation, eachSeed([kind], fewer, TURN_PLACES));
    await tally(table, `conversation ${where}, pairs`, conversation, eachPair(fewer, TURN_PLACES, imageFaultKinds));
    const batch: Run = (drawn) => runBatchUnderFaults({ ...drawn, where } satisfies BatchFaultRun);
    const places = where === 'before our proxy' ? BATCH_PROXY_PLACES : BATCH_PLACES;
    for (const kind of faultKinds) await tally(table, `batch ${where}: ${kind}`, batch, eachSeed([kind], fewer, places));
    await tally(table, `batch ${where}, pairs`, batch, eachPair(fewer, places));
  }
  return { rows: table.rows, failures: table.failures };
}

async function tally({ rows, failures, only = '' }: FaultTable & Pick<Draws, 'only'>, fault: string, run: Run, draws: Iterable<Drawn>): Promise<void> {
  if (!fault.startsWith(only)) return;
  const sums = { runs: 0, doubleBilled: 0, lost: 0, stuck: 0, duplicates: 0, unknown: 0, completed: 0 };
  for (const drawn of draws) {
    const outcome = await run(drawn);
    sums.runs++;
    sums.doubleBilled += Number(outcome.doubleBilled);
    sums.lost += Number(outcome.lost);
    sums.stuck += Number(outcome.stuck);
    sums.duplicates += Number(outcome.duplicateCompletion);
    sums.unknown += Number(outcome.status === 'unknown');
    sums.completed += Number(outcome.status === 'completed');
    if (outcome.doubleBilled || outcome.lost || outcome.stuck || outcome.duplicateCompletion) {
      failures.push(`${fault}: ${JSON.stringify(drawn)} ended ${JSON.stringify(outcome)}`);
    }
  }
  rows.push({ fault, ...sums });
}

function* eachSeed(kinds: readonly FaultKind[], { seeds, first }: Draws, places: FaultPlaces = TASK_PLACES): Generator<Drawn> {
  for (const kind of kinds) {
    for (let index = 0; index < seeds; index++) {
      const seed = first + faultKinds.indexOf(kind) * 100_000 + index;
      yield { seed, faults: [drawFault(kind, createRandom(seed), places)] };
    }
  }
}

function* eachPair({ pairs, first }: Draws, places: FaultPlaces = TASK_PLACES, kinds: readonly FaultKind[] = faultKinds): Generator<Drawn> {
  for (let index = 0; index < pairs; index++) {
    const seed = first + 10_000_000 + index;
    const random = createRandom(seed);
    const draw = () => drawFault(drawKind(random, kinds), random, places);
    yield { seed, faults: [draw(), draw()] };
  }
}
