import fc from 'fast-check';
import { inject } from 'vitest';
import { createRandom } from './random.js';

// The one place that tests have chance from: `npm test` draws the same cases every time. What
// `SEED=random npm run test:faults` finds becomes a case of its own in the test that it fails.

/** What everything that looks like chance follows from. */
export const SEED = inject('seed');

// fast-check prints it with whatever it finds.
fc.configureGlobal({ seed: SEED });

const SURROGATES = { from: 0xd800, count: 0x800 };

/**
 * Any letter, drawn as `unit: 'binary'` draws it: that one writes all of the million into a map first, to know dangerous
 * words among them.
 */
export const anyLetter = fc.nat({ max: 0x10ffff - SURROGATES.count }).map(
  (index) => String.fromCodePoint(index < SURROGATES.from ? index : index + SURROGATES.count),
  (letter) => {
    if (typeof letter !== 'string' || !/^\P{Cs}$/u.test(letter)) throw new Error('This is no letter.');
    const code = letter.codePointAt(0)!;
    return code < SURROGATES.from ? code : code - SURROGATES.count;
  },
);

export { createRandom, fc };
