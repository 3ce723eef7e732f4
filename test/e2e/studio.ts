import { spawn } from 'node:child_process';
import { type AddressInfo, connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Charge, RequestRecord } from 'bytespike-react/testing';
import { onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ledger {
  charges: Charge[];
  balance: number;
  held: number;
  requests: RequestRecord[];
}

export interface Studio {
  url: string;
  /** Everything that it has said so far, on both of its outputs. */
  log(): string;
  ledger(): Promise<Ledger>;
  /** Ends it as Ctrl-C would; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** `npm start` in a process of its own, on a free port, for one test. Builds what is not built. */
export function startStudio(environment: Record<string, string> = {}): Promise<Studio> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: undefined, PORT: '0', SPEED: '10', ...environment },
  });
  let log = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(() => void child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      log += chunk.toString();
      const url = /^Studio: (http:\S+)$/m.exec(log)?.[1];
      if (url === undefined) return;
      resolve({
        url,
        log: () => log,
        ledger: async () => (await fetch(`${url}/simulated/ledger`)).json() as Promise<Ledger>,
        stop: () => {
          child.kill('SIGTERM');
          return exited;
        },
      });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then((code) => reject(new Error(`The studio ended with code ${code} before it was there:\n${log}`)));
  });
}

/** Stands between the browser and a server, and keeps every byte that the browser is sent. */
export async function wiretap(url: string): Promise<{ url: string; heard(): string; close(): Promise<void> }> {
  const { port } = new URL(url);
  const chunks: Buffer[] = [];
  const server = createServer((browser) => {
    const upstream = connect(Number(port), '127.0.0.1');
    browser.pipe(upstream).pipe(browser);
    upstream.on('data', (chunk) => chunks.push(chunk));
    browser.on('error', () => upstream.destroy());
    upstream.on('error', () => browser.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    heard: () => Buffer.concat(chunks).toString('latin1'),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
