import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runJourneys } from '../support/journeys.js';
import { STORE_KINDS, startStoreKit, type StoreKit } from '../support/store-kinds.js';

describe.each(STORE_KINDS.slice(0, 3))('10,000 journeys over a store in %s', (kind) => {
  let kit: StoreKit;
  beforeAll(async () => {
    kit = await startStoreKit(kind);
  });
  afterAll(() => kit.stop());

  it('leave no reservation over, and the books say what was billed', async () => {
    const { billed, spent, inFlight } = await runJourneys(await kit.open(2), { count: 10_000, seed: 14 });
    console.log(`${kind}: billed $${billed / 1e6}, booked $${spent / 1e6}, subjects with a task left in flight: ${inFlight}`);
    expect({ spent, inFlight }).toEqual({ spent: billed, inFlight: 0 });
  });
});
