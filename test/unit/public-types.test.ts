import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { entries } from '../../scripts/entries.mjs';
import { publicTypes } from '../support/public-types.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

// What a release changes here may break somebody's build: it belongs in the changelog. To renew it:
// npx vitest run --project unit test/unit/public-types.test.ts -u
it('every public type has the shape that it had', async () => {
  const paths = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).map((name) => `src/${name.replaceAll('\\', '/')}`);
  const sources = new Map(paths.filter((path) => /\.tsx?$/.test(path)).map((path) => [path, readFileSync(root + path, 'utf8').replaceAll('\r\n', '\n')]));
  const open = entries.flatMap(({ name, condition, source }) => (source === undefined ? [] : [{ name: condition === 'default' ? name : `${name} (${condition})`, source }]));
  await expect(publicTypes(sources, open)).toMatchFileSnapshot('public-types.txt');
});

describe('the shape of public types', () => {
  const shown = (files: Record<string, string>) => publicTypes(new Map(Object.entries(files)), [{ name: 'lib', source: 'index.ts' }]);

  it('is that of what an entry names, and of all that it leads to', () => {
    const files = {
      'index.ts': "export * from './a.js';\nexport { type B as C } from './b.js';",
      'a.ts': "import type { B } from './b.js';\n/** Makes. */\nexport function make({ b }: { b: B }): Hidden {\n  return other(b);\n}\ninterface Hidden {\n  /** Said. */\n  a: string;\n}\nexport const most: number = 4;",
      'b.ts': 'export interface B {\n  c?: never;\n}\nexport interface Unused {}',
    };
    expect(shown(files)).toBe(
      'lib\n  C\n  make\n  most\n\ninterface B {\n  c?: never;\n}\n\ninterface Hidden {\n  a: string;\n}\n\nfunction make({ b }: { b: B }): Hidden \n\nconst most: number\n'.replace('Hidden \n', 'Hidden\n'),
    );
  });

  it.each<[string, string, string]>([
    ['a field', 'export interface A { a: string }', 'export interface A { a: string; b?: number }'],
    ['a parameter', 'export function a(b: string): void {}', 'export function a(b: string, c?: string): void {}'],
    ['what an inner type holds', "type In = 'a';\nexport type A = In[];", "type In = 'a' | 'b';\nexport type A = In[];"],
    ['the type of a value', 'export const a: string = b;', 'export const a: number = b;'],
    ['a value without one', 'export const a = { b: 1 };', "export const a = { b: '1' };"],
    ['a method of a class', 'export class A { a(): void { b(); } }', 'export class A { a(): string { b(); } }'],
  ])('changes with %s', (_, before, after) => {
    expect(shown({ 'index.ts': before })).not.toBe(shown({ 'index.ts': after }));
  });

  it.each<[string, string, string]>([
    ['its words', '/** One. */\nexport type A = 1;', '/** Two. */\n// Or three.\nexport type A = 1;'],
    ['what a function does', 'export function a(): void {}', 'export function a(): void { b(); }'],
    ['the place of a type', 'export type A = 1;\nexport type B = 2;', 'export type B = 2;\nexport type A = 1;'],
  ])('does not change with %s', (_, before, after) => {
    expect(shown({ 'index.ts': before })).toBe(shown({ 'index.ts': after }));
  });
});
