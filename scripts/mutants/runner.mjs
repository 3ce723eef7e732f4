// Runs tests against a source in which one thing is wrong, again and again, so that only what is wrong is read anew.
import { join } from 'node:path';
import { createVitest } from 'vitest/node';
import { root } from '../install.mjs';

let mutant;
const plugin = { name: 'mutant', enforce: 'pre', load: (id) => (id === mutant?.id ? mutant.text : undefined) };
const quiet = { reporters: [{}], config: join(root, 'scripts/mutants/vitest.config.ts'), root };
const vitest = await createVitest('test', quiet, { plugins: [plugin] });
const project = vitest.getRootProject();

/** @returns the test that failed, if one did */
async function failing(tests) {
  // What failed before does not count.
  vitest.state.filesMap.clear();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(tests.map((test) => project.createSpecification(join(root, test))));
  const failed = testModules.find((module) => module.state() !== 'passed' && module.state() !== 'skipped' && module.state() !== 'queued');
  return failed?.relativeModuleId ?? unhandledErrors[0]?.message ?? (testModules.some((module) => module.state() === 'passed') ? undefined : 'none of them ran');
}

process.on('message', async ({ file, text, tests }) => {
  if (file !== undefined) mutant = { id: join(root, file), text };
  if (mutant !== undefined) vitest.invalidateFile(mutant.id);
  const failed = await failing(tests);
  if (mutant !== undefined) vitest.invalidateFile(mutant.id);
  mutant = undefined;
  process.send({ failed });
});
process.on('disconnect', () => process.exit());
process.send('ready');
