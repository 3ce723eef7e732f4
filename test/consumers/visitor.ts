import type { Browser, BrowserContext } from 'playwright';
import type { SimulatedGateway } from 'bytespike-react/testing';

/** What the server of an app is told of its gateway. */
export const secretsOf = ({ gateway, url }: { gateway: SimulatedGateway; url: string }): Record<string, string> => ({
  BYTESPIKE_API_KEY: gateway.apiKey,
  GATEWAY_URL: url,
  PROXY_SECRET: 'a secret of the tests, long enough',
});

/** Somebody who is signed in, whose browser takes gzip alone: others pack more tightly here and there. */
export async function visitor(browser: Browser, origin: string): Promise<BrowserContext> {
  const context = await browser.newContext({ extraHTTPHeaders: { 'accept-encoding': 'gzip' } });
  await context.addCookies([{ name: 'user', value: 'ann', url: origin }]);
  return context;
}
