// Builds the library into dist. --fast leaves out the types and the checks of the package.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFresh } from './freshness.mjs';
import { root, runTool, withProject } from './install.mjs';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await withProject(import.meta.url, async (args) => {
    if (args.includes('--fast')) return buildLibrary();
    return buildLibrary() || buildTypes() || runTool('node', ['scripts/check-package.mjs']);
  });
}

/** JavaScript and CSS. */
export function buildLibrary() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const quietly = ['build', '--logLevel', 'warn'];
  return runTool('vite', quietly) || runTool('vite', [...quietly, '--config', 'scripts/styles.vite.mjs']);
}

function buildTypes() {
  return runTool('tsc', ['-p', 'tsconfig.build.json']);
}

const LIBRARY = ['src', 'vite.config.ts', 'scripts/styles.vite.mjs', 'package.json', 'package-lock.json'];
const DEMO = ['demo', 'dist/index.js', ...LIBRARY];

/** The library and the demo, each only when something changed since it was last built. */
export function buildDemo() {
  // The stylesheet is what is built last.
  if (!isFresh('dist/styles.css', LIBRARY)) {
    console.log('Building the library.');
    const code = buildLibrary();
    if (code !== 0) return code;
  }
  if (isFresh('demo/dist/index.html', DEMO)) return 0;
  console.log('Building the demo.');
  return runTool('vite', ['build', 'demo', '--logLevel', 'warn']);
}
