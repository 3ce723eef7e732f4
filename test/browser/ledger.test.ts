import { expect, it } from 'vitest';
import { SEED } from '../support/chance.js';
import { tallyJourneys } from '../support/ledger/tally.js';

// A sample of test/ledger, which looks for more.
it('says of each journey what the ledger says, or that it is not known', async () => {
  const { sums, failures } = await tallyJourneys(SEED, 40);
  expect(failures).toEqual([]);
  // Else nothing was there to be said.
  expect(sums.charges).toBeGreaterThan(30);
});
