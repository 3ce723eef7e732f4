import { defineConfig } from 'vitest/config';
import { FIXED_SEED } from '../test/support/seed.js';
import { publicNames } from './public-names.js';

/** One source file in which one thing is wrong, as `npm run test:mutants` made it. */
const { file, text, tests } = JSON.parse(process.env.MUTANT ?? '{}') as { file?: string; text?: string; tests?: string[] };

export default defineConfig({
  plugins: [{ name: 'mutant', enforce: 'pre', load: (id) => (file !== undefined && id.endsWith(`/${file}`) ? text : undefined) }],
  resolve: { alias: publicNames('index.ts') },
  test: {
    include: tests ?? [],
    environment: 'node',
    setupFiles: ['test/setup/console.ts', 'test/setup/chance.ts'],
    provide: { seed: FIXED_SEED },
    // What was kept is of the source as it is.
    experimental: { fsModuleCache: false },
    bail: 1,
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 20_000,
  },
});
