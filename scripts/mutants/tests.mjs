// Which tests can notice what is wrong in a source: those that import it, the likeliest first.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { entries } from '../entries.mjs';
import { root } from '../install.mjs';

/** Not of types alone, of which nothing is left when it runs. */
const IMPORT = /(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g;

/** What of a source is imported for more than its types. */
function importsOf(file, isSource) {
  const text = readFileSync(join(root, file), 'utf8').replaceAll(/\b(?:import|export) type [^;]*;/g, '');
  return [...text.matchAll(IMPORT)].flatMap(([, name]) => resolved(dirname(file), name).filter(isSource));
}

function resolved(folder, name) {
  if (!name.startsWith('.')) return entries.flatMap((entry) => (entry.name === name ? [entry.source] : []));
  const path = relative(root, join(root, folder, name)).replaceAll('\\', '/');
  return [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')];
}

/** @returns the tests of a source: first those that have words of its path in their names, then by how many imports lie between, of all that a test imports the fewest first */
export function readTests() {
  const tests = globSync('test/unit/{core,server}/**/*.test.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/')).sort();
  const sources = new Set([...tests, ...globSync('{src,test}/**/*.{ts,tsx,mjs}', { cwd: root }).map((file) => file.replaceAll('\\', '/'))]);
  const known = new Map();
  const imports = (file) => known.get(file) ?? known.set(file, importsOf(file, (path) => sources.has(path))).get(file);
  const distances = new Map(tests.map((test) => [test, distancesFrom(test, imports)]));
  return (source) => {
    const words = new Set(wordsOf(source));
    const rank = (test) => [-wordsOf(test).filter((word) => words.has(word)).length, distances.get(test).get(source), distances.get(test).size];
    const ranked = tests.filter((test) => distances.get(test).has(source)).map((test) => ({ test, rank: rank(test) }));
    return ranked.sort(({ rank: a }, { rank: b }) => a.map((each, index) => each - b[index]).find((each) => each !== 0) ?? 0).map(({ test }) => test);
  };
}

/** `image-restore.ts` of `places`, and a test of that name: a word counts by how it begins, so that `records` is `record`. */
function wordsOf(file) {
  return file.replace(/^(src|test\/unit)\/(core|server)\//, '').replace(/(\.test)?\.ts$/, '').split(/\W+/).map((word) => word.replace(/s$/, '').slice(0, 5));
}

function distancesFrom(test, imports) {
  const distances = new Map([[test, 0]]);
  for (const [file, distance] of distances) {
    for (const next of imports(file)) if (!distances.has(next)) distances.set(next, distance + 1);
  }
  return distances;
}
