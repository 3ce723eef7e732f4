// Runs tests against a source in which one thing is wrong, again and again, so that only what is wrong is read anew.
import { join } from 'node:path';
import { createVitest } from 'vitest/node';
import { root } from '../install.mjs';

let mutant;
const plugin = { name: 'mutant', enforce: 'pre', load: (id) => (id === mutant?.id ? mutant.text : undefined) };
const quiet = { reporters: [{}], config: join(root, 'scripts/mutants/vitest.config.ts'), root };
const vitest = await createVitest('test', quiet, { plugins: [plugin] });
const project = vitest.getRootProject();

async function passes(test) {
  // What failed before does not count.
  vitest.state.filesMap.clear();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([project.createSpecification(join(root, test))]);
  return unhandledErrors.length === 0 && testModules.length === 1 && testModules.every((module) => module.state() === 'passed');
}

process.on('message', async ({ file, text, tests }) => {
  if (file !== undefined) mutant = { id: join(root, file), text };
  if (mutant !== undefined) vitest.invalidateFile(mutant.id);
  let failed;
  for (const test of tests) {
    if (await passes(test)) continue;
    failed = test;
    break;
  }
  if (mutant !== undefined) vitest.invalidateFile(mutant.id);
  mutant = undefined;
  process.send({ failed });
});
process.on('disconnect', () => process.exit());
process.send('ready');
