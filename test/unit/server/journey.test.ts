import { createProxy } from 'bytespike-react/server';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { describe, expect, it } from 'vitest';
import { journey, listening } from '../../support/journey.js';
import { servers } from './adapters.js';

describe('the whole way of a user', () => {
  it.each(servers)('submit, stream, cancel, image, reload, behind %s', async (_, mount) => {
    const gateway = createSimulatedGateway({ speed: 40 });
    const failures: unknown[] = [];
    const proxy = createProxy({ apiKey: gateway.apiKey, baseUrl: gateway.baseUrl, fetch: gateway.fetch, authorize: () => ({ userId: 'ann' }) });
    const { url, close } = await listening(await mount(proxy, (error) => failures.push(error)));
    await journey(url, gateway);
    expect(failures).toEqual([]);
    close();
    gateway.dispose();
  });
});
