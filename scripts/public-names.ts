import { fileURLToPath } from 'node:url';
import { entries, sheets } from './entries.mjs';

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The public names, read from source: tests, stories and the demo import what a user imports. */
export const publicNames = (testing: 'index.ts' | 'index.browser.ts') => [
  ...entries
    .filter(({ name, source }) => !name.endsWith('/testing') || source.endsWith(`/${testing}`))
    .map(({ name, source }) => ({ find: new RegExp(`^${name}$`), replacement: inProject(source) })),
  ...sheets.map(({ name, source }) => ({ find: new RegExp(`^${name}$`), replacement: inProject(source) })),
];
