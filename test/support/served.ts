import { createProxy, type ProxyOptions, toNodeHandler } from 'bytespike-react/server';
import { createSimulatedGateway, type SimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
import { onTestFinished } from 'vitest';
import { listen } from '../unit/server/upstream.js';

/** The simulated gateway over real HTTP, and our proxy before it. */
export interface Served {
  gateway: SimulatedGateway;
  url: string;
  /** Our proxy's address, where a session lets in whoever sends `ann`. */
  proxied: string;
  /** What a program that is no browser sends, so that the proxy takes it for one of its own. */
  headers: { origin: string };
}

const PATH = '/api/bytespike';

/** In a hurry: no wait of its lasts. */
export async function serve({ proxy, ...options }: SimulatedGatewayOptions & { proxy?: Partial<ProxyOptions> } = {}): Promise<Served> {
  const gateway = createSimulatedGateway({ speed: 1e6, ...options });
  const up = await listen(toNodeHandler(gateway.fetch));
  const handler = createProxy({
    apiKey: gateway.apiKey,
    baseUrl: up.url,
    authorize: ({ headers }) => (headers.get('x-api-key') === 'ann' || headers.get('authorization') === 'Bearer ann' ? { userId: 'ann' } : new Response(null, { status: 401 })),
    // Faults are what some of these tests are about.
    logger: { info() {}, warn() {}, error() {} },
    ...proxy,
  } as ProxyOptions);
  const down = await listen(toNodeHandler(handler));
  onTestFinished(async () => {
    await Promise.all([down.close(), up.close()]);
    gateway.dispose();
  });
  return { gateway, url: up.url, proxied: down.url + PATH, headers: { origin: down.url } };
}
