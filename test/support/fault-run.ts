import type { Fault } from 'bytespike-react/testing';
import type { VideoRun } from '../../src/core/places/runs.js';
import { createVideoRun } from '../../src/core/places/task-place.js';
import { createMemoryStorage } from './memory-storage.js';
import { createRandom } from './random.js';
import { simulate } from './simulation.js';

export interface FaultRun {
  seed: number;
  faults: readonly Fault[];
  /** @default true */
  idempotency?: boolean;
  /** Whether our proxy stands before the gateway, and the faults between the page and it. @default false */
  proxied?: boolean;
}

/** What must never happen, and how it ended. */
export interface FaultOutcome {
  doubleBilled: boolean;
  /** Billed, and the person does not have it. */
  lost: boolean;
  /** Still waiting long after the gateway was done. */
  stuck: boolean;
  duplicateCompletion: boolean;
  status: string;
}

const REQUEST = { model: 'veo-3.1-fast', prompt: 'tide over black rocks', durationSeconds: 4 };
const HOUR = 60 * 60_000;

/**
 * One person, one wish, under faults: submits, perhaps clicks twice, perhaps reloads the page at
 * some moment, and comes back hourly to check what is still unknown.
 */
export async function runUnderFaults({ seed, faults, idempotency = true, proxied = false }: FaultRun): Promise<FaultOutcome> {
  const random = createRandom(seed);
  const storage = createMemoryStorage();
  const { gateway, clock, reload, ...first } = simulate({
    gateway: { seed, idempotency, ...(proxied ? {} : { faults }) },
    client: { storage, random },
    ...(proxied ? { proxied: { faults } } : {}),
  });
  let completions = 0;
  let leave = () => {};
  let run = open(first.client);

  function open(client: typeof first.client): VideoRun {
    const opened = createVideoRun(client, { persist: 'clip' });
    let last = opened.get().status;
    leave = opened.subscribe(() => {
      const { status } = opened.get();
      if (status === 'completed' && last !== 'completed') completions++;
      last = status;
    });
    return opened;
  }

  run.submit(REQUEST).catch(() => {});
  if (random() < 0.3) run.submit({ ...REQUEST }).catch(() => {});
  if (random() < 0.3) {
    await clock.advance(Math.floor(random() * 40_000));
    // The old page is gone with everything in it; what it sent is on its way.
    leave();
    completions = 0;
    run = open(reload());
    run.start();
  }
  await clock.advance(HOUR);
  const stuck = ['submitting', 'queued', 'running', 'cancelling'].includes(run.get().status);
  for (let visit = 0; visit < 3 && run.get().status === 'unknown'; visit++) {
    await Promise.allSettled([run.check(), clock.advance(HOUR)]);
  }
  const { status, assets } = run.get();
  const billed = gateway.ledger.charges.length;
  const outcome = {
    doubleBilled: billed > 1,
    lost: billed > 0 && (status !== 'completed' || assets.length === 0) && !(status === 'unknown' && !idempotency),
    stuck,
    duplicateCompletion: completions > 1,
    status,
  };
  gateway.dispose();
  return outcome;
}
