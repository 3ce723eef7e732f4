import { beforeEach, inject } from 'vitest';
import { createRandom } from '../support/random.js';

// The jitter of whatever is made without a `random` of its own. Each test begins anew, so that it
// meets the same alone as among the others.
beforeEach(() => {
  Math.random = createRandom(inject('seed'));
});

declare module 'vitest' {
  interface ProvidedContext {
    seed: number;
  }
}
