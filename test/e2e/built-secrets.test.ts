import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, KEY } from './build.js';
import { built } from './built.js';

/** As it is, and as it would stand in a `data:` address or in a string of escapes. */
const FORMS = [KEY, Buffer.from(KEY).toString('base64').slice(0, 20), [...KEY].map((letter) => `\\x${letter.charCodeAt(0).toString(16)}`).join('')];

interface Build {
  folder: string;
  said: string;
}

/** What is built for browsers, and a word that is in it: else the search found nothing because there was nothing. */
const builds: [name: string, word: string, make: (folder: string) => Promise<Build>][] = [
  ['the library', 'x-bytespike-offers', async (folder) => ({ folder, said: await build('vite', ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']) })],
  ['the demo', 'x-bytespike-offers', async (folder) => ({ folder, said: await build('vite', ['build', 'demo', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']) })],
  ['Storybook', 'TaskProgress', () => built('storybook')],
];

describe('a key in the environment', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bytespike-built-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(builds)('is in no byte of %s, and in no word of its build', async (name, word, make) => {
    const { folder: out, said } = await make(join(folder, name.replaceAll(' ', '-')));
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    expect(texts.some((text) => text.includes(word))).toBe(true);
    const holding = files.filter((_, index) => FORMS.some((form) => texts[index]?.includes(form)));
    expect(holding.map(({ name: file }) => file)).toEqual([]);
    expect(FORMS.filter((form) => said.includes(form))).toEqual([]);
  });
});
