// npm run size: what an app's users download for each thing it imports. Minified, gzip, with React and the query library left out.
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { root, withProject } from './install.mjs';

const KILOBYTE = 1000;

/** What is imported, and the most that it may weigh in kilobytes. */
const budgets = [
  { name: 'useVideoTask + client', limit: 9, code: "export { createClient } from './dist/index.js'; export { useVideoTask } from './dist/react-query/index.js';" },
  { name: 'useVideoTask + client (swr)', limit: 9, code: "export { createClient } from './dist/index.js'; export { useVideoTask } from './dist/swr/index.js';" },
  { name: 'useBalance + client', limit: 5, code: "export { createClient } from './dist/index.js'; export { useBalance } from './dist/react-query/index.js';" },
  { name: 'useBalance + client (swr)', limit: 5, code: "export { createClient } from './dist/index.js'; export { useBalance } from './dist/swr/index.js';" },
  { name: 'TaskProgress', limit: 6.3, code: "export { TaskProgress } from './dist/index.js';" },
  { name: 'CostPreview', limit: 5, code: "export { CostPreview, previewCost } from './dist/index.js';" },
  { name: 'AssetViewer', limit: 8, code: "export { AssetViewer } from './dist/index.js';" },
  { name: 'CompareAssets', limit: 8, code: "export { CompareAssets } from './dist/index.js';" },
  { name: 'GenerateButton', limit: 8, code: "export { GenerateButton } from './dist/react-query/index.js';" },
  { name: 'GenerateButton (swr)', limit: 8, code: "export { GenerateButton } from './dist/swr/index.js';" },
  { name: 'everything', limit: 94, code: "export * from './dist/index.js'; export * as hooks from './dist/react-query/index.js';" },
];

/** All of one flavour, and what of the other must not be in it: its files, and the library that it is for. */
const apart = [
  { name: 'react-query', other: 'swr', library: /^swr($|\/)/ },
  { name: 'swr', other: 'react-query', library: /^@tanstack\// },
];

await withProject(import.meta.url, async () => {
  let over = 0;
  for (const { name, limit, code } of budgets) {
    const { first, later } = await weigh(code);
    const fits = first <= limit * KILOBYTE;
    over += Number(!fits);
    const kilobytes = (bytes) => (bytes / KILOBYTE).toFixed(1);
    console.log(`${fits ? '✓' : '✗'} ${name}: ${kilobytes(first)} of ${limit} kB${later > 0 ? `, ${kilobytes(later)} kB more when used` : ''}`);
  }
  for (const { name, other, library } of apart) {
    const found = await foreign(`export * from './dist/index.js'; export * from './dist/${name}/index.js';`, other, library);
    over += Number(found.length > 0);
    console.log(`${found.length === 0 ? '✓' : '✗'} ${name} without ${other}: ${found.length === 0 ? 'not a byte of it' : `has ${found.join(', ')}`}`);
  }
  return over === 0 ? 0 : 1;
});

async function foreign(code, room, library) {
  const chunks = await bundled(code);
  const files = chunks.flatMap(({ modules }) => Object.keys(modules)).filter((file) => file.includes(`/dist/${room}/`));
  const packages = chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]).filter((name) => library.test(name));
  return [...files, ...packages];
}

async function bundled(code) {
  const bundle = await rolldown({
    cwd: root,
    input: 'entry',
    // An app's own entry exports nothing, so what a lazy part shares with it is no file of its own.
    preserveEntrySignatures: 'allow-extension',
    logLevel: 'silent',
    platform: 'browser',
    external: [/^react(-dom)?($|\/)/, /^swr($|\/)/, /^@tanstack\//],
    plugins: [{ name: 'entry', resolveId: (id) => (id === 'entry' ? `${root}/size-entry.js` : undefined), load: (id) => (id.endsWith('size-entry.js') ? code : undefined) }],
  });
  const { output } = await bundle.generate({ format: 'es', minify: true });
  return output.filter(({ type }) => type === 'chunk');
}

async function weigh(code) {
  const sizes = (await bundled(code)).map((chunk) => ({ entry: chunk.isEntry, imports: chunk.imports, name: chunk.fileName, bytes: gzipSync(chunk.code, { level: 9 }).length }));
  // What the entry imports at once counts with it; what it imports when needed does not.
  const eager = new Set();
  const visit = (name) => {
    if (eager.has(name)) return;
    eager.add(name);
    for (const imported of sizes.find((chunk) => chunk.name === name)?.imports ?? []) visit(imported);
  };
  for (const chunk of sizes) if (chunk.entry) visit(chunk.name);
  const sum = (chunks) => chunks.reduce((total, { bytes }) => total + bytes, 0);
  return { first: sum(sizes.filter(({ name }) => eager.has(name))), later: sum(sizes.filter(({ name }) => !eager.has(name))) };
}
