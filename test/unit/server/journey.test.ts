import { createProxy, toNodeHandler } from 'bytespike-react/server';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { describe, expect, it } from 'vitest';
import { http2Fetch, listeningOnHttp2 } from '../../support/http2.js';
import { journey, listening } from '../../support/journey.js';
import { handlers, servers } from './adapters.js';

describe('the whole way of a user', () => {
  function begin() {
    const gateway = createSimulatedGateway({ speed: 40 });
    const proxy = createProxy({ apiKey: gateway.apiKey, baseUrl: gateway.baseUrl, fetch: gateway.fetch, authorize: () => ({ userId: 'ann' }) });
    return { gateway, proxy, failures: [] as unknown[] };
  }

  it.each(servers)('submit, stream, cancel, image, reload, behind %s', async (_, mount) => {
    const { gateway, proxy, failures } = begin();
    const { url, close } = await listening(await mount(proxy, (error) => failures.push(error)));
    await journey(url, gateway);
    expect(failures).toEqual([]);
    close();
    gateway.dispose();
  });

  it('submit, stream, cancel, image, reload, over HTTP/2', async () => {
    const { gateway, proxy, failures } = begin();
    const server = await listeningOnHttp2(toNodeHandler(proxy), (error) => failures.push(error));
    const connection = http2Fetch(server.url);
    await journey(server.url, gateway, connection.fetch);
    expect(failures).toEqual([]);
    connection.close();
    server.close();
    gateway.dispose();
  });

  it.each(handlers)('submit, stream, cancel, image, reload, by %s', async (_, handle) => {
    const { gateway, proxy } = begin();
    const answer = handle(proxy);
    await journey('https://app.example', gateway, async (request) => answer(request));
    expect(gateway.ledger.charges.length).toBeGreaterThan(1);
    gateway.dispose();
  });
});
