import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const KEY = 'sk-canary-9c27e1b604';
const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where a key lies on the machine that builds; a prefix with which bundlers let a variable through is nobody's key. */
const environment = { BYTESPIKE_API_KEY: KEY, SIMULATED_API_KEY: KEY, PROXY_SECRET: KEY };
/** As it is, and as it would stand in a `data:` address or in a string of escapes. */
const FORMS = [KEY, Buffer.from(KEY).toString('base64').slice(0, 20), [...KEY].map((letter) => `\\x${letter.charCodeAt(0).toString(16)}`).join('')];

/** What is built for browsers, and a word that is in it: else the search found nothing because there was nothing. */
const builds: [name: string, word: string, tool: string, args: (folder: string) => string[]][] = [
  ['the library', 'x-bytespike-offers', 'vite', (folder) => ['build', '--outDir', folder, '--logLevel', 'error']],
  ['the demo', 'x-bytespike-offers', 'vite', (folder) => ['build', 'demo', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']],
  ['Storybook', 'TaskProgress', 'storybook', (folder) => ['build', '-o', folder, '--quiet']],
];

function run(tool: string, args: string[]): Promise<string> {
  const bin = join(root, 'node_modules', '.bin');
  const path = [bin, dirname(process.execPath), process.env.PATH].join(delimiter);
  // The build of a user, not one of a test.
  const child = spawn(join(bin, tool), args, { cwd: root, env: { ...process.env, ...environment, PATH: path, NODE_ENV: undefined, VITEST: undefined } });
  let said = '';
  child.stdout.on('data', (text) => (said += String(text)));
  child.stderr.on('data', (text) => (said += String(text)));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve(said) : reject(new Error(`${tool} ended with ${code}: ${said}`))));
  });
}

describe('a key in the environment', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bytespike-built-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(builds)('is in no byte of %s, and in no word of its build', { timeout: 180_000 }, async (name, word, tool, args) => {
    const out = join(folder, name.replaceAll(' ', '-'));
    const said = await run(tool, args(out));
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    expect(texts.some((text) => text.includes(word))).toBe(true);
    const holding = files.filter((_, index) => FORMS.some((form) => texts[index]?.includes(form)));
    expect(holding.map(({ name: file }) => file)).toEqual([]);
    expect(FORMS.filter((form) => said.includes(form))).toEqual([]);
  });
});
