// npm run faults: this client and those that others make under the same faults. `-- --client ./my-client.mjs` tries one that has a small adapter.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isFresh } from './freshness.mjs';
import { root, runTool, withProject } from './install.mjs';

const folder = join(root, 'test', 'yardstick');

await withProject(import.meta.url, (args) => {
  const at = args.indexOf('--client');
  const client = at < 0 ? undefined : args[at + 1];
  if (at >= 0 && client === undefined) {
    console.error('--client needs the path of a module: npm run faults -- --client ./my-client.mjs. What it has to export is in docs/faults.md.');
    return 1;
  }
  if (client === undefined && !isFresh('test/yardstick/node_modules/.package-lock.json', ['test/yardstick/package-lock.json'])) {
    console.log('Installing the clients of others, 120 MB: npm ci in test/yardstick.');
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) return status ?? 1;
  }
  return runTool('vitest', ['run', '--project', 'yardstick'], { env: { ...process.env, ...(client === undefined ? {} : { FAULTS_CLIENT: client }) } });
});
