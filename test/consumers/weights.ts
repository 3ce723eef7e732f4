// What the browser loads of an app with one part of ours in it, over the wire and packed, beside the same app with none.
import type { Browser, Page } from 'playwright';
import { createProxy, toNodeHandler } from 'bytespike-react/server';
import { LATER, moduleOf, type PageBytes, type PageFlavour, type PagePart, used, weighPages } from '../../scripts/pages.mjs';
import { servedGateway } from '../support/journey.js';
import type { Consumer } from './apps.js';
import type { Installed } from './installed.js';
import { secretsOf, visitor } from './visitor.js';

export const PARTS: readonly PagePart[] = ['useVideoTask', 'GenerateButton'];
export type Weights = Record<PagePart, PageBytes>;

/** Builds the app anew around each part. */
export async function weigh(consumer: Consumer, app: Installed, browser: Browser): Promise<Weights> {
  const bare = await loaded(consumer, app, browser);
  const over = ({ before, after }: PageBytes) => ({ before: before - bare.before, after: after - bare.before });
  return { useVideoTask: over(await loaded(consumer, app, browser, 'useVideoTask')), GenerateButton: over(await loaded(consumer, app, browser, 'GenerateButton')) };
}

/** The pages of `npm run size`, behind a proxy as the apps have one: it offers what a page loads a part for. */
export async function sizesBehindProxy(flavour: PageFlavour): Promise<Weights> {
  const { gateway, url, close } = await servedGateway({ speed: 100 });
  const proxy = createProxy({ apiKey: gateway.apiKey, baseUrl: url, authorize: () => ({ userId: 'ann' }), expose: { balance: true, models: true, pricing: true } });
  try {
    return await weighPages(flavour, PARTS, toNodeHandler(proxy));
  } finally {
    close();
  }
}

async function loaded({ flavour, around }: Consumer, app: Installed, browser: Browser, part?: PagePart): Promise<PageBytes> {
  app.write(around(moduleOf(flavour, part), LATER));
  await app.run('build');
  const served = await servedGateway({ speed: 100 });
  const server = await app.start(secretsOf(served));
  const context = await visitor(browser, server.origin);
  try {
    const tab = await context.newPage();
    return await used(tab, server.origin, count(tab, server.origin), part);
  } finally {
    await context.close();
    await server.stop();
    served.close();
  }
}

/** Bytes of pages, code and sheets that came so far; not what the API answers, nor what is made. */
function count(tab: Page, origin: string): () => number {
  let bytes = 0;
  tab.on('requestfinished', async (request) => {
    const { pathname, origin: from } = new URL(request.url());
    if (from !== origin || pathname.startsWith('/api/')) return;
    const [response, { responseBodySize }] = await Promise.all([request.response(), request.sizes()]);
    if (response?.headers()['content-encoding'] !== 'gzip' && responseBodySize > 2000) throw new Error(`${pathname} came unpacked.`);
    bytes += responseBodySize;
  });
  return () => bytes;
}
