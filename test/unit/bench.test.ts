import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// Benchmarks print their times and assert counts: a time is the machine's, and fails on a slower one.

const folder = fileURLToPath(new URL('../bench/', import.meta.url));
const TIME = /expect[^;]*(\blate\b|\bms\b|Ms\b|median|quantile|p95|p99|elapsed|performance\.|seconds|perSecond)/;

// `late`: what took longer than some time.
it('no benchmark asserts a time', () => {
  const benches = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  expect(benches.length).toBeGreaterThan(5);
  const asserted = benches.flatMap((name) => readFileSync(folder + name, 'utf8').split('\n').filter((line) => TIME.test(line)).map((line) => `${name}: ${line.trim()}`));
  expect(asserted).toEqual([]);
});

it.each([
  'expect(median).toBeLessThan(LIMIT_MS);',
  'expect.soft(quantile(ours.delays, 0.5)).toBeLessThanOrEqual(2);',
  'expect(performance.now() - begun).toBeLessThan(5);',
  'expect(late).toEqual([]);',
  'expect(ours.map(({ script: ms }) => ms < 8)).toEqual([true]);',
])('sees the time in %s', (line) => {
  expect(TIME.test(line)).toBe(true);
});
