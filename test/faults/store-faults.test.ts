import { describe, it } from 'vitest';
import { expectFault } from '../support/expect-fault.js';
import { hasRedis } from '../support/redis-server.js';
import { FAULT_CASES } from '../support/store-faults.js';

describe.skipIf(!hasRedis).each(['redis', 'ioredis'] as const)('a Redis that goes wrong, by %s', (client) => {
  it.each(FAULT_CASES)('$fault, $wish, $moment', (each) => expectFault({ ...each, client }));
});
