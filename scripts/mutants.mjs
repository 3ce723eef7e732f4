// npm run test:mutants [-- room …]: makes one thing wrong at a time in the rooms where money and merges are decided, and says which of it no test notices.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, withProject } from './install.mjs';

/** How many of each room; all with `SAMPLE=all`. `SEED` draws others. */
const sample = process.env.SAMPLE === 'all' ? Infinity : Number(process.env.SAMPLE ?? 20);
const seed = Number(process.env.SEED ?? 1);

await withProject(import.meta.url, async (asked) => {
  const { draw, faultsOf } = await import('./mutants/faults.mjs');
  const { readRooms } = await import('./mutants/rooms.mjs');
  const { createRunners } = await import('./mutants/runners.mjs');
  const { readTests } = await import('./mutants/tests.mjs');

  const rooms = readRooms(readTests());
  const chosen = rooms.filter(({ name, files, isDecisive }) => (asked.length === 0 ? isDecisive : asked.some((word) => name === word || files.includes(word))));
  const runners = createRunners(Number(process.env.JOBS ?? 1));
  let lived = 0;
  for (const { name, files, testsOf } of chosen) {
    const named = files.filter((file) => asked.includes(file));
    const faults = (named.length > 0 ? named : files).flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return faultsOf(text).map((fault) => ({ ...fault, file, text, tests: testsOf(file) }));
    });
    const drawn = draw(faults, name, seed, sample);
    await runners.warmUp([...new Set(drawn.flatMap(({ tests }) => tests))]);
    const alive = await runners.survivors(drawn, ({ file, text, start, end, by }) => {
      const line = text.slice(0, start).split('\n').length;
      console.log(`  ${file}:${line}: ${text.slice(start, end).split('\n')[0]} → ${by || 'nothing'}   in   ${text.split('\n')[line - 1].trim()}`);
    });
    lived += alive;
    console.log(`${name}: ${drawn.length - alive} of ${drawn.length} noticed (${faults.length} in all, seed ${seed})`);
  }
  runners.close();
  return lived === 0 ? 0 : 1;
});
