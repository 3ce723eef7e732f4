// npm run test:runtimes: the proxy on Bun, Deno and the runtime of Cloudflare Workers, which are installed for it alone, and the packed library in an app of Next.js.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildLibrary } from './build.mjs';
import { isFresh } from './freshness.mjs';
import { root, runTool, withProject } from './install.mjs';

const folder = join(root, 'test', 'runtimes');

await withProject(import.meta.url, async (args) => {
  if (!existsSync(join(folder, 'node_modules', 'workerd')) || !isFresh('test/runtimes/node_modules/.package-lock.json', ['test/runtimes/package-lock.json'])) {
    console.log('Installing Bun, Deno and workerd, 320 MB: npm ci in test/runtimes.');
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) return status ?? 1;
  }
  return buildLibrary() || runTool('vitest', ['run', '--project', 'runtimes', ...args]);
});
