// Serves the simulated gateway over HTTP, for a client in any language. PORT, SPEED and SEED are honoured.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { buildLibrary } from './build.mjs';
import { root, withProject } from './install.mjs';

const { PORT = '8787', SPEED = '1', SEED = '1' } = process.env;
const TRIES = 20;

await withProject(import.meta.url, async () => {
  const built = ['testing', 'server'].every((entry) => existsSync(join(root, 'dist', entry, 'index.js')));
  const code = built ? 0 : buildLibrary();
  if (code !== 0) return code;
  const { createSimulatedGateway } = await import('bytespike-react/testing');
  const { toNodeHandler } = await import('bytespike-react/server');

  const gateway = createSimulatedGateway({ speed: Number(SPEED), seed: SEED });
  const server = createServer(toNodeHandler(gateway.fetch));
  const port = await firstFree(server, Number(PORT));
  if (port === undefined) {
    console.error(`Ports ${PORT} to ${Number(PORT) + TRIES - 1} are taken. Set PORT to a free one.`);
    return 1;
  }
  if (port !== Number(PORT)) console.log(`Port ${PORT} is taken; this is the next free one.`);
  console.log(`Simulated gateway: http://localhost:${port}`);
  console.log(`Key:               ${gateway.apiKey}`);
});

/** Listens on the first port that is free, from `first` on; `undefined` when none of them is. */
async function firstFree(server, first) {
  for (let port = first; port < first + TRIES; port += 1) {
    if (await listens(server, port)) return port;
  }
  return undefined;
}

function listens(server, port) {
  return new Promise((resolve, reject) => {
    const onError = (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error));
    server.once('error', onError);
    server.listen(port, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}
