// npm run gateway: what the package's `bytespike-gateway` does, of what is built from these sources.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildLibrary } from './build.mjs';
import { root, withProject } from './install.mjs';

await withProject(import.meta.url, async (args) => {
  const built = ['testing', 'server'].every((entry) => existsSync(join(root, 'dist', entry, 'index.js')));
  const code = built ? 0 : buildLibrary();
  if (code !== 0) return code;
  const { main } = await import('../bin/gateway.mjs');
  return main(args);
});
