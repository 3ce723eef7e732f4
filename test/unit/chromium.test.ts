import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { chromiumFlags, pinnedChromium } from '../../scripts/chromium.mjs';

// Of two such flags Chromium hears the last alone.
test('what Playwright switches off in Chromium is off with our flags, too', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  const [, listed = ''] = /\bdisabledFeatures = \[([^\]]+)\]/.exec(readFileSync(join(folder, 'lib/coreBundle.js'), 'utf8')) ?? [];
  const theirs = [...listed.matchAll(/^ *"(\w+)",?$/gm)].map(([, name]) => name!).filter((name) => !/^ms[A-Z]/.test(name));
  expect(theirs).toContain('ThirdPartyStoragePartitioning');
  const ours = chromiumFlags.filter((flag) => flag.startsWith('--disable-features=')).flatMap((flag) => flag.split('=')[1]!.split(','));
  expect(ours).toEqual(expect.arrayContaining(theirs));
});

test.runIf(process.platform === 'linux' && process.arch === 'x64')('the Chromium of the lock file is the version that it names (it is for Linux on x64 alone)', async () => {
  const { version } = JSON.parse(readFileSync(join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../package.json'), 'utf8')) as { version: string };
  const said = execFileSync(await pinnedChromium(), ['--version']).toString();
  expect(said).toMatch(new RegExp(`^Chromium ${version.split('.')[0]}\\.`));
});
