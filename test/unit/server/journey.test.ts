import { createProxy, toNodeHandler } from 'bytespike-react/server';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../support/at-once.js';
import { http2Fetch, listeningOnHttp2 } from '../../support/http2.js';
import { journey, listening } from '../../support/journey.js';
import { handlers, servers } from './adapters.js';

/** By which way the page's calls come to the proxy, and how one goes along it to its end. */
const ways = new Map<string, () => Promise<void>>([
  ...servers.map(([name, mount]) => [`behind ${name}`, () => behindServer(mount)] as const),
  ['over HTTP/2', overHttp2],
  ...handlers.map(([name, mount]) => [`by ${name}`, () => byHandler(mount)] as const),
]);

describe('the whole way of a user', () => {
  const walked = atOnce([...ways.keys()], async (name) => ways.get(name)?.());

  it.each([...ways.keys()])('submit, stream, cancel, image, reload, %s', async (name) => {
    await expect(walked(name)).resolves.toBeUndefined();
  });
});

function begin() {
  const gateway = createSimulatedGateway({ speed: 40 });
  const proxy = createProxy({ apiKey: gateway.apiKey, baseUrl: gateway.baseUrl, fetch: gateway.fetch, authorize: () => ({ userId: 'ann' }) });
  return { gateway, proxy, failures: [] as unknown[] };
}

async function behindServer(mount: (typeof servers)[number][1]): Promise<void> {
  const { gateway, proxy, failures } = begin();
  const { url, close } = await listening(await mount(proxy, (error) => failures.push(error)));
  await journey(url, gateway);
  expect(failures).toEqual([]);
  close();
  gateway.dispose();
}

async function overHttp2(): Promise<void> {
  const { gateway, proxy, failures } = begin();
  const server = await listeningOnHttp2(toNodeHandler(proxy), (error) => failures.push(error));
  const connection = http2Fetch(server.url);
  await journey(server.url, gateway, connection.fetch);
  expect(failures).toEqual([]);
  connection.close();
  server.close();
  gateway.dispose();
}

async function byHandler(mount: (typeof handlers)[number][1]): Promise<void> {
  const { gateway, proxy } = begin();
  const answer = mount(proxy);
  await journey('https://app.example', gateway, async (request) => answer(request));
  expect(gateway.ledger.charges.length).toBeGreaterThan(1);
  gateway.dispose();
}
