import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';

/** Whether this machine has one. In CI it must: there its absence fails the tests. */
export const hasRedis = process.env.CI !== undefined || spawnSync('redis-server', ['--version']).status === 0;

const client = createClient();

/** A client of the redis library, not yet connected. That makes a class of some 400 commands anew for each address; a copy has that of the first. */
export const redisClient = (url: string): typeof client => client.duplicate({ url });

export interface RedisServer {
  url: string;
  port: number;
  /** No answer comes any more, and no connection ends. */
  freeze(): void;
  thaw(): void;
  /** As a machine that loses power. */
  kill(): Promise<void>;
  /** The same one again, with what it kept. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A Redis of this test's own, empty, on a free port. What it keeps on the disk, if `settings` say so, goes with it. */
export async function startRedis(...settings: string[]): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'bytespike-redis-'));
  const all = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no', '--daemonize', 'no', ...settings];
  let server = await begin(all);
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (server.exitCode !== null || server.signalCode !== null) return resolve();
      server.once('exit', () => resolve());
      server.kill(signal);
    });
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    kill: () => end('SIGKILL'),
    async restart() {
      await end('SIGKILL');
      server = await begin(all);
    },
    async stop() {
      await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Three that share the keys, each a process of its own. */
export async function startRedisCluster(): Promise<{ ports: number[]; stop(): Promise<void> }> {
  const slots = [0, 5461, 10_923, 16_384];
  const buses = await Promise.all([freePort(), freePort(), freePort()]);
  const servers = await Promise.all(buses.map((bus, index) => startRedis('--cluster-enabled', 'yes', '--cluster-port', String(bus), '--cluster-config-file', `nodes-${index}.conf`)));
  const nodes = await Promise.all(servers.map(({ url }) => redisClient(url).connect()));
  for (const [index, node] of nodes.entries()) {
    await node.sendCommand(['CLUSTER', 'ADDSLOTSRANGE', String(slots[index]), String((slots[index + 1] ?? 0) - 1)]);
    await node.sendCommand(['CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1)]);
  }
  for (const [index, { port }] of servers.entries()) await nodes[0]?.sendCommand(['CLUSTER', 'MEET', '127.0.0.1', String(port), String(buses[index])]);
  for (const node of nodes) {
    // All know of all, and each slot has its place.
    for (let info = ''; !info.includes('cluster_state:ok') || !info.includes('cluster_known_nodes:3'); ) info = await node.clusterInfo();
    node.destroy();
  }
  return { ports: servers.map(({ port }) => port), stop: async () => void (await Promise.all(servers.map((server) => server.stop()))) };
}

function begin(settings: string[]): Promise<ChildProcess> {
  const server = spawn('redis-server', settings);
  return new Promise((resolve, reject) => {
    server.once('error', () => reject(new Error('There is no redis-server on the PATH. Install it: apt-get install redis-server')));
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code} before it was ready.`)));
    server.stdout.on('data', (text) => {
      if (String(text).includes('Ready to accept connections')) resolve(server);
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
