import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages } from '../support/pages.js';

/** Files of this repository; those below `src` may be named without it. */
const PATH = /^(?:src|test|scripts|stories|demo|docs|bin|\.storybook|core|react|react-query|swr|components|locales|server|styles|testing)\/[\w./-]+\.(?:tsx?|m?js|css|mdx?|c|conf)$/;

/** What a page names between backticks and is not there. */
function missingIn(text: string): string[] {
  return pathsIn(text).filter((path) => !existsSync(path) && !existsSync(`src/${path}`));
}

function pathsIn(text: string): string[] {
  return [...text.replace(/^```[^]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, quoted = '']) => quoted).filter((quoted) => PATH.test(quoted));
}

describe('the files that pages name', () => {
  it.each(pages().map(({ path, text }) => [path, text] as const))('are there in %s', (_path, text) => {
    expect(missingIn(text)).toEqual([]);
  });

  it('are looked for', () => {
    expect(missingIn('`core/wire/gone.ts`, `src/index.ts`, `server/index.ts`, `core/wire`, `app/gone.ts`\n```sh\nnode `src/gone.ts`\n```\n`test/gone.test.tsx`')).toEqual(['core/wire/gone.ts', 'test/gone.test.tsx']);
  });
});

describe('the way of a newcomer', () => {
  const [, section = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split(/^## Where things are$/m);
  const rows = (section.split(/^## /m)[0] ?? '').split('\n').filter((line) => line.startsWith('|')).slice(2);

  it('has a way to what is changed most often, and a test at the end of each', () => {
    const ways = rows.map((row) => row.split('|').slice(2, 4).map((cell) => pathsIn(cell).length));
    expect(ways.length).toBeGreaterThanOrEqual(10);
    expect(ways.filter(([to = 0, noticed = 0]) => to === 0 || noticed === 0)).toEqual([]);
  });
});
