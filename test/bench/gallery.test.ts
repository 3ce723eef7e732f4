import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession } from 'playwright';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { quantile, table } from '../support/table.js';
import { sheets as grids, type Way, ways } from './gallery-page.js';

// What scrolling through ten thousand costs: nodes in the page, and the main thread's work for one
// scrolled frame. Production build. Nodes are asserted; times are this machine's, and printed.

const ITEMS = Number(process.env.BENCH_ITEMS ?? 10_000);
const FRAMES = 120;
/** A quick flick: a row of tiles takes about two frames. */
const PIXELS = 130;
const MOST_NODES = 2000;
const CELLS = 500;
/** Of a contact sheet: heads, and the cells of the rows that are seen, of which each has more to say than a tile. */
const MOST_NODES_OF_SHEET = 1600;
const root = fileURLToPath(new URL('../../', import.meta.url));

/** The by-hand list looks like the gallery. */
const BY_HAND = `
  body { margin: 0; font: 14px/1.5 sans-serif }
  .by-hand { display: grid; grid-template-columns: repeat(auto-fill, minmax(168px, 1fr)); gap: 12px; max-height: 76svh; margin: 0; padding: 4px; overflow: auto; list-style: none }
  .by-hand li { overflow: hidden; border: 1px solid #ddd; border-radius: 12px }
  .by-hand img { display: block; width: 100%; aspect-ratio: 1; object-fit: cover }
  .by-hand p { margin: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
  .by-hand small { display: flex; justify-content: space-between }
  .skipped li { content-visibility: auto; contain-intrinsic-size: auto 168px auto 240px }
`;

let script: string;
let styles: string;
let browser: Browser;

beforeAll(async () => {
  const build = await rolldown({
    input: `${root}test/bench/gallery-page.tsx`,
    platform: 'browser',
    logLevel: 'silent',
    tsconfig: `${root}tsconfig.json`,
    resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await build.generate({ format: 'iife', minify: true });
  script = output[0].code;
  const sheets = ['layers', 'tokens', 'base', 'switch', 'frame', 'asset-gallery', 'gallery-tile', 'gallery-tray', 'task-progress', 'asset-viewer', 'batch-grid', 'batch-sheet'].map((name) => readFileSync(`${root}src/styles/parts/${name}.css`, 'utf8'));
  styles = [...sheets, BY_HAND].join('\n');
  browser = await launchChromium();
});
afterAll(() => browser.close());

interface Work {
  script: number;
  layout: number;
}

/** What the main thread has done so far, in milliseconds. */
async function workOf(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send('Performance.getMetrics');
  const ms = (wanted: string) => (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1000;
  return { script: ms('ScriptDuration'), layout: ms('LayoutDuration') + ms('RecalcStyleDuration') };
}

async function measure(way: Way, items = ITEMS) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addStyleTag({ content: styles });
  await page.addScriptTag({ content: script });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const { nodes, mountMs } = await page.evaluate(([name, count]) => mountGallery(name, count), [way, items] as const);
  let most = nodes;
  const frames: Work[] = [];
  for (let count = 0; count < FRAMES; count++) {
    const before = await workOf(session);
    await page.evaluate((pixels) => scrollGallery(pixels), PIXELS);
    const after = await workOf(session);
    most = Math.max(most, await page.evaluate(() => nodesOfGallery()));
    frames.push({ script: after.script - before.script, layout: after.layout - before.layout });
  }
  const gaps = await page.evaluate(([count, pixels]) => runGallery(count, pixels), [FRAMES, PIXELS] as const);
  await page.close();
  return { most, mountMs, scripts: frames.map((each) => each.script), layouts: frames.map((each) => each.layout), gaps };
}

/** One line of the table. */
function rowOf(way: Way, { most, mountMs, scripts, layouts, gaps }: Awaited<ReturnType<typeof measure>>): Record<string, string | number> {
  return {
    way,
    'nodes, most': most,
    'first paint ms': mountMs.toFixed(0),
    'script ms p50': quantile(scripts, 0.5).toFixed(2),
    p95: quantile(scripts, 0.95).toFixed(2),
    'style+layout ms p50': quantile(layouts, 0.5).toFixed(2),
    'p95 ': quantile(layouts, 0.95).toFixed(2),
    'frame ms p50': quantile(gaps, 0.5).toFixed(1),
    'p95  ': quantile(gaps, 0.95).toFixed(1),
  };
}

it(`scrolls through ${ITEMS} items`, async () => {
  const rows: Record<string, string | number>[] = [];
  const ours: number[] = [];
  for (const way of ways) {
    const measured = await measure(way);
    if (way === 'AssetGallery') ours.push(measured.most);
    rows.push(rowOf(way, measured));
  }
  console.log(`\n${ITEMS} items, ${FRAMES} scrolled frames of ${PIXELS} px, Chromium 1440 × 900, production build\n${table(rows)}\n`);
  expect(ours.map((nodes) => nodes < MOST_NODES)).toEqual([true]);
});

it(`scrolls through a contact sheet of ${CELLS} cells, either way`, async () => {
  const rows: Record<string, string | number>[] = [];
  const nodes: number[] = [];
  for (const way of Object.keys(grids) as (keyof typeof grids)[]) {
    const measured = await measure(way, CELLS);
    nodes.push(measured.most);
    rows.push(rowOf(way, measured));
  }
  console.log(`\n${CELLS} cells, ${FRAMES} scrolled frames of ${PIXELS} px, Chromium 1440 × 900, production build\n${table(rows)}\n`);
  expect(nodes.map((most) => most < MOST_NODES_OF_SHEET)).toEqual([true, true]);
});
