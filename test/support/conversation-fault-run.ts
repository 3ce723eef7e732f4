import type { Fault } from 'bytespike-react/testing';
import type { ConversationRun } from '../../src/core/conversation/states.js';
import { imageStore } from '../../src/core/records/image-store.js';
import type { FaultOutcome } from './fault-run.js';
import { type ImagePage, imagePages } from './image-pages.js';
import { createRandom } from './random.js';

export interface ConversationFaultRun {
  seed: number;
  faults: readonly Fault[];
  where: 'before our proxy' | 'behind our proxy' | 'without our proxy';
}

const HOUR = 60 * 60_000;
const TURNS = 10;
/** More than there are faults in a way. */
const VISITS = 11;

/**
 * One person, ten turns: the faults come with one of them, perhaps the page is reloaded in the middle of another,
 * once it goes back and on from an earlier turn, and what may be found is asked for once more.
 */
export async function runConversationUnderFaults({ seed, faults, where }: ConversationFaultRun): Promise<FaultOutcome> {
  const random = createRandom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  // Links live for a day, and so does what is said with them: an hour at a time.
  const pages = imagePages({ gateway: { seed, balance: 100 }, client: { random }, ...(where === 'without our proxy' ? {} : { proxied: {} }) });
  const { clock, gateway } = pages;
  let page: ImagePage = pages.open();
  let run: ConversationRun = page.talk();
  let stuck = false;
  const [faulty, reloaded, forked] = [whole(TURNS), whole(2 * TURNS), 1 + whole(TURNS - 1)];

  for (let at = 0; at < TURNS; at++) {
    if (at === faulty) (where === 'before our proxy' ? pages.proxied : gateway).inject(faults);
    if (at === forked) run.rewind(run.get().turns.at(whole(run.get().turns.length))?.key);
    const ask = () => void run.send({ prompt: `turn ${at}` }).catch(() => {});
    ask();
    if (random() < 0.3) ask();
    if (at === reloaded) {
      await clock.advance(whole(20_000));
      page.close();
      page = pages.open();
      run = page.talk();
    }
    await clock.advance(10 * 60_000);
    stuck ||= run.get().status === 'pending';
    for (let visit = 0; visit < VISITS && run.get().status === 'unknown' && run.get().error?.retryable; visit++) {
      run.retry().catch(() => {});
      await clock.advance(10 * 60_000);
    }
  }
  await clock.advance(HOUR);
  const turns = imageStore(page.client).list().filter(({ turn }) => turn !== undefined);
  const came = turns.filter(({ snapshot }) => snapshot.status === 'completed').length;
  const unknown = turns.filter(({ snapshot }) => snapshot.status === 'unknown').length;
  const billed = gateway.ledger.charges.length;
  gateway.dispose();
  return {
    doubleBilled: billed > came + unknown,
    // Before a proxy that keeps answers nothing that was billed is out of reach.
    lost: where === 'before our proxy' && billed > came,
    stuck,
    duplicateCompletion: came > billed,
    status: unknown > 0 ? 'unknown' : 'completed',
  };
}
