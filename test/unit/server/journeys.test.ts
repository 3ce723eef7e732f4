import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runJourneys } from '../../support/journeys.js';
import { STORE_KINDS, startStoreKit, type StoreKit } from '../../support/store-kinds.js';
import { useUnhurriedStores } from '../../support/unhurried.js';

// Ten thousand of them: npm run test:faults.
describe.each(STORE_KINDS)('wishes of people, each until its end, over a store in %s', (kind) => {
  useUnhurriedStores();
  let kit: StoreKit;
  beforeAll(async () => {
    kit = await startStoreKit(kind);
  });
  afterAll(() => kit.stop());

  it('leave no reservation over, and the books say what was billed', async () => {
    const { billed, spent, inFlight } = await runJourneys(await kit.open(2), { count: 150, seed: 3 });
    expect(billed).toBeGreaterThan(0);
    expect({ spent, inFlight }).toEqual({ spent: billed, inFlight: 0 });
  });
});
