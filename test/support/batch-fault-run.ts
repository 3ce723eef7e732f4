import type { Fault } from 'bytespike-react/testing';
import type { BatchCell, BatchRun } from '../../src/core/batch/states.js';
import type { FaultOutcome } from './fault-run.js';
import { imagePages } from './image-pages.js';
import { createRandom } from './random.js';

export interface BatchFaultRun {
  seed: number;
  faults: readonly Fault[];
  where: 'before our proxy' | 'behind our proxy' | 'without our proxy';
}

const HOUR = 60 * 60_000;
const IMAGE = 'seedream-v5lite';
const CLIP = 'veo-3.1-fast';
/** More than there are faults in a way. */
const VISITS = 11;

/**
 * One person, three prompts as an image and as a clip each. The faults come with one of the first requests, or later; perhaps
 * the page is reloaded in the middle, perhaps beside another tab, perhaps it is paused for a while, perhaps the rest or
 * one is cancelled. The person comes back hourly, resumes what paused by itself, and asks for what is unknown.
 */
export async function runBatchUnderFaults({ seed, faults, where }: BatchFaultRun): Promise<FaultOutcome> {
  const random = createRandom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const pages = imagePages({ gateway: { seed, balance: 100 }, client: { random }, ...(where === 'without our proxy' ? {} : { proxied: {} }) });
  const { clock, gateway } = pages;
  const via = random() < 0.5 ? 'sync' : 'task';
  let page = pages.open();
  let run = await page.batch();
  const begin = () => void run.begin({ prompts: ['one', 'two', 'three'], models: [IMAGE, { model: CLIP, durationSeconds: 4 }], via, atOnce: 3 }).catch(() => {});
  const strike = () => (where === 'before our proxy' ? pages.proxied : gateway).inject(faults);
  const isLate = random() < 0.3;

  if (!isLate) strike();
  begin();
  if (random() < 0.3) begin();
  await clock.advance(whole(20_000));
  if (isLate) strike();
  if (random() < 0.3) {
    run.pause();
    await clock.advance(whole(60_000));
    run.resume();
  }
  if (random() < 0.4) {
    // Another tab beside it, which goes on when this one goes.
    const other = random() < 0.5 ? pages.open() : undefined;
    const beside = await other?.batch();
    await clock.advance(whole(20_000));
    page.close();
    page = other ?? pages.open();
    run = beside ?? (await page.batch());
  }
  if (random() < 0.3) {
    await clock.advance(whole(20_000));
    run.cancel(random() < 0.5 ? undefined : run.get().cells[whole(6)]?.key);
  }
  await clock.advance(HOUR);
  let isStuck = await settle(run);
  for (let visit = 0; visit < VISITS && run.get().cells.some(({ status }) => status === 'unknown'); visit++) {
    for (const { key, status } of run.get().cells) if (status === 'unknown') run.retry(key);
    isStuck = await settle(run);
  }
  run.retry();
  isStuck = (await settle(run)) || isStuck;
  page.close();
  // What the next page says is what counts.
  const last = await pages.open().batch();
  await clock.advance(HOUR);
  const outcome = outcomeOf(last.get().cells, gateway.ledger.charges, where === 'before our proxy', via);
  gateway.dispose();
  return { ...outcome, stuck: isStuck || last.get().status !== 'done' };

  /** Until nothing goes on any more, or so many hours are over; whether something does all the same. */
  async function settle({ get, resume }: BatchRun): Promise<boolean> {
    for (let hours = 0; hours < 3 && get().status !== 'done'; hours++) {
      if (get().status === 'paused') resume();
      await clock.advance(HOUR);
    }
    return get().status !== 'done';
  }
}

function outcomeOf(cells: readonly BatchCell[], charges: readonly { model: string }[], isKept: boolean, via: 'sync' | 'task'): Omit<FaultOutcome, 'stuck'> {
  const of = (model: string) => {
    const mine = cells.filter((cell) => cell.model === model);
    const billed = charges.filter((charge) => charge.model === model).length;
    const have = mine.filter(({ status, assets, cost }) => (status === 'completed' && assets.length > 0) || (status === 'cancelled' && cost.billed === 'yes')).length;
    const unknown = mine.filter(({ cost }) => cost.billed === 'unknown').length;
    // A task is found again by its key, wherever the answer was lost; an image of one request where answers are kept.
    const isFound = model === CLIP || via === 'task' || isKept;
    return { isTwice: billed > mine.length || billed > have + unknown, isLost: billed > have + (isFound ? 0 : unknown), isMore: mine.filter(({ status }) => status === 'completed').length > billed, unknown };
  };
  const both = [of(IMAGE), of(CLIP)];
  return {
    doubleBilled: both.some(({ isTwice }) => isTwice),
    lost: both.some(({ isLost }) => isLost),
    duplicateCompletion: both.some(({ isMore }) => isMore),
    status: both.some(({ unknown }) => unknown > 0) ? 'unknown' : 'completed',
  };
}
