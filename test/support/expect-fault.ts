import { expect } from 'vitest';
import { type FaultCase, runFault, STORE_FAULTS } from './store-faults.js';

/** What is promised of a Redis that goes wrong: docs/proxy.md, "Several instances". */
export async function expectFault(each: FaultCase): Promise<void> {
  const { billed, isThere, charged, booked, slowest, statuses } = await runFault(each);
  expect({ isThere, statuses }).toEqual({ isThere: true, statuses: statuses.filter((status) => status === 200 || status === 503) });
  expect(slowest).toBeLessThan(2000);
  expect(billed).toBe(1);
  // What was forgotten is not booked, and never is more booked than was billed.
  if (STORE_FAULTS[each.fault]?.forgets) expect(booked).toBeLessThanOrEqual(charged);
  else expect(booked).toBe(charged);
}
