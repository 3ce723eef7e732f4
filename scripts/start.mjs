// npm start: installs and builds what is missing, then serves the demo, the proxy and the gateway on one port.
import { buildDemo } from './build.mjs';
import { withProject } from './install.mjs';

await withProject(import.meta.url, async () => {
  const code = buildDemo();
  if (code !== 0) return code;
  await import('../demo/server.ts');
});
