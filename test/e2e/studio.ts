import { type AddressInfo, connect, createServer } from 'node:net';
import type { Charge, RequestRecord } from 'bytespike-react/testing';
import { onTestFinished } from 'vitest';
import { built } from './built.js';
import { launch, type Launched } from './launch.js';

export interface Ledger {
  charges: Charge[];
  balance: number;
  held: number;
  requests: RequestRecord[];
}

export interface Studio extends Launched {
  ledger(): Promise<Ledger>;
}

/** `npm start`, for one test. */
export async function startStudio(environment: Record<string, string> = {}): Promise<Studio> {
  await built('studio');
  const launched = launch({ SPEED: '10', ...environment });
  onTestFinished(() => launched.then(({ stop }) => void stop(), () => undefined));
  const studio = await launched;
  return { ...studio, ledger: async () => (await fetch(`${studio.url}/simulated/ledger`)).json() as Promise<Ledger> };
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
