import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
// Wall time: whoever lets time pass until something is there asks again at once, and would leave no processor to those who make it.
import { setTimeout } from 'node:timers/promises';
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
  /** Lets gateway time pass, which else stands still: what is due happens, in its order, and the page has a turn. */
  pass(seconds: number): Promise<void>;
}

/** Long enough for a page to draw a frame; nothing is right or wrong by it. */
const TURN_MS = 25;

/** `npm start` with a gateway whose time the test moves; who asked for it stops it. */
export async function openStudio(environment: Record<string, string> = {}): Promise<Studio> {
  await built('studio');
  const launched = await launch({ SPEED: '1', CLOCK: 'held', ...environment });
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`${launched.url}/simulated/${path}`, init);
    if (!answer.ok) throw new Error(`/simulated/${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  return {
    ...launched,
    ledger: async () => (await ask('ledger')).json() as Promise<Ledger>,
    pass: async (seconds) => {
      await ask(`clock?seconds=${seconds}`, { method: 'POST' });
      await setTimeout(TURN_MS);
    },
  };
}

/** One for this test alone, which may stop it itself. */
export async function startStudio(environment: Record<string, string> = {}): Promise<Studio> {
  const opening = openStudio(environment);
  onTestFinished(() => opening.then(({ stop }) => void stop(), () => undefined));
  return opening;
}

/** The same studio as if nothing had been asked of it yet: its ledger begins here. */
export async function fromNowOn(studio: Studio): Promise<Studio> {
  const before = await studio.ledger();
  return {
    ...studio,
    ledger: async () => {
      const { charges, requests, ...wallet } = await studio.ledger();
      return { ...wallet, charges: charges.slice(before.charges.length), requests: requests.slice(before.requests.length) };
    },
  };
}

/** Stands between the browser and a server, and keeps every byte that the browser is sent. */
export async function wiretap(url: string): Promise<{ url: string; heard(): string; close(): Promise<void> }> {
  const { port } = new URL(url);
  const chunks: Buffer[] = [];
  const browsers = new Set<Socket>();
  const server = createServer((browser) => {
    const upstream = connect(Number(port), '127.0.0.1');
    browser.pipe(upstream).pipe(browser);
    upstream.on('data', (chunk) => chunks.push(chunk));
    browsers.add(browser);
    browser.on('error', () => upstream.destroy());
    upstream.on('error', () => browser.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    heard: () => Buffer.concat(chunks).toString('latin1'),
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Whatever a browser still holds open.
      for (const browser of browsers) browser.destroy();
      return closed;
    },
  };
}
