import type { Browser } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { serveStatic, type StaticServer } from '../support/static-server.js';
import { built } from './built.js';
import type { Entry } from './preview.js';

interface OpenStorybook {
  url: string;
  browser: Browser;
  entries: readonly Entry[];
}

/** The built Storybook, on a static host, below a path; there once a test begins. */
export function useStorybook(): OpenStorybook {
  const storybook = {} as OpenStorybook; // Filled before the first test.
  let server: StaticServer;
  beforeAll(async () => {
    const folder = process.env['STORYBOOK_BUILT'] ?? (await built('storybook')).folder;
    server = await serveStatic(folder, '/a/team/ui/');
    const index = (await (await fetch(`${server.url}index.json`)).json()) as { entries: Record<string, Entry> };
    Object.assign(storybook, { url: server.url, browser: await launchChromium(), entries: Object.values(index.entries) });
  });
  afterAll(async () => {
    await storybook.browser.close();
    server.close();
  });
  return storybook;
}
