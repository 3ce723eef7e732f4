// Each program in one file, as a bundler for edge runtimes makes it: no condition but theirs, nothing of Node's.
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Writes them into `folder`. */
export async function buildPrograms(folder) {
  for (const name of ['bun', 'deno', 'worker']) {
    const bundle = await rolldown({
      input: here(`${name}.mjs`),
      platform: 'neutral',
      external: [/^cloudflare:/],
      resolve: { conditionNames: ['workerd', 'worker', 'import'], alias: { 'bytespike-react/server': here('../../dist/server/index.js') } },
    });
    await bundle.write({ file: `${folder}/${name}.js`, format: 'es', codeSplitting: false });
    await bundle.close();
  }
  copyFileSync(here('worker.capnp'), `${folder}/worker.capnp`);
}
