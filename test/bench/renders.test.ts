import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { type RendersReading, type RendersSetup, ways } from '../support/renders-page.js';
import { table } from '../support/table.js';

// How often React commits, and how long scripts run, while tasks are read and shown. Production
// build, profiling renderer. Commits are asserted, times are this machine's, and printed.

const READS = 30;
const COUNTS = (process.env.BENCH_COUNTS ?? '1,50,500').split(',').map(Number);
const root = fileURLToPath(new URL('../../', import.meta.url));
let script: string;
let browser: Browser;

beforeAll(async () => {
  const build = await rolldown({
    input: `${root}test/support/renders-page.tsx`,
    platform: 'browser',
    logLevel: 'silent',
    tsconfig: `${root}tsconfig.json`,
    resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] }, alias: { 'react-dom/client': 'react-dom/profiling' } },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await build.generate({ format: 'iife', minify: true });
  script = output[0].code;
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function run(setup: RendersSetup): Promise<RendersReading & { scriptMs: number }> {
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const scripting = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
  };
  const before = await scripting();
  const reading = await page.evaluate((given) => renders(given), setup);
  const scriptMs = (await scripting() - before) * 1000;
  await page.close();
  return { ...reading, scriptMs };
}

it('renders what changed, once for all that changed together', async () => {
  const rows: Record<string, string | number>[] = [];
  const tooMany: string[] = [];
  for (const changing of [false, true]) {
    for (const count of COUNTS) {
      for (const way of ways) {
        const { commits, rowCommits, answered, scriptMs } = await run({ way, count, reads: READS, changing });
        rows.push({ reads: changing ? 'all differ' : 'nothing new', tasks: count, way, commits, 'row commits': rowCommits, answered, 'script ms': scriptMs.toFixed(0) });
        if (!way.startsWith('ours')) continue;
        // Two changes of status: queued is shown at once, running comes with the first read.
        const [made, allowed] = changing ? [commits, READS * 2 + 3] : [rowCommits / count, 3];
        if (made > allowed) tooMany.push(`${way}, ${count} tasks, ${changing ? 'all differ' : 'nothing new'}: ${made} commits`);
      }
    }
  }
  console.log(`\n${READS} reads of each task, Chromium, production build, in memory\n${table(rows)}\n`);
  expect(tooMany).toEqual([]);
});
