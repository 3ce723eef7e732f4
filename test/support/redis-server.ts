import { spawn, spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

/** Whether this machine has one. In CI it must: there its absence fails the tests. */
export const hasRedis = process.env.CI !== undefined || spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of this test's own, empty, on a free port; it keeps nothing on the disk. */
export async function startRedis(): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no']);
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new Error('There is no redis-server on the PATH. Install it: apt-get install redis-server')));
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code} before it was ready.`)));
    server.stdout.on('data', (text) => {
      if (String(text).includes('Ready to accept connections')) resolve();
    });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', () => resolve());
        server.kill();
      }),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
