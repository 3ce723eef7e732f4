// npm run test:consumers: the apps of `consumers`, each with the packed library and what its lock file names, in a folder of its own outside of this checkout: built, started, and used in Chromium. `-- --lock` writes their lock files anew.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { root, runTool, toolEnvironment, withProject } from './install.mjs';

const TARBALL = 'bytespike-react.tgz';

await withProject(import.meta.url, async (args) => {
  const code = runTool('node', ['scripts/build.mjs']);
  if (code !== 0) return code;
  if (args.includes('--lock')) return lock();
  process.env.CHROMIUM_PATH = await ensureChromium();
  return runTool('vitest', ['run', '--project', 'consumers', ...args], { env: process.env });
});

/** Writes the lock file of each app by its package.json, without the hash of the library, which is another one with each change of it. */
function lock() {
  const folder = mkdtempSync(join(tmpdir(), 'bytespike-lock-'));
  const npm = (args, cwd) => spawnSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'], env: toolEnvironment, shell: process.platform === 'win32' }).status ?? 1;
  try {
    if (npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root) !== 0) return 1;
    copyFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''), join(folder, TARBALL));
    for (const { name } of readdirSync(join(root, 'consumers'), { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      const app = (file) => join(root, 'consumers', name, file);
      rmSync(join(folder, 'package-lock.json'), { force: true });
      copyFileSync(app('package.json'), join(folder, 'package.json'));
      if (npm(['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder) !== 0) return 1;
      const locked = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
      delete locked.packages['node_modules/bytespike-react'].integrity;
      writeFileSync(app('package-lock.json'), `${JSON.stringify(locked, undefined, 2)}\n`);
    }
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
