import { describe, expect, it } from 'vitest';
import { atOnce } from '../../support/at-once.js';
import { expectFault } from '../../support/expect-fault.js';
import { hasRedis } from '../../support/redis-server.js';
import { FAULT_CASES } from '../../support/store-faults.js';

// Before money is spent and after it was, by one client or the other. All of them, by both: npm run test:faults.
const cases = FAULT_CASES.filter(({ moment }) => moment === 'before' || moment === 'accepted').map((each, index) => ({ ...each, client: index % 2 ? ('redis' as const) : ('ioredis' as const) }));

describe.skipIf(!hasRedis)('a Redis that goes wrong', () => {
  // Each has a Redis of its own, and waits for it most of the time.
  const ended = atOnce(cases, expectFault, 4);

  it.each(cases)('bills nothing twice, loses and forgets nothing, and keeps nobody waiting: $fault, $wish, $moment, by $client', async (each) => {
    await expect(ended(each)).resolves.toBeUndefined();
  });
});
