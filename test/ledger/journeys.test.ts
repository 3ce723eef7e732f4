import { expect, inject, it } from 'vitest';
import { SEED } from '../support/chance.js';
import { tallyJourneys } from '../support/ledger/tally.js';

it('says of each journey what the ledger says, or that it is not known', async () => {
  const count = inject('journeys');
  const { sums, failures } = await tallyJourneys(SEED, count);
  console.log(`\nseeds ${SEED} to ${SEED + count - 1}: ${JSON.stringify(sums)}\n`);
  expect(failures.slice(0, 20), `${failures.length} journeys broke a promise`).toEqual([]);
});

declare module 'vitest' {
  interface ProvidedContext {
    journeys: number;
  }
}
