import { expect, it } from 'vitest';
import { firstFrame, nudged } from '../../../src/core/mask/frame.js';

const size = { width: 100, height: 40 };

it('a rectangle begins in the middle, a quarter as large, and of one pixel at least', () => {
  expect(firstFrame(size)).toEqual({ x: 38, y: 15, width: 25, height: 10 });
  expect(firstFrame({ width: 1, height: 1 })).toEqual({ x: 0, y: 0, width: 1, height: 1 });
});

it('is moved and sized by a step, and stays in the picture', () => {
  const frame = firstFrame(size);
  expect(nudged(frame, { what: 'place', x: 1, y: 0 }, 10, size)).toEqual({ ...frame, x: 48 });
  expect(nudged(frame, { what: 'place', x: 0, y: -1 }, 10, size)).toEqual({ ...frame, y: 5 });
  expect(nudged(frame, { what: 'place', x: 1, y: 1 }, 1000, size)).toEqual({ ...frame, x: 75, y: 30 });
  expect(nudged(frame, { what: 'size', x: -1, y: 0 }, 1000, size)).toEqual({ ...frame, width: 1 });
  expect(nudged(frame, { what: 'size', x: 1, y: 1 }, 1000, size)).toEqual({ ...frame, width: 62, height: 25 });
});
