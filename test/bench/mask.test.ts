import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { quantile, table } from '../support/table.js';
import type {} from './mask-page.js';

// What painting on a picture of 4096 x 4096 costs a phone: a window of its size, a finger, and a processor that is so many
// times slower. Production build. What is asked of the canvas is asserted; times are this machine's, and printed.

const SIDE = Number(process.env.BENCH_SIDE ?? 4096);
const SLOWDOWN = Number(process.env.BENCH_SLOWDOWN ?? 6);
const MOVES = 150;
/** Pixels of the longer side of what lies over the picture, in a window of this size. */
const OVERLAY = Math.min(1024, SIDE);
const PHONE = { viewport: { width: 412, height: 840 }, deviceScaleFactor: 2.625, hasTouch: true, isMobile: true };
const root = fileURLToPath(new URL('../../', import.meta.url));

let script: string;
let styles: string;
let browser: Browser;

beforeAll(async () => {
  const build = await rolldown({
    input: `${root}test/bench/mask-page.tsx`,
    platform: 'browser',
    logLevel: 'silent',
    tsconfig: `${root}tsconfig.json`,
    resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await build.generate({ format: 'iife', minify: true, codeSplitting: false });
  script = output[0].code;
  styles = ['layers', 'tokens', 'base', 'switch', 'asset-tools', 'mask-editor'].map((name) => readFileSync(`${root}src/styles/parts/${name}.css`, 'utf8')).join('\n');
  browser = await launchChromium();
});
afterAll(() => browser.close());

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const boxOf = (page: Page): Promise<Box> => page.evaluate(() => document.querySelector('.bs-mask-plane')!.getBoundingClientRect().toJSON() as Box);

/** A scribble all over the picture, as quick as a hand: where a finger is at each move. */
function scribble({ x, y, width, height }: Box): { x: number; y: number }[] {
  return Array.from({ length: MOVES }, (_, move) => {
    const part = move / (MOVES - 1);
    return { x: x + width * (0.5 + 0.42 * Math.sin(part * 37)), y: y + height * (0.08 + 0.84 * part) };
  });
}

async function scriptOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
}

const touch = (session: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: { x: number; y: number }[]) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });

it(`paints on ${SIDE} x ${SIDE} pixels with a finger`, async () => {
  const page = await browser.newPage(PHONE);
  await page.setContent('<!doctype html><meta name="viewport" content="width=device-width">');
  await page.addStyleTag({ content: styles });
  await page.addScriptTag({ content: script });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.evaluate((side) => mountMask(side), SIDE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const spots = scribble(await boxOf(page));
  await page.evaluate(() => readMask());

  // One move at a time, to tell what each costs.
  const scripts: number[] = [];
  const asked: { calls: number; pixels: number; reads: number }[] = [];
  await touch(session, 'touchStart', spots[0]!);
  for (const spot of spots) {
    const before = await scriptOf(session);
    await touch(session, 'touchMove', spot);
    scripts.push((await scriptOf(session)) - before);
    const { calls, pixels, reads } = await page.evaluate(() => readMask());
    asked.push({ calls, pixels, reads });
  }
  await touch(session, 'touchEnd');
  const undo = await page.evaluate(() => pressMask('Undo'));
  await page.evaluate(() => readMask());

  // A finger that does nothing, to tell what the machine does meanwhile.
  await page.evaluate(() => chooseTool('Move'));
  await page.evaluate(() => readMask());
  await touch(session, 'touchStart', spots[0]!);
  for (const spot of spots) await touch(session, 'touchMove', spot);
  await touch(session, 'touchEnd');
  const idle = await page.evaluate(() => readMask());
  await page.evaluate(() => chooseTool('Brush'));
  await page.evaluate(() => readMask());

  // All of them one after another, to tell how the frames come.
  await touch(session, 'touchStart', spots[0]!);
  for (const spot of spots) await touch(session, 'touchMove', spot);
  await touch(session, 'touchEnd');
  const { gaps, longTasks } = await page.evaluate(() => readMask());
  const invert = await page.evaluate(() => pressMask('Invert'));
  await page.evaluate(() => readMask());
  const { milliseconds, bytes } = await page.evaluate(() => useMask());
  const saving = await page.evaluate(() => readMask());

  const rows = [
    { what: 'script ms a move, p50', value: quantile(scripts, 0.5).toFixed(2) },
    { what: 'script ms a move, most', value: Math.max(...scripts).toFixed(2) },
    { what: 'frame ms while painting, p50', value: quantile(gaps, 0.5).toFixed(1) },
    { what: 'frame ms while painting, longest', value: Math.max(...gaps).toFixed(1) },
    { what: 'the same, of a finger that paints nothing', value: Math.max(...idle.gaps).toFixed(1) },
    { what: 'tasks of more than 50 ms while painting', value: longTasks.length },
    { what: 'the same, of a finger that paints nothing ', value: idle.longTasks.length },
    { what: 'calls of the canvas a move, most', value: Math.max(...asked.map(({ calls }) => calls)) },
    { what: 'pixels drawn or cleared a move, most', value: Math.round(Math.max(...asked.map(({ pixels }) => pixels))) },
    { what: 'undo, ms to the second frame', value: undo.toFixed(0) },
    { what: 'invert, ms to the second frame', value: invert.toFixed(0) },
    { what: 'the file, ms', value: milliseconds.toFixed(0) },
    { what: 'the file, longest frame ms', value: Math.max(...saving.gaps).toFixed(0) },
    { what: 'the file, kB', value: (bytes / 1000).toFixed(0) },
  ];
  console.log(`\nA finger on ${SIDE} x ${SIDE} pixels, ${MOVES} moves, a processor ${SLOWDOWN} times slower, Chromium ${PHONE.viewport.width} x ${PHONE.viewport.height}, production build\n${table(rows)}\n`);

  // A row is cleared and drawn once in each tile that it is in, of which there are four across. A move covers no more rows than it goes down, and the brush is high.
  const brush = OVERLAY / 16;
  const steps = spots.map((spot, at) => Math.abs(spot.y - (spots[at - 1] ?? spot).y) * (OVERLAY / (spots.at(-1)!.y - spots[0]!.y)));
  expect(asked.filter(({ calls }, at) => calls > 2 * 4 * (brush + steps[at]! + 4))).toEqual([]);
  expect(asked.filter(({ reads }) => reads > 0)).toEqual([]);
  // Never the whole, whatever is painted.
  expect(asked.filter(({ pixels }) => pixels > (OVERLAY * OVERLAY) / 4)).toEqual([]);
  await page.close();
});
