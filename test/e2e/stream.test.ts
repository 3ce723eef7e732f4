import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createProxy, toNodeHandler } from '../../src/server/index.js';
import { createSimulatedGateway } from '../../src/testing/index.js';
import { describe, expect, onTestFinished } from 'vitest';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { test } from './page.js';

const API = '/api/bytespike';
const KEY = 'event-source';

/** Our proxy and an empty page, before a gateway whose time passes only when the test says so. */
async function serve(clock: ManualClock): Promise<string> {
  const { wallNow, setTimeout, clearTimeout } = clock;
  const gateway = createSimulatedGateway({ clock: { now: wallNow, setTimeout, clearTimeout } });
  const proxy = toNodeHandler(createProxy({ apiKey: gateway.apiKey, authorize: 'public', baseUrl: gateway.baseUrl, fetch: gateway.fetch, basePath: API }));
  const server = createServer((req, res) => {
    if (req.url?.startsWith(API)) void proxy(req, res);
    else res.setHeader('content-type', 'text/html').end('<!doctype html><title>A page</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    gateway.dispose();
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}

type Listening = typeof globalThis & { seen: string[] };

describe('the proxy', () => {
  test("lets the browser's own EventSource read a task to its end", async ({ browser }) => {
    const clock = createManualClock();
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.goto(await serve(clock));
    await page.evaluate(async ([api, key]) => {
      const submitted = await fetch(`${api}/v1/tasks/submit`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'veo-3.1-fast', prompt: 'Rain on a window', duration_seconds: 4, out_task_id: key }),
      });
      const { task_id: id } = (await submitted.json()) as { task_id: string };
      const source = new EventSource(`${api}/v1/tasks/stream/${id}`);
      const seen = ((globalThis as Listening).seen = [] as string[]);
      source.onerror = () => seen.push('broke');
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const { status } = JSON.parse(data) as { status: string };
        seen.push(status);
        if (status === 'completed') source.close();
      };
    }, [API, KEY] as const);
    const status = () =>
      page.evaluate(async ([api, key]) => {
        const answer = await fetch(`${api}/v1/tasks/query?out_task_id=${key}`);
        return ((await answer.json()) as { status: string }).status;
      }, [API, KEY] as const);
    const passUntil = async (wanted: string) => {
      while ((await status()) !== wanted) await clock.advance(1000);
    };
    const seen = () => page.evaluate(() => (globalThis as Listening).seen);
    // A task goes on when the page has heard of where it is.
    await expect.poll(seen).toEqual(['queued']);
    await passUntil('running');
    await expect.poll(seen).toEqual(['queued', 'running']);
    await passUntil('completed');
    await expect.poll(seen).toEqual(['queued', 'running', 'completed']);
  });
});
