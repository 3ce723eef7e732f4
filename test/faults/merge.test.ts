import { fc } from '../support/chance.js';
import { expect, it } from 'vitest';
import { anyDelivery, mergeAll } from '../support/any-reading.js';

const RUNS = Number(process.env.MERGE_RUNS ?? 100_000);

it('comes to one state whatever the order and the duplicates of up to six readings', () => {
  let runs = 0;
  fc.assert(
    fc.property(anyDelivery, ({ readings, delivered }) => {
      runs++;
      expect(mergeAll(delivered)).toEqual(mergeAll(readings));
    }),
    { numRuns: RUNS },
  );
  console.log(`\nmerge: ${runs} random deliveries of up to 6 readings with up to 6 duplicates, one final state each\n`);
  expect(runs).toBe(RUNS);
});
