import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { itemsOf } from '../../.storybook/registry/items.js';
import { watch } from '../e2e/page.js';
import { launchChromium } from '../support/chromium.js';
import { servedGateway } from '../support/journey.js';
import { pack } from '../support/packed.js';
import { consumers } from './apps.js';
import { install, type Installed } from './installed.js';
import { type Registries, serveRegistries } from './registries.js';
import { paletteOf, shadcnFiles } from './shadcn.js';
import { secretsOf, visitor } from './visitor.js';

// An app of shadcn to which shadcn's own client adds every item, the library among what it installs.

const folder = mkdtempSync(join(tmpdir(), 'bytespike-shadcn-'));
let registries: Registries;
let tarball: string;
let browser: Browser;

beforeAll(async () => {
  tarball = pack(folder);
  registries = await serveRegistries(tarball, process.env.npm_config_registry ?? 'https://registry.npmjs.org/');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  registries.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each(consumers.filter(({ shadcn }) => shadcn))('compiles, passes the lint of consumers/$name, and has its colours', async (consumer) => {
  const app = await install(consumer, join(folder, consumer.name), tarball);
  const before = registries.asked.length;
  app.write(shadcnFiles(consumer));
  await add(app, consumer.flavour);
  // Its bytes npm has already, by their hash.
  expect(registries.asked.slice(before)).toContain('/bytespike-react');
  expect(existsSync(join(app.folder, 'node_modules/bytespike-react/package.json'))).toBe(true);
  await app.run('typecheck');
  await app.run('lint');
  await app.run('build');
  const served = await servedGateway();
  const server = await app.start(secretsOf(served));
  const context = await visitor(browser, server.origin);
  try {
    const page = await context.newPage();
    const problems = watch(page);
    await page.goto(server.origin);
    await page.locator('.bs-form-go:not([aria-disabled="true"])').waitFor();
    for (const shade of ['light', 'dark'] as const) {
      await page.evaluate((dark) => document.documentElement.classList.toggle('dark', dark), shade === 'dark');
      // It fades from one to the other.
      await expect.poll(() => page.evaluate(() => [getComputedStyle(document.querySelector('.bs-form-go')!).backgroundColor, getComputedStyle(document.body).colorScheme])).toEqual([paletteOf(shade).primary.replaceAll(' ', ', '), shade]);
    }
    expect(problems).toEqual([]);
    expect(server.complaints()).toBe('');
  } finally {
    await context.close();
    await server.stop();
    served.close();
  }
});

/** In production npm takes away what an app is made with, its client of shadcn among it. */
const DEVELOPING = { NODE_ENV: 'development' };

/** Every item, by its address, to an app that has nothing of ours. */
async function add(app: Installed, flavour: 'react-query' | 'swr'): Promise<void> {
  await app.npm(['uninstall', 'bytespike-react', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'], DEVELOPING);
  expect(existsSync(join(app.folder, 'node_modules/bytespike-react'))).toBe(false);
  const addresses = itemsOf(flavour).map(({ name }) => `${registries.url}/${flavour === 'swr' ? 'r/swr' : 'r'}/${name}.json`);
  await app.npm(['exec', '--no', '--', 'shadcn', 'add', '--yes', ...addresses], {
    ...DEVELOPING,
    REGISTRY_URL: `${registries.url}/shadcn`,
    npm_config_registry: registries.url,
    npm_config_prefer_offline: 'true',
  });
}
