import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src', import.meta.url));

const PARSERS = ['eventsource-parser'];
const REACT = ['react', 'react-dom'];

/** What each room may import: rooms of `src`, and packages. Everything else is an arrow against the design. */
const MAY_IMPORT: Record<string, { rooms: string[]; packages: string[] }> = {
  core: { rooms: [], packages: PARSERS },
  react: { rooms: ['core'], packages: REACT },
  // Components for the panel and its button alone, which are made of a flavour's hooks; see the test below.
  'react-query': { rooms: ['core', 'react', 'components'], packages: [...REACT, '@tanstack/react-query'] },
  swr: { rooms: ['core', 'react', 'components'], packages: [...REACT, 'swr'] },
  locales: { rooms: ['react'], packages: [] },
  components: { rooms: ['core', 'react'], packages: [...REACT, '@base-ui/react', 'client-zip', 'virtua'] },
  server: { rooms: ['core'], packages: [...PARSERS, 'node:', 'aws4fetch'] },
  testing: { rooms: ['core'], packages: [...PARSERS, 'node:', 'sharp'] },
  // For development alone: what it watches is a client, and what it steers a simulated gateway.
  devtools: { rooms: ['core', 'react', 'testing'], packages: REACT },
  // One file beside the sheets: their types.
  styles: { rooms: [], packages: [] },
  'client.ts': { rooms: ['core'], packages: [] },
  'cost.ts': { rooms: ['core'], packages: [] },
  'recommend.ts': { rooms: ['core'], packages: [] },
  'provider.ts': { rooms: ['react'], packages: [] },
  'reuse.ts': { rooms: ['core'], packages: [] },
  'store.ts': { rooms: ['core'], packages: [] },
  'text.ts': { rooms: ['core'], packages: [] },
  'index.ts': { rooms: ['core', 'react', 'components', 'client.ts', 'cost.ts', 'recommend.ts', 'provider.ts', 'reuse.ts', 'store.ts', 'text.ts'], packages: [] },
};

/**
 * The order inside of a room: a smaller room imports those that stand before its own line, and
 * nobody imports a later one. Those in one line do not know each other. `.` are the files of the
 * room itself, which nothing in a smaller room imports.
 */
const ORDER: Record<string, readonly (readonly string[])[]> = {
  core: [['base'], ['catalog', 'outcome', 'mask'], ['wire', 'records', 'recommend'], ['tasks', 'images', 'draft', 'uploads', 'text'], ['money'], ['client'], ['places'], ['conversation', 'batch', 'search', 'prompts']],
  server: [['base'], ['store', 'node'], ['calls'], ['users', 'results', 'uploads'], ['spend'], ['upstream'], ['replay', 'events'], ['setup'], ['answers'], ['.']],
  testing: [['base'], ['media', 'orders'], ['meaning', 'faults'], ['simulation'], ['tasks'], ['endpoints'], ['.']],
};
/** Platforms are no part of a call: what serves on one imports the ground, and only the door imports it. */
const BESIDE = ['node'];
const MOST_FILES = 30;
const MOST_LINES = 220;
/** Of a file of tests, which holds two things above it. One that is a list of names is as long as the list. */
const MOST_LINES_OF_TESTS = 300;
const LISTS = ['test/unit/public-names.test.ts'];
/** All that is seen of it at once. */
const MOST_LINES_OF_A_FUNCTION = 80;

/** Every name that a file imports or re-exports, types included, dynamically or not. */
function importsOf(code: string): string[] {
  const withoutComments = code.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const statements = /\b(?:from|import)\s*\(?\s*['"]([^'"\s]+)['"]/g;
  return [...withoutComments.matchAll(statements)].map(([, name]) => name ?? '');
}

/** The arrows against the design that leave `file`, a path below `src`, in words. */
function faultsOf(file: string, code: string): string[] {
  const room = roomOf(file);
  const allowed = MAY_IMPORT[room];
  if (allowed === undefined || placeOf(file) === NOWHERE) return [`${file} is in no room of the design`];
  return importsOf(code)
    .filter((name) => {
      if (!name.startsWith('.')) return !allowed.packages.includes(packageOf(name));
      const target = posix.join(posix.dirname(file), name);
      return roomOf(target) === room ? isAgainstOrder(file, target) : !allowed.rooms.includes(roomOf(target));
    })
    .map((name) => `${file} imports ${name}`);
}

/** Whether two files of one room stand in it the wrong way round. */
function isAgainstOrder(file: string, target: string): boolean {
  const [own, other] = [smallRoomOf(file), smallRoomOf(target)];
  if (!(roomOf(file) in ORDER) || own === other) return false;
  return placeOf(target) === NOWHERE || placeOf(target) >= placeOf(file) || (BESIDE.includes(other) && own !== '.');
}

const NOWHERE = -1;

/** Where the smaller room of a file stands in the order; all of a room without an order stand together. */
function placeOf(file: string): number {
  return ORDER[roomOf(file)]?.findIndex((line) => line.includes(smallRoomOf(file))) ?? 0;
}

function smallRoomOf(path: string): string {
  const [, small = '.', file] = path.split('/');
  return file === undefined ? '.' : small;
}

/** Files that import each other in a circle, each circle once; `codes` by path below `src`. */
function circlesOf(codes: ReadonlyMap<string, string>): string[][] {
  const targets = (file: string) =>
    importsOf(codes.get(file) ?? '')
      .filter((name) => name.startsWith('.'))
      .map((name) => posix.join(posix.dirname(file), name).replace(/\.js$/, '.ts'))
      .map((path) => (codes.has(path) ? path : `${path}x`));
  const circles = new Map<string, string[]>();
  const seen = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    const begin = way.indexOf(file);
    if (begin >= 0) return void circles.set(way.slice(begin).sort().join(), way.slice(begin).sort());
    if (seen.has(file)) return;
    seen.add(file);
    for (const target of targets(file)) walk(target, [...way, file]);
  };
  for (const file of codes.keys()) walk(file, []);
  return [...circles.values()];
}

function linesOf(code: string): number {
  return code.trimEnd().split('\n').length;
}

/** Functions of a file that are too long, with how long they are. */
function longFunctions(file: string, code: string): string[] {
  const long: string[] = [];
  const look = (node: { start: number; end: number }) => {
    const lines = linesOf(code.slice(node.start, node.end));
    if (lines > MOST_LINES_OF_A_FUNCTION) long.push(`${file}:${linesOf(code.slice(0, node.start + 1))} has ${lines} lines`);
  };
  new Visitor({ FunctionDeclaration: look, FunctionExpression: look, ArrowFunctionExpression: look }).visit(parseSync(file, code).program);
  return long;
}

function roomOf(path: string): string {
  return (path.split('/')[0] ?? path).replace(/\.js$/, '.ts');
}

function packageOf(name: string): string {
  if (name.startsWith('node:')) return 'node:';
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name));
const read = (file: string) => readFileSync(join(source, file), 'utf8');

describe('the rooms of src', () => {
  it('import along the arrows of the design only', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((file) => faultsOf(file, read(file)))).toEqual([]);
  });

  it('hold no circle of imports, those of types included', () => {
    expect(circlesOf(new Map(files.map((file) => [file, read(file)])))).toEqual([]);
  });

  it('hold no folder of more than 30 files, of which nobody knows all', () => {
    const folders = [...new Set(files.map((file) => posix.dirname(file)))];
    expect(folders.filter((folder) => files.filter((file) => posix.dirname(file) === folder).length > MOST_FILES)).toEqual([]);
  });

  it('hold both flavours file by file', () => {
    const inRoom = (room: string) => files.filter((file) => roomOf(file) === room).map((file) => file.slice(room.length));
    expect(inRoom('react-query').sort()).toEqual(inRoom('swr').sort());
  });

  it('hold nothing twice, in one flavour as in the other', () => {
    // What only names what it is made of, and makes it.
    const isMade = (file: string) => /^'use client';\n(\nimport .*|\n)+\nexport const use\w+: Use\w+ = \/\* @__PURE__ \*\/ createUse\w+\([\w, ]+\);\n$/.test(read(file));
    const same = files.filter((file) => roomOf(file) === 'swr' && !isMade(file) && read(file) === read(file.replace('swr', 'react-query')));
    expect(same).toEqual([]);
    // Without their comments: lists of names, the two components that are made of a flavour's hooks, and what is read of each one's own cache.
    const bare = (file: string) => read(file).replace(/\/\*[^]*?\*\//g, '').replace(/^\/\/.*$/gm, '').trim();
    const alike = files.filter((file) => roomOf(file) === 'swr' && !isMade(file) && bare(file) === bare(file.replace('swr', 'react-query')));
    expect(alike.sort()).toEqual(['swr/GenerateButton.tsx', 'swr/GenerationPanel.tsx', 'swr/hooks.ts', 'swr/index.ts', 'swr/useKnownCatalog.ts']);
  });

  it('let a flavour’s hooks know no component', () => {
    const flavoured = files.filter((file) => ['react-query', 'swr'].includes(roomOf(file)));
    const reaching = flavoured.filter((file) => importsOf(read(file)).some((name) => roomOf(posix.join(posix.dirname(file), name)) === 'components'));
    expect(reaching.map((file) => posix.basename(file)).sort()).toEqual(['GenerateButton.tsx', 'GenerateButton.tsx', 'GenerationPanel.tsx', 'GenerationPanel.tsx']);
  });

  it('hold files that are short, and functions that are seen whole', () => {
    const lengths = files.map((file) => ({ file, lines: linesOf(read(file)) })).sort((a, b) => a.lines - b.lines);
    const share = (part: number) => lengths[Math.ceil(lengths.length * part) - 1]?.lines;
    expect(share(0.5)).toBeLessThanOrEqual(50);
    expect(share(0.9)).toBeLessThanOrEqual(125);
    expect(lengths.filter(({ lines }) => lines > MOST_LINES).map(({ file }) => file)).toEqual([]);
    expect(files.flatMap((file) => longFunctions(file, read(file)))).toEqual([]);
  });

  it('are tested by files that hold one thing each', () => {
    const root = join(source, '..');
    const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }).map((file) => `test/${file.replaceAll('\\', '/')}`).filter((file) => /\.test\.tsx?$/.test(file));
    expect(tests.length).toBeGreaterThan(300);
    const long = tests.filter((file) => linesOf(readFileSync(join(root, file), 'utf8')) > MOST_LINES_OF_TESTS);
    expect(long).toEqual(LISTS);
  });
});

describe('the reading of imports', () => {
  it.each([
    ['core/outcome/task.ts', "import { useState } from 'react';", ['core/outcome/task.ts imports react']],
    ['core/outcome/task.ts', "import type { Words } from '../../react/messages.js';", ['core/outcome/task.ts imports ../../react/messages.js']],
    ['core/tasks/deep/task.ts', "export * from '../../../server/keys.js';", ['core/tasks/deep/task.ts imports ../../../server/keys.js']],
    ['core/outcome/task.ts', "import '../../components/index.js';", ['core/outcome/task.ts imports ../../components/index.js']],
    ['core/task.ts', '', ['core/task.ts is in no room of the design']],
    ['core/extra/task.ts', '', ['core/extra/task.ts is in no room of the design']],
    ['core/wire/account.ts', "import type { Client } from '../client/client.js';", ['core/wire/account.ts imports ../client/client.js']],
    ['core/catalog/cost.ts', "import { isTerminal } from '../outcome/status.js';", ['core/catalog/cost.ts imports ../outcome/status.js']],
    ['core/money/balance.ts', "const { open } = await import('../places/history.js');", ['core/money/balance.ts imports ../places/history.js']],
    ['core/base/clock.ts', "export type { Asset } from '../outcome/asset.js';", ['core/base/clock.ts imports ../outcome/asset.js']],
    ['core/wire/account.ts', "import { gone } from '../gone/gone.js';", ['core/wire/account.ts imports ../gone/gone.js']],
    ['server/spend/budget.ts', "import type { Config } from '../setup/context.js';", ['server/spend/budget.ts imports ../setup/context.js']],
    ['server/base/ids.ts', "import type { Proxy } from '../proxy.js';", ['server/base/ids.ts imports ../proxy.js']],
    ['server/calls/fields.ts', "import { toNodeHandler } from '../node/node.js';", ['server/calls/fields.ts imports ../node/node.js']],
    ['server/node/node.ts', "import { routes } from '../calls/routes.js';", ['server/node/node.ts imports ../calls/routes.js']],
    ['testing/faults/faults.ts', "import { createSimulation } from '../simulation/simulation.js';", ['testing/faults/faults.ts imports ../simulation/simulation.js']],
    ['react-query/useTask.ts', "import useSWR from 'swr/mutation';", ['react-query/useTask.ts imports swr/mutation']],
    ['swr/useTask.ts', "import { keys } from '../react-query/keys.js';", ['swr/useTask.ts imports ../react-query/keys.js']],
    ['testing/media/media.ts', "const media = await import('../../server/node.js');", ['testing/media/media.ts imports ../../server/node.js']],
    ['components/Bar.tsx', "import {\n  useTask,\n} from '../swr/index.js';", ['components/Bar.tsx imports ../swr/index.js']],
    ['index.ts', "export * from './testing/index.js';", ['index.ts imports ./testing/index.js']],
    ['extra/file.ts', '', ['extra/file.ts is in no room of the design']],
  ])('finds the arrow against the design in %s: %s', (file, code, faults) => {
    expect(faultsOf(file, code)).toEqual(faults);
  });

  it.each([
    ['core/wire/readings.ts', "import { createParser } from 'eventsource-parser';\nimport { merge } from '../outcome/snapshot.js';\nimport { retry } from './retry.js';"],
    ['components/bar/Bar.tsx', "import { useWords } from '../../react/provider.js';\nimport { isImage } from '../generation.js';"],
    ['core/outcome/task.ts', "/** @example import { useState } from 'react' */\n// import { x } from 'swr';"],
    ['server/node/node.ts', "import { createServer } from 'node:http';\nimport { below } from '../base/mount.js';"],
    ['server/index.ts', "export { toNodeHandler } from './node/node.js';\nexport { createProxy } from './proxy.js';"],
  ])('lets the arrows of the design pass in %s', (file, code) => {
    expect(faultsOf(file, code)).toEqual([]);
  });

  it.each([
    ['of two', { 'a.ts': "import { b } from './b.js';", 'b.ts': "import { a } from './a.js';" }, [['a.ts', 'b.ts']]],
    ['of types alone', { 'core/a.ts': "import type { B } from '../react/b.js';", 'react/b.tsx': "export type { A } from '../core/a.js';" }, [['core/a.ts', 'react/b.tsx']]],
    ['that is loaded later', { 'a.ts': "void import('./b.js');", 'b.ts': "import { a } from './a.js';" }, [['a.ts', 'b.ts']]],
    ['of three behind others', { 'x.ts': "import './a.js';", 'a.ts': "import './b.js';", 'b.ts': "import './c.js';", 'c.ts': "import './a.js';\nimport './d.js';", 'd.ts': '' }, [['a.ts', 'b.ts', 'c.ts']]],
    ['of one with itself', { 'a.ts': "export * from './a.js';" }, [['a.ts']]],
  ])('finds the circle %s', (_, codes, circles) => {
    expect(circlesOf(new Map(Object.entries<string>(codes)))).toEqual(circles);
  });

  it('takes no two ways to one file for a circle', () => {
    expect(circlesOf(new Map([['a.ts', "import './b.js';\nimport './c.js';"], ['b.ts', "import './d.js';"], ['c.ts', "import './d.js';"], ['d.ts', '']]))).toEqual([]);
  });
});

describe('the reading of lengths', () => {
  const body = (lines: number) => `{${'\n'.repeat(lines - 1)}}`;

  it.each([
    ['a function', (lines: number) => `export function long() ${body(lines)}`],
    ['an arrow', (lines: number) => `const long = () => ${body(lines)};`],
    ['a method', (lines: number) => `const one = { long() ${body(lines)} };`],
  ])('finds %s of 81 lines, and none of 80', (_, code) => {
    expect(longFunctions('a.ts', `// first\n${code(81)}`)).toEqual(['a.ts:2 has 81 lines']);
    expect(longFunctions('a.ts', code(80))).toEqual([]);
  });

  it('finds the one in the other, and both where both are too long', () => {
    expect(longFunctions('a.tsx', `function outer() {\n  return () => ${body(81)};\n}`)).toEqual(['a.tsx:1 has 83 lines', 'a.tsx:2 has 81 lines']);
  });
});
