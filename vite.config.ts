import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { pictures } from './test/looks/pictures.js';
import { browserDependencies } from './test/support/browser-dependencies.js';
import { inFewFiles } from './test/support/in-few-files.js';
import { LATE_MS, lateParts } from './test/support/late-parts.js';
import { PATIENT, TEST_MS } from './test/support/patience.js';
import { readmePlugin } from './test/support/readme-plugin.js';
import { FIXED_SEED, seedOf } from './test/support/seed.js';
import { chromiumFlags, findChromium, ownMachine, pinnedChromium, quickChromium } from './scripts/chromium.mjs';
import { entries } from './scripts/entries.mjs';
import { publicNames } from './scripts/public-names.js';
import { warningsFail } from './scripts/warnings.mjs';

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

// A build needs none, and is not to unpack one.
const quick = (process.env.VITEST ? await quickChromium() : findChromium()) ?? '';
const chromium = () => playwright({ launchOptions: { args: chromiumFlags, env: ownMachine(), ...(quick === '' ? {} : { executablePath: quick }) } });

/** The one that the references were made in, fixed by the lock file: another one draws text otherwise. */
const chromiumOfReferences = async () =>
  playwright({
    launchOptions: {
      // Checker imaging draws a page before the pictures in it.
      args: [...chromiumFlags, '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--disable-checker-imaging'],
      env: ownMachine(),
      executablePath: await pinnedChromium(),
    },
  });

const inChromium = () => ({
  enabled: true,
  headless: true,
  provider: chromium(),
  instances: [{ browser: 'chromium' as const }],
  screenshotFailures: false,
});

/**
 * Vitest counts the pages and the processes that it runs at once apart. Together they would be twice
 * as many as there are cores, and wait for each other until one of them is out of time.
 */
const afterPages = { groupOrder: 1 };

/**
 * Nothing changes while tests run once: what the page of one file has loaded, that of the next takes from the browser's
 * cache, where it would ask for each of some 600 modules again. `importMapMocks` gives mocks addresses of their own.
 */
const kept = process.argv.includes('run') ? { headers: { 'Cache-Control': 'max-age=3600' } } : {};

/** Code blocks of pages that tests render; no dependencies, though they look like some. */
const browserBlocks = [...readFileSync(new URL('./test/browser/docs.test.tsx', import.meta.url), 'utf8').matchAll(/'(block:[^']+)'/g)].map(([, block = '']) => block);

/** Projects that were named on the command line; none means those of `npm test`. */
const asked = process.argv.flatMap((argument, index, all) => (argument === '--project' ? [all[index + 1]] : []));

/** One of what is run by name alone. */
const whenAsked = <Project,>(name: string, project: () => Project): Project[] => (asked.includes(name) ? [project()] : []);

/** `npm test` draws the same cases every time; looking for new ones is for the long runs. */
const isSearch = ['faults', 'ledger', 'yardstick'].some((name) => asked.includes(name));
const seed = isSearch ? seedOf(process.env.SEED) : FIXED_SEED;
if (isSearch) process.stdout.write(`SEED=${seed} draws the same again.\n`);

/** No wait of a test is short (test/support/patience.ts), and what is wrong is told, not how much it is. */
const patient = { testTimeout: TEST_MS, hookTimeout: TEST_MS, expect: { poll: PATIENT }, chaiConfig: { truncateThreshold: 1500 } };

/** A Chromium as people have it: with H.264, and all that is around a page. */
const whole = () => ({ provide: { chromium: findChromium() ?? '' } });

/** Long ones, run by name: `npm run test:faults`, `npm run bench:network` and the like. */
const long = (name: string) =>
  whenAsked(name, () => ({
    resolve: { alias: publicNames('index.ts') },
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      environment: 'node' as const,
      setupFiles: ['test/setup/chance.ts'],
      ...patient,
      ...whole(),
      testTimeout: 30 * 60_000,
      fileParallelism: false,
    },
  }));

/** Long ones in a browser, run by name: `npm run test:faults`. */
const ledger = () => ({
  resolve: { alias: publicNames('index.browser.ts') },
  optimizeDeps: { include: browserDependencies },
  test: {
    name: 'ledger',
    include: ['test/ledger/**/*.test.ts'],
    setupFiles: ['test/setup/chance.ts'],
    provide: { journeys: Number(process.env.JOURNEYS ?? 1000) },
    ...patient,
    testTimeout: 30 * 60_000,
    browser: inChromium(),
  },
});

/** What is wholly transparent has all that a page has, and is not drawn: a fifth of what most tests cost. `test/support/drawn.ts` undoes it. */
const unseen = { type: 'text/javascript', content: "document.documentElement.style.opacity = '0';" };

/**
 * Stories of components are shown, played and looked at by `test/browser/components/looks.test.ts` and `translated.test.ts`.
 * Of the button and the panel there are some with the other flavour, which those leave out.
 */
const walkedElsewhere = ['stories/!(start|guides|hooks|recipes|every-state|internals|generate)/**', 'stories/generate/*States.stories.tsx'];

const stories = () => ({
  plugins: [storybookTest({ configDir: '.storybook', disableAddonDocs: true })],
  // One page for all: a story sets up what it needs, and loading everything anew for each file takes longer than the stories.
  test: { name: 'stories', setupFiles: ['.storybook/vitest.setup.ts'], exclude: walkedElsewhere, isolate: false, ...patient, browser: { ...inChromium(), orchestratorScripts: [unseen] } },
});

const looks = async () => ({
  resolve: {
    alias: [
      ...publicNames('index.browser.ts'),
      // This Chromium is without the codecs of MP4.
      { find: /^\.\/clips\/\w+\.mp4\?inline$/, replacement: `${source('testing/media/clips/wide.webm')}?inline` },
    ],
  },
  optimizeDeps: { include: browserDependencies },
  test: {
    name: 'looks',
    include: ['test/looks/**/*.test.ts'],
    setupFiles: ['test/looks/moment.ts', 'test/setup/console.ts', 'test/setup/patience.ts', 'test/setup/browser.ts'],
    ...patient,
    browser: {
      ...inChromium(),
      provider: await chromiumOfReferences(),
      commands: { ...pictures(fileURLToPath(new URL('./test/looks/references', import.meta.url))) },
    },
  },
});

/** Those that go through every state of every component, which takes as long as all others: `npm run test:walks`. */
const WALKS = ['looks', 'pseudo', 'translated'].map((name) => `test/browser/components/${name}.test.ts`);
/** Those that go through the built Storybook, every part as a server renders it, and every model. */
const BUILT = ['storybook*', 'built-secrets', 'hydration', 'every-model'].map((name) => `test/e2e/${name}.test.ts`);

type Files = Pick<NonNullable<ViteUserConfig['test']>, 'include' | 'exclude' | 'provide'> & { name: string };

const inPages = (files: Files) => ({
  plugins: [inFewFiles()],
  resolve: { alias: publicNames('index.browser.ts') },
  server: kept,
  // Found while tests run, a dependency would reload the page below them.
  optimizeDeps: { include: browserDependencies, exclude: ['readme:0.tsx', 'readme:1.tsx', 'readme:2.tsx', 'readme:3.tsx', 'readme:4.tsx', ...browserBlocks] },
  test: {
    ...patient,
    ...files,
    setupFiles: ['test/setup/late-parts.ts', 'test/setup/console.ts', 'test/setup/patience.ts', 'test/setup/chance.ts', 'test/setup/browser.ts', 'test/setup/late-looks.ts'],
    browser: { ...inChromium(), importMapMocks: true, orchestratorScripts: [unseen] },
  },
});

const endToEnd = (files: Files) => ({
  resolve: { alias: publicNames('index.ts') },
  test: { ...patient, ...files, globalSetup: ['test/e2e/setup.ts'], environment: 'node' as const, sequence: afterPages },
});

export default defineConfig(async (): Promise<ViteUserConfig> => ({
  plugins: [readmePlugin(fileURLToPath(new URL('./README.md', import.meta.url))), react(), lateParts(), warningsFail()],
  build: {
    target: 'es2022',
    minify: false,
    cssCodeSplit: true,
    lib: {
      entry: Object.fromEntries(entries.map(({ built, source: file }) => [built.replace(/\.js$/, ''), fileURLToPath(new URL(file, import.meta.url))])),
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^node:/, /^react(-dom)?($|\/)/, /^swr($|\/)/, /^@tanstack\//, /^@base-ui\//, 'virtua', 'client-zip', /^eventsource-parser/, 'sharp', 'aws4fetch'],
      // One output file for each source file: this is what keeps 'use client' and lets bundlers drop what is unused.
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  test: {
    provide: { seed, lateParts: LATE_MS, lateLooks: Number(process.env.LATE_LOOKS_MS ?? 0), chromium: quick },
    // Left to itself, Vitest uses one of two cores. Each waits for pages, servers and disks: two keep two cores 70 % busy, three 87 %.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      {
        resolve: { alias: publicNames('index.ts') },
        test: {
          ...patient,
          name: 'unit',
          isolate: false,
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles: ['test/setup/console.ts', 'test/setup/patience.ts', 'test/setup/chance.ts', 'test/setup/owner-stacks.ts'],
          sequence: afterPages,
        },
      },
      inPages({ name: 'browser', include: ['test/browser/**/*.test.{ts,tsx}'], exclude: WALKS }),
      ...whenAsked('walks', () => inPages({ name: 'walks', include: WALKS })),
      // The panel of `npm run storybook` that runs them names no project.
      ...(process.env.VITEST_STORYBOOK === 'true' ? [stories()] : whenAsked('stories', stories)),
      ...(await Promise.all(process.platform === 'linux' && process.arch === 'x64' ? whenAsked('looks', looks) : [])),
      ...long('bench'),
      ...long('faults'),
      ...long('yardstick'),
      ...long('runtimes'),
      ...long('consumers'),
      ...whenAsked('ledger', ledger),
      endToEnd({ name: 'e2e', include: ['test/e2e/**/*.test.ts'], exclude: BUILT }),
      ...whenAsked('built', () => endToEnd({ name: 'built', include: BUILT, ...whole() })),
    ],
  },
}));
