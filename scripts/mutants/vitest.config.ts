import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { FIXED_SEED } from '../../test/support/seed.js';
import { publicNames } from '../public-names.js';

/** The unit tests of core and server, one file after the other, to the first that fails. */
export default defineConfig({
  resolve: { alias: publicNames('index.ts') },
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/unit/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['test/setup/console.ts', 'test/setup/chance.ts'],
    provide: { seed: FIXED_SEED },
    // What was kept is of the source as it is.
    fsModuleCache: false,
    bail: 1,
    // Most of the time goes into beginning and loading: all tests of one mutant share both.
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 20_000,
    watch: false,
  },
});
