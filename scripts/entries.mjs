// What can be imported, read from the manifest: each public name of code and of styles, its built file and its source.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name: library, exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** Subpath, condition and built file of each; types left out, and what is a file alone, as the manifest itself. */
const targets = Object.entries(exports).flatMap(([subpath, target]) =>
  Object.entries(typeof target === 'string' ? {} : target)
    .filter(([condition]) => condition !== 'types')
    .map(([condition, built]) => ({ subpath, condition, built: built.replace('./dist/', '') })),
);

/** One for each name and condition; patterns are written out. */
export const entries = targets
  .filter(({ built }) => !built.endsWith('.css'))
  .flatMap(({ subpath, condition, built }) => writtenOut(subpath, built).map((entry) => ({ ...entry, condition })));

/** The style sheets. */
export const sheets = targets.filter(({ built }) => built.endsWith('.css')).flatMap(({ subpath, built }) => writtenOut(subpath, built));

function writtenOut(subpath, built) {
  if (!built.includes('*')) return [entry(subpath, built)];
  const [before, after] = built.split('*');
  const folder = `${root}src/${before}`;
  const found = readdirSync(folder).map((file) => file.replace(/\.(tsx?|css)$/, ''));
  return [...new Set(found)].map((part) => entry(subpath.replace('*', part), `${before}${part}${after}`)).filter(({ source }) => source !== undefined);
}

function entry(subpath, built) {
  const sources = built.endsWith('.css') ? [`src/${built}`] : ['.ts', '.tsx'].map((ending) => `src/${built.replace(/\.js$/, ending)}`);
  const source = sources.find((path) => existsSync(`${root}${path}`));
  return { name: `${library}${subpath.slice(1)}`, built, source };
}
