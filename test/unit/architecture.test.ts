import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src', import.meta.url));

const PARSERS = ['valibot', 'eventsource-parser'];
const REACT = ['react', 'react-dom'];

/** What each room may import: rooms of `src`, and packages. Everything else is an arrow against the design. */
const MAY_IMPORT: Record<string, { rooms: string[]; packages: string[] }> = {
  core: { rooms: [], packages: PARSERS },
  react: { rooms: ['core'], packages: REACT },
  // Components for the panel and its button alone, which are made of a flavour's hooks; see the test below.
  'react-query': { rooms: ['core', 'react', 'components'], packages: [...REACT, '@tanstack/react-query'] },
  swr: { rooms: ['core', 'react', 'components'], packages: [...REACT, 'swr'] },
  locales: { rooms: ['react'], packages: [] },
  components: { rooms: ['core', 'react'], packages: [...REACT, '@base-ui/react', 'virtua'] },
  server: { rooms: ['core'], packages: [...PARSERS, 'node:'] },
  testing: { rooms: ['core'], packages: [...PARSERS, 'node:', 'sharp'] },
  'client.ts': { rooms: ['core'], packages: [] },
  'cost.ts': { rooms: ['core'], packages: [] },
  'recommend.ts': { rooms: ['core'], packages: [] },
  'provider.ts': { rooms: ['react'], packages: [] },
  'reuse.ts': { rooms: ['core'], packages: [] },
  'store.ts': { rooms: ['core'], packages: [] },
  'index.ts': { rooms: ['core', 'react', 'components', 'client.ts', 'cost.ts', 'recommend.ts', 'provider.ts', 'reuse.ts', 'store.ts'], packages: [] },
};

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
  if (allowed === undefined) return [`${file} is in no room of the design`];
  return importsOf(code)
    .filter((name) => {
      if (!name.startsWith('.')) return !allowed.packages.includes(packageOf(name));
      const target = roomOf(posix.join(posix.dirname(file), name));
      return target !== room && !allowed.rooms.includes(target);
    })
    .map((name) => `${file} imports ${name}`);
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

  it('hold both flavours file by file', () => {
    const inRoom = (room: string) => files.filter((file) => roomOf(file) === room).map((file) => file.slice(room.length));
    expect(inRoom('react-query').sort()).toEqual(inRoom('swr').sort());
  });

  it('let a flavour’s hooks know no component', () => {
    const flavoured = files.filter((file) => ['react-query', 'swr'].includes(roomOf(file)));
    const reaching = flavoured.filter((file) => importsOf(read(file)).some((name) => roomOf(posix.join(posix.dirname(file), name)) === 'components'));
    expect(reaching.map((file) => posix.basename(file)).sort()).toEqual(['GenerateButton.tsx', 'GenerateButton.tsx', 'GenerationPanel.tsx', 'GenerationPanel.tsx']);
  });

  it('hold no file of more than 300 lines', () => {
    expect(files.filter((file) => read(file).trimEnd().split('\n').length > 300)).toEqual([]);
  });
});

describe('the reading of imports', () => {
  it.each([
    ['core/task.ts', "import { useState } from 'react';", ['core/task.ts imports react']],
    ['core/task.ts', "import type { Words } from '../react/messages.js';", ['core/task.ts imports ../react/messages.js']],
    ['core/deep/task.ts', "export * from '../../server/keys.js';", ['core/deep/task.ts imports ../../server/keys.js']],
    ['core/task.ts', "import '../components/index.js';", ['core/task.ts imports ../components/index.js']],
    ['react-query/useTask.ts', "import useSWR from 'swr/mutation';", ['react-query/useTask.ts imports swr/mutation']],
    ['swr/useTask.ts', "import { keys } from '../react-query/keys.js';", ['swr/useTask.ts imports ../react-query/keys.js']],
    ['testing/media.ts', "const media = await import('../server/node.js');", ['testing/media.ts imports ../server/node.js']],
    ['components/Bar.tsx', "import {\n  useTask,\n} from '../swr/index.js';", ['components/Bar.tsx imports ../swr/index.js']],
    ['index.ts', "export * from './testing/index.js';", ['index.ts imports ./testing/index.js']],
    ['extra/file.ts', '', ['extra/file.ts is in no room of the design']],
  ])('finds the arrow against the design in %s: %s', (file, code, faults) => {
    expect(faultsOf(file, code)).toEqual(faults);
  });

  it.each([
    ['core/wire.ts', "import * as v from 'valibot';\nimport { merge } from './task.js';"],
    ['components/bar/Bar.tsx', "import { useWords } from '../../react/provider.js';\nimport { isImage } from '../generation.js';"],
    ['core/task.ts', "/** @example import { useState } from 'react' */\n// import { x } from 'swr';"],
    ['server/node.ts', "import { createServer } from 'node:http';"],
  ])('lets the arrows of the design pass in %s', (file, code) => {
    expect(faultsOf(file, code)).toEqual([]);
  });
});
