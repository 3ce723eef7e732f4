import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { browserDependencies } from '../support/browser-dependencies.js';

// A package that is first met while a page of tests runs makes Vite load that page anew, with two Reacts
// in it. Only a machine that has not run them before sees it: what one finds is kept for the next run.

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Told to Vite by the plugin of React, Vitest's own, and what only Storybook's pages of docs show. */
const KNOWN = /^(react|vitest|vitest\/browser|@storybook\/addon-docs\/blocks)$/;
/** Made by our own plugins and aliases, and files that are read as text. */
const OURS = /^(bytespike-react|readme:|block:|node:)|\?raw$/;
const IMPORT = /^(?:import|export) (?!type\b)[^;]*?from '([^'.][^']*)';/gm;

const inPages = (name: string) => /\.tsx?$/.test(name) && !/^(server|testing\/.*(node|clips))/.test(name);
const sources = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(inPages)
    .map((name) => ({ name: join(folder, name), text: readFileSync(join(root, folder, name), 'utf8') }));

it('every package that a page of tests loads is named, so that none is found too late', () => {
  const files = ['test/browser', 'test/setup', 'stories', 'src'].flatMap(sources);
  expect(files.length).toBeGreaterThan(300);
  const late = files.flatMap(({ name, text }) =>
    [...text.matchAll(IMPORT)].map(([, wanted = '']) => wanted).filter((wanted) => !KNOWN.test(wanted) && !OURS.test(wanted) && !browserDependencies.includes(wanted)).map((wanted) => `${name}: ${wanted}`),
  );
  expect(late).toEqual([]);
});

it('a style sheet of ours is taken by its file: by its public name with a query, Vite finds no package at all', () => {
  const asked = sources('test').filter(({ text }) => /from 'bytespike-react\/[^']*\?/.test(text));
  expect(asked.map(({ name }) => name)).toEqual([]);
});
