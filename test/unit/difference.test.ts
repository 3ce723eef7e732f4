import { expect, test } from 'vitest';
import { difference, type Pixels } from '../looks/difference.js';

/** A row of greys. */
const row = (...greys: number[]): Pixels => ({ width: greys.length, height: 1, data: Uint8Array.from(greys.flatMap((grey) => [grey, grey, grey, 255])) });

test('counts the pixels that differ by more than two palettes do', () => {
  expect(difference(row(0, 100, 200), row(0, 100, 200))).toBe(0);
  expect(difference(row(0, 100, 200), row(10, 110, 190))).toBe(0);
  expect(difference(row(0, 100, 200), row(0, 160, 100))).toBe(2);
});

test('finds a change of one channel alone', () => {
  const blue: Pixels = { width: 1, height: 1, data: Uint8Array.of(0, 0, 60, 255) };
  expect(difference(row(0), blue)).toBe(1);
});
