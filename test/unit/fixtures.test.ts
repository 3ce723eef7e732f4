// @vitest-environment happy-dom
// What is read from the clock while a story is imported is not of the moment at which it is drawn: a page that stays
// open grows out of it, and a test that stops the clock comes too late. Such fixtures are functions.
import { expect, onTestFinished, test, vi } from 'vitest';
import 'bytespike-react/react-query';
import 'bytespike-react/swr';
import 'bytespike-react/testing';
import 'storybook/test';

const files = import.meta.glob('../../stories/**/*.{ts,tsx}');
const readings = new Set<string>();

/** Those from within the stories; what they import from elsewhere keeps time for itself. */
function note(): void {
  const path = new Error().stack?.split('\n').filter((line) => line.includes('/stories/'));
  if (path !== undefined && path.length > 0) readings.add(path.map((line) => line.trim()).join(', '));
}

function watchClocks(): void {
  const noting = <Result>(real: () => Result) => (): Result => {
    note();
    return real();
  };
  const { now, random, randomUUID } = { now: performance.now.bind(performance), random: Math.random, randomUUID: crypto.randomUUID.bind(crypto) };
  vi.spyOn(performance, 'now').mockImplementation(noting(now));
  vi.spyOn(Math, 'random').mockImplementation(noting(random));
  vi.spyOn(crypto, 'randomUUID').mockImplementation(noting(randomUUID));
  vi.stubGlobal(
    'Date',
    class extends Date {
      static override readonly now = noting(Date.now);
      constructor(...parts: [] | [number]) {
        if (parts.length === 0) note();
        super(...(parts as [number]));
      }
    },
  );
  onTestFinished(() => void vi.unstubAllGlobals());
}

test('no story reads a clock, or draws lots, while it is imported', async () => {
  watchClocks();
  for (const load of Object.values(files)) await load();
  expect(Object.keys(files).length).toBeGreaterThan(50);
  expect([...readings]).toEqual([]);
});
