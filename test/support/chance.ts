import fc from 'fast-check';
import { inject } from 'vitest';
import { createRandom } from './random.js';

// The one place that tests have chance from: `npm test` draws the same cases every time. What
// `SEED=random npm run test:faults` finds becomes a case of its own in the test that it fails.

/** What everything that looks like chance follows from. */
export const SEED = inject('seed');

// fast-check prints it with whatever it finds.
fc.configureGlobal({ seed: SEED });

export { createRandom, fc };
