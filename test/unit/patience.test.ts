import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// A test that waits for a length of time is right only on a machine that is quick enough: it waits for
// what should come, as long as `test/support/patience.ts` says. What has to let time pass says why.

const root = fileURLToPath(new URL('../../', import.meta.url));
const WAITS = [
  /new Promise.*(?<!clock\.)setTimeout\([^,)]+, /,
  /waitForTimeout\(/,
  /\btimeout: *[\d_]+/,
  /(waitFor|waitUntil|\bit|\btest)\b.*, *[\d_]{3,}\);?$/,
  /^\s*\}, *[\d_]{3,}\);$/,
  /expect\(.*(performance\.now|Date\.now|\b(took|elapsed|slowest|lasted)\b(?!:)).*\)\.(toBeLess|toBeGreater)/,
  /timers\/promises/,
  // Its pages wait for 30 s: `test/support/chromium.ts` opens others.
  /chromium\.launch\(/,
  // It loses requests of a page that is still loading: what is routed stays routed.
  /\.unroute(All)?\(/,
];
const REASON = /Wall time:/;

const isWait = (line: string): boolean => WAITS.some((pattern) => pattern.test(line));

it('no test waits for a length of time without saying why', () => {
  const files = ['test', 'stories', '.storybook'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/node_modules|^bench|bench-|renders-page|patience|support\/chromium|bench\.test/.test(name))
      .map((name) => join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    return lines.flatMap((line, index) => (isWait(line) && !REASON.test(line) && !REASON.test(lines[index - 1] ?? '') ? [`${file}:${index + 1} ${line.trim()}`] : []));
  });
  expect(found).toEqual([]);
});

it.each([
  'await new Promise((resolve) => setTimeout(resolve, 50));',
  'await page.waitForTimeout(500);',
  'await waitFor(() => expect(a).toBe(b), { timeout: 5000 });',
  'await vi.waitFor(() => expect(a).toBe(b), 3000);',
  '  }, 30_000);',
  'expect(performance.now() - begun).toBeLessThan(250);',
  'expect(slowest).toBeLessThan(2000);',
  'const browser = await chromium.launch();',
  "await page.unroute('**/uploads');",
  "import { setTimeout } from 'node:timers/promises';",
])('sees the wait in %s', (line) => {
  expect(isWait(line)).toBe(true);
});
