import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forSwr } from '../../.storybook/flavour-plugin.js';
import { frugal, oneChecker } from '../../scripts/frugal.mjs';
import { type Block, blocksOf, pages } from '../support/pages.js';

const root = resolve('.');

/** What an app brings, and the pages do not show. */
const APP = `
declare function currentUser(from: { headers: Headers }): Promise<{ id: string } | undefined>;
declare const user: { id: string };
declare const apiKey: string;
declare const authorize: import('bytespike-react/server').Authorize;
declare module '@/bytespike' {
  export const proxy: import('bytespike-react/server').Proxy;
  export function serverClient(): Promise<import('bytespike-react').Client>;
}
declare module '@/app/providers' {
  export const Providers: import('react').ComponentType<{ userId: string; children: import('react').ReactNode }>;
}
declare module '@/app/developed' {
  export const DevelopedApp: import('react').ComponentType<{ children: import('react').ReactNode }>;
}
declare module '@react-router/dev/vite' {
  export function reactRouter(): import('vite').PluginOption;
}
declare module '~/bytespike.server' {
  export const proxy: import('bytespike-react/server').Proxy;
  export function clientFor(request: Request): import('bytespike-react').Client;
}
`;

let folder: string;
let blocks: readonly string[];
let examples: readonly string[];
/** What the compiler says of all: to start it takes longer than to compile them. */
let said: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bytespike-docs-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  write('app.d.ts', APP);
  blocks = writeBlocks();
  examples = writeExamples();
  write('wrong.ts', "import { createClient } from 'bytespike-react';\ncreateClient({ url: '/api' });\n");
  said = compile([...blocks, ...examples, 'wrong.ts']);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What is said of these files. What is said of the library's own is the type check's concern. */
const saidOf = (files: readonly string[]) => said.filter((line) => line.startsWith('error') || files.some((file) => line.includes(file)));

function compile(files: readonly string[]): string[] {
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      moduleDetection: 'force',
      // A page's code is found beside the page's own helpers.
      rootDirs: [join(root, 'stories'), join(folder, 'stories')],
      paths: pathsFrom(root),
    },
    include: [],
    files: ['app.d.ts', ...files, join(root, '.storybook/reference/virtual.d.ts')],
  };
  write('tsconfig.json', JSON.stringify(config));
  const { stdout } = spawnSync('tsc', ['-p', join(folder, 'tsconfig.json'), '--pretty', 'false', ...oneChecker], { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32', env: { ...frugal, ...process.env } });
  return stdout.split('\n');
}

/** The public names, as tsconfig.json has them, from another folder. */
function pathsFrom(base: string): Record<string, string[]> {
  const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as { compilerOptions: { paths: Record<string, string[]> } };
  return Object.fromEntries(Object.entries(compilerOptions.paths).map(([name, paths]) => [name, paths.map((path) => join(base, path))]));
}

/** A block without imports goes on from the one before it. */
function withBefore(all: readonly Block[]): Block[] {
  return all.reduce<Block[]>((done, block) => {
    const before = done.findLast(({ language }) => language === block.language);
    const code = /^import /m.test(block.code) || before === undefined ? block.code : `${before.code}\n${block.code}`;
    return [...done, { ...block, code }];
  }, []);
}

function writeBlocks(): string[] {
  const found = pages().flatMap((page) => withBefore(blocksOf(page).filter(({ language }) => /^tsx?$/.test(language))));
  return found.map(({ where, language, code }) => {
    const name = `${where.replace(/\W+/g, '-')}.${language}`;
    write(name, code);
    return name;
  });
}

/** As the pages show them for SWR. */
function writeExamples(): string[] {
  const found = readdirSync('stories', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.example.tsx'));
  return found.map((name) => {
    const path = `stories/${name.replace('.example.tsx', '.swr.tsx')}`;
    write(path, forSwr(readFileSync(join('stories', name), 'utf8')));
    return path;
  });
}

describe('the code of the pages', () => {
  it('compiles, block by block', () => {
    expect(blocks.length).toBeGreaterThan(15);
    expect(saidOf(blocks)).toEqual([]);
  });

  it('compiles, example by example, on the other library too', () => {
    expect(examples.length).toBeGreaterThan(15);
    expect(saidOf(examples)).toEqual([]);
  });

  it('would not compile with a mistake in it', () => {
    expect(saidOf(['wrong.ts']).join('\n')).toContain('TS2353');
  });
});
