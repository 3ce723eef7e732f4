import { afterEach, beforeEach, vi } from 'vitest';
import { systemClock } from '../../src/core/base/clock.js';
import { ANSWER_MS } from '../../src/server/store/patient-store.js';

/** How often what the proxy waits for may take as long as it may in production. */
const TIMES = 60;

/**
 * A proxy refuses within a second when its store does not answer, which `patient-store.test.ts` tests by a clock of its
 * own. Where hundreds of calls come at once and are counted, a machine that does other things as well would be taken
 * for a store that fails. Shorter than that wait are pauses, after which it looks again.
 */
export function useUnhurriedStores(): void {
  beforeEach(() => {
    vi.spyOn(systemClock, 'setTimeout').mockImplementation((run, ms) => setTimeout(run, ms < ANSWER_MS ? ms : ms * TIMES));
  });
  afterEach(() => {
    vi.mocked(systemClock.setTimeout).mockRestore();
  });
}
