// npm run size: what an app's users download for each thing it imports. Minified, gzip, with React and the query library left out.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { bundlers, rolledUp } from './bundles.mjs';
import { root, withProject } from './install.mjs';
import { weighPages } from './pages.mjs';

const KILOBYTE = 1000;

/** What is imported, and the most that it may weigh in kilobytes. */
const budgets = [
  { name: 'useVideoTask + client', limit: 7.2, code: "export { createClient } from './dist/index.js'; export { useVideoTask } from './dist/react-query/index.js';" },
  { name: 'useVideoTask + client (swr)', limit: 7.2, code: "export { createClient } from './dist/index.js'; export { useVideoTask } from './dist/swr/index.js';" },
  { name: 'useBalance + client', limit: 5, code: "export { createClient } from './dist/index.js'; export { useBalance } from './dist/react-query/index.js';" },
  { name: 'useBalance + client (swr)', limit: 5, code: "export { createClient } from './dist/index.js'; export { useBalance } from './dist/swr/index.js';" },
  { name: 'TaskProgress', limit: 6.3, code: "export { TaskProgress } from './dist/index.js';" },
  { name: 'CostPreview', limit: 5, code: "export { CostPreview, previewCost } from './dist/index.js';" },
  { name: 'AssetViewer', limit: 8, code: "export { AssetViewer } from './dist/index.js';" },
  { name: 'CompareAssets', limit: 8, code: "export { CompareAssets } from './dist/index.js';" },
  { name: 'GenerateButton', limit: 3.5, code: "export { GenerateButton } from './dist/react-query/index.js';" },
  { name: 'GenerateButton (swr)', limit: 3.5, code: "export { GenerateButton } from './dist/swr/index.js';" },
  { name: 'everything', limit: 98.6, code: "export * from './dist/index.js'; export * as hooks from './dist/react-query/index.js';" },
];

/** All of one flavour, and what must not be in it: its files, and the library that it is for. */
const apart = [
  { name: 'react-query', other: 'swr', library: /^swr($|\/)/ },
  { name: 'swr', other: 'react-query', library: /^@tanstack\// },
  { name: 'react-query', other: 'devtools', library: /^@tanstack\/.*devtools/ },
  { name: 'swr', other: 'testing', library: /^sharp/ },
];

/**
 * Entries that are small with every bundler. Esbuild splits by what a file imports and not by what is
 * used of it: whatever is loaded later anywhere, and is within reach of an entry's imports, it carries at
 * once. So `bytespike-react` alone is large there, and each of these reaches only what it needs.
 */
const small = [
  { name: '/cost', limit: 4, code: "export { estimateCost } from 'bytespike-react/cost';" },
  { name: '/client', limit: 4, code: "export { createClient, isBytespikeError } from 'bytespike-react/client';" },
  { name: '/provider', limit: 1, code: "export { BytespikeProvider } from 'bytespike-react/provider';" },
  { name: '/store', limit: 4, code: "export { taskStore } from 'bytespike-react/store';" },
  { name: '/text', limit: 1, code: "export { message } from 'bytespike-react/text';" },
  { name: '/recommend', limit: 35, code: "export { recommendModel } from 'bytespike-react/recommend';" },
  { name: '/components/task-progress', limit: 7, code: "export { TaskProgress } from 'bytespike-react/components/task-progress';" },
  { name: '/components/balance-meter', limit: 4, code: "export { BalanceMeter } from 'bytespike-react/components/balance-meter';" },
  { name: '/components/cost-preview', limit: 6, code: "export { CostPreview, previewCost } from 'bytespike-react/components/cost-preview';" },
  { name: '/components/compare-assets', limit: 8, code: "export { CompareAssets } from 'bytespike-react/components/compare-assets';" },
  { name: '/components/asset-viewer', limit: 11, code: "export { AssetViewer } from 'bytespike-react/components/asset-viewer';" },
  { name: '/components/batch-form', limit: 4, code: "export { BatchForm } from 'bytespike-react/components/batch-form';" },
  { name: '/components/batch-grid', limit: 4, code: "export { BatchGrid } from 'bytespike-react/components/batch-grid';" },
  { name: '/components/conversation-canvas', limit: 4, code: "export { ConversationCanvas } from 'bytespike-react/components/conversation-canvas';" },
  { name: '/components/mask-editor', limit: 4, code: "export { MaskEditor } from 'bytespike-react/components/mask-editor';" },
  { name: '/components/usage-chart', limit: 4, code: "export { UsageChart } from 'bytespike-react/components/usage-chart';" },
  { name: '/components/model-picker', limit: 11, code: "export { ModelPicker } from 'bytespike-react/components/model-picker';" },
  { name: '/components/asset-gallery', limit: 17, code: "export { AssetGallery } from 'bytespike-react/components/asset-gallery';" },
  { name: '/components/prompt-form', limit: 21.4, code: "export { PromptForm } from 'bytespike-react/components/prompt-form';" },
  ...['react-query', 'swr'].flatMap((flavour) => [
    { name: `/${flavour}/generate-button`, limit: 9, code: `export { GenerateButton } from 'bytespike-react/${flavour}/generate-button';` },
    { name: `/${flavour}/hooks + /client`, limit: 10, code: `export { useVideoTask } from 'bytespike-react/${flavour}/hooks'; export { createClient } from 'bytespike-react/client';` },
  ]),
];

/** What Chromium loads of a page that Vite built, over the same page without: before anybody does anything, and to the end of a task, or the open dialog. */
const pages = [
  { name: 'useVideoTask', before: 7.6, after: 28.2 },
  { name: 'GenerateButton', before: 8.4, after: 88 },
];

/** Style sheets: what stands beside a component from the start, and what comes when it is used. A button alone needs no `base.css` before. */
const styles = [
  { name: 'GenerateButton', limit: 1.4, first: ['generate-button'] },
  { name: 'GenerateButton, opened', limit: 7.5, first: ['generate-dialog'] },
  { name: 'TaskProgress', limit: 2.8, first: ['base', 'task-progress'] },
  { name: 'AssetViewer', limit: 4, first: ['base', 'asset-viewer'] },
];

const kilobytes = (bytes) => (bytes / KILOBYTE).toFixed(1);

await withProject(import.meta.url, async () => {
  let over = 0;
  for (const { name, limit, code } of budgets) {
    const { first, later } = await bundlers.rolldown(code);
    const fits = first <= limit * KILOBYTE;
    over += Number(!fits);
    console.log(`${fits ? '✓' : '✗'} ${name}: ${kilobytes(first)} of ${limit} kB${later > 0 ? `, ${kilobytes(later)} kB more when used` : ''}`);
  }
  for (const { name, limit, code } of small) {
    const weights = [];
    for (const [bundler, weigh] of Object.entries(bundlers)) weights.push({ bundler, ...(await weigh(code)) });
    const fits = weights.every(({ first }) => first <= limit * KILOBYTE);
    over += Number(!fits);
    console.log(`${fits ? '✓' : '✗'} ${name}: ${weights.map(({ bundler, first }) => `${kilobytes(first)} by ${bundler}`).join(', ')}, of ${limit} kB`);
  }
  for (const { name, limit, first } of styles) {
    // As a bundler joins them: one file.
    const bytes = gzipSync(first.map((sheet) => readFileSync(`${root}/dist/styles/${sheet}.css`, 'utf8')).join(''), { level: 9 }).length;
    over += Number(bytes > limit * KILOBYTE);
    console.log(`${bytes <= limit * KILOBYTE ? '✓' : '✗'} styles of ${name} (${first.join(', ')}): ${kilobytes(bytes)} of ${limit} kB`);
  }
  for (const flavour of ['react-query', 'swr']) {
    const weights = await weighPages(flavour, pages.map(({ name }) => name));
    for (const { name, before, after } of pages) {
      const weight = weights[name];
      const fits = weight.before <= before * KILOBYTE && weight.after <= after * KILOBYTE;
      over += Number(!fits);
      console.log(`${fits ? '✓' : '✗'} a page with ${name} (${flavour}): ${kilobytes(weight.before)} of ${before} kB, once used ${kilobytes(weight.after)} of ${after} kB`);
    }
  }
  for (const { name, other, library } of apart) {
    const found = await foreign(`export * from './dist/index.js'; export * from './dist/${name}/index.js';`, other, library);
    over += Number(found.length > 0);
    console.log(`${found.length === 0 ? '✓' : '✗'} ${name} without ${other}: ${found.length === 0 ? 'not a byte of it' : `has ${found.join(', ')}`}`);
  }
  return over === 0 ? 0 : 1;
});

async function foreign(code, room, library) {
  const chunks = await rolledUp(code);
  const files = chunks.flatMap(({ modules }) => Object.keys(modules)).filter((file) => file.includes(`/dist/${room}/`));
  const packages = chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]).filter((name) => library.test(name));
  return [...files, ...packages];
}
