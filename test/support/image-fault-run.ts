import type { Fault } from 'bytespike-react/testing';
import type { FaultOutcome } from './fault-run.js';
import { type ImagePage, imagePages } from './image-pages.js';
import { createRandom } from './random.js';

export interface ImageFaultRun {
  seed: number;
  faults: readonly Fault[];
  /**
   * Where it fails: before our proxy, the same with a proxy that is started anew while the page is,
   * between our proxy and the gateway, or before the gateway with nothing between that keeps answers.
   */
  where: 'before our proxy' | 'before our proxy, started anew' | 'behind our proxy' | 'without our proxy';
}

const REQUEST = { model: 'seedream-v5lite', prompt: 'tide over black rocks' };
const HOUR = 60 * 60_000;
/** More than there are faults in a way. */
const VISITS = 11;

/**
 * One person, one image, under faults: asks, perhaps clicks twice, perhaps reloads the page at some
 * moment, and asks again hourly where that may find it.
 */
export async function runImageUnderFaults({ seed, faults, where }: ImageFaultRun): Promise<FaultOutcome> {
  const random = createRandom(seed);
  const isBefore = where.startsWith('before');
  const restarts = where === 'before our proxy, started anew';
  const pages = imagePages({
    gateway: { seed, ...(isBefore ? {} : { faults }) },
    client: { random },
    ...(where === 'without our proxy' ? {} : { proxied: { faults: isBefore ? faults : [] } }),
  });
  const { clock, gateway } = pages;
  let completions = 0;
  let page = open();
  let { run } = page;

  function open(): ImagePage {
    const opened = pages.open();
    completions = 0;
    let last = opened.run.get().status;
    opened.run.subscribe(() => {
      const { status } = opened.run.get();
      if (status === 'success' && last !== 'success') completions++;
      last = status;
    });
    return opened;
  }

  const ask = () => void run.generate({ ...REQUEST }).catch(() => {});
  // On a page that has asked for something else before, what the proxy offers is known.
  if (random() < 0.5) void page.client.tasks.query('unknown').catch(() => {});
  ask();
  if (random() < 0.3) ask();
  if (random() < 0.3 || restarts) {
    await clock.advance(Math.floor(random() * 20_000));
    page.close();
    if (restarts) pages.proxied.restart();
    page = open();
    ({ run } = page);
  }
  await clock.advance(HOUR);
  const stuck = run.get().status === 'pending';
  for (let visit = 0; visit < VISITS && run.get().error?.code === 'outcome_unknown' && run.get().error?.retryable; visit++) {
    ask();
    await clock.advance(HOUR);
  }
  const { status, images } = run.get();
  const billed = gateway.ledger.charges.length;
  const outcome = {
    doubleBilled: billed > 1,
    // What was lost behind a proxy, or without one that keeps answers, is gone; that has to be said.
    lost: billed > 0 && (status !== 'success' || images.length === 0) && !(status === 'unknown' && (restarts || !isBefore)),
    stuck,
    duplicateCompletion: completions > 1,
    status: status === 'success' ? 'completed' : status,
  };
  gateway.dispose();
  return outcome;
}
