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
  { name: 'TaskProgress', limit: 6, code: "export { TaskProgress } from './dist/index.js';" },
  { name: 'AssetViewer', limit: 8, code: "export { AssetViewer } from './dist/index.js';" },
  { name: 'everything', limit: 90, code: "export * from './dist/index.js'; export * as hooks from './dist/react-query/index.js';" },
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
  return over === 0 ? 0 : 1;
});

async function weigh(code) {
  const bundle = await rolldown({
    cwd: root,
    input: 'entry',
    logLevel: 'silent',
    platform: 'browser',
    external: [/^react(-dom)?($|\/)/, /^swr($|\/)/, /^@tanstack\//],
    plugins: [{ name: 'entry', resolveId: (id) => (id === 'entry' ? `${root}/size-entry.js` : undefined), load: (id) => (id.endsWith('size-entry.js') ? code : undefined) }],
  });
  const { output } = await bundle.generate({ format: 'es', minify: true });
  const sizes = output.filter(({ type }) => type === 'chunk').map((chunk) => ({ entry: chunk.isEntry, imports: chunk.imports, name: chunk.fileName, bytes: gzipSync(chunk.code, { level: 9 }).length }));
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
