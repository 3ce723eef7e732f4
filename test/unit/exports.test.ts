import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { entries } from '../../scripts/entries.mjs';
import { unusedExports } from '../support/exports.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const codeIn = (folder: string): [string, string][] =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !/\/(node_modules|dist)\/|\.d\.m?ts$/.test(path))
    .map((path) => [path, readFileSync(`${root}${path}`, 'utf8')]);

it('nothing of src is exported that no other file takes', () => {
  const sources = new Map(codeIn('src'));
  const users = new Map(['test', 'stories', 'demo', 'scripts', 'bin', '.storybook'].flatMap(codeIn));
  const open = new Set(entries.flatMap(({ source }) => (source === undefined ? [] : [source])));
  expect(open).toContain('src/server/index.ts');
  // Take the word `export` away, or what it stands before.
  expect(unusedExports(sources, users, open)).toEqual([]);
});

describe('the reading of exports', () => {
  const unusedIn = (sources: Record<string, string>, users: Record<string, string> = {}) =>
    unusedExports(new Map(Object.entries(sources)), new Map(Object.entries(users)), new Set(['src/index.ts']));

  it.each<[string, Record<string, string>]>([
    ['a value', { 'src/a.ts': 'export const one = 1;' }],
    ['a type', { 'src/a.ts': 'export type one = 1;' }],
    ['what its own file alone uses', { 'src/a.ts': 'export function one(): void {}\none();' }],
    ['what another file mentions, and takes from elsewhere', { 'src/a.ts': 'export const one = 1;', 'src/b.ts': "import { one } from './c.js';\nimport './a.js';\none();", 'src/c.ts': 'export const one = 2;' }],
  ])('finds %s', (_, sources) => {
    expect(unusedIn(sources)).toEqual(['src/a.ts: one']);
  });

  it('finds what is passed on and taken by nobody, with its source', () => {
    expect(unusedIn({ 'src/a.ts': 'export const one = 1;', 'src/b.ts': "export { one } from './a.js';" })).toEqual(['src/a.ts: one', 'src/b.ts: one']);
  });

  it.each<[string, Record<string, string>]>([
    ['by name', { 'src/b.ts': "import { one } from './a.js';" }],
    ['as a type', { 'src/b.tsx': "import type { one } from './a.js';" }],
    ['with all others', { 'src/b.ts': "import * as all from './a.js';\nall.one();" }],
    ['later', { 'src/b.ts': "const { one } = await import('./a.js');" }],
    ['as the type of a module', { 'src/b.ts': "type One = (typeof import('./a.js'))['one'];" }],
    ['by an entry, under another name', { 'src/index.ts': "export { one as two } from './a.js';" }],
    ['by an entry, with all that a second file passes on', { 'src/index.ts': "export * from './b.js';", 'src/b.ts': "export * from './a.js';" }],
  ])('knows what is taken %s', (_, sources) => {
    expect(unusedIn({ 'src/a.ts': 'export const one = 1;', ...sources })).toEqual([]);
  });

  it('counts tests among those who take', () => {
    expect(unusedIn({ 'src/a.ts': 'export const one = 1;' }, { 'test/a.test.ts': "import { one } from '../src/a.js';" })).toEqual([]);
  });
});
