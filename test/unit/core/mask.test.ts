import { describe, expect, it } from 'vitest';
import { createMask, type Mask } from '../../../src/core/mask/mask.js';
import { type Point, within } from '../../../src/core/mask/rows.js';
import { createRandom, SEED } from '../../support/chance.js';

const SIZE = { width: 48, height: 32 };

/** A mask in letters, a row a line. */
function drawing(mask: Mask): string {
  const row = (y: number) => Array.from({ length: mask.width }, (_, x) => (mask.isMarked(x, y) ? '#' : '.')).join('');
  return Array.from({ length: mask.height }, (_, y) => row(y)).join('\n');
}

/** What a mask shows on a screen, which is told of what changes and of nothing else. */
function shownBy(mask: Mask): () => string {
  const rows = () => Array.from({ length: mask.height }, (_, y) => Array.from({ length: mask.width }, (__, x) => mask.isMarked(x, y)));
  let seen: boolean[][] = [];
  mask.showOn({ all: () => (seen = rows()), row: (isMarked, y, from, to) => void seen[y]?.fill(isMarked, from, to) });
  return () => seen.map((row) => row.map((isMarked) => (isMarked ? '#' : '.')).join('')).join('\n');
}

const count = (mask: Mask) => [...drawing(mask)].filter((letter) => letter === '#').length;

/** Whether the middle of a pixel is no further than so much from a line, without any of the ways in which it is drawn. */
function isNear(x: number, y: number, from: Point, to: Point, radius: number): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x + 0.5 - from.x) * dx + (y + 0.5 - from.y) * dy) / length));
  return Math.hypot(x + 0.5 - from.x - part * dx, y + 0.5 - from.y - part * dy) <= radius;
}

describe('a line of a brush', () => {
  it('covers each pixel whose middle is within its reach, and no other, also beyond the edges', () => {
    const next = createRandom(SEED);
    for (let round = 0; round < 300; round++) {
      const place = () => ({ x: Math.round((next() * 80 - 16) * 8) / 8, y: Math.round((next() * 64 - 16) * 8) / 8 });
      const [from, to, radius] = [place(), round % 5 === 0 ? undefined : place(), 1 + next() * 9];
      const mask = createMask(SIZE);
      mask.line('mark', from, to ?? from, radius);
      const wrong: unknown[] = [];
      for (let y = 0; y < SIZE.height; y++) {
        for (let x = 0; x < SIZE.width; x++) {
          const marked = isNear(x, y, from, to ?? from, radius);
          if (mask.isMarked(x, y) !== marked) wrong.push({ round, from, to, radius, x, y });
        }
      }
      expect(wrong).toEqual([]);
    }
  });

  it('of the smallest brush covers the pixel that it is on, wherever on it', () => {
    for (const at of [{ x: 3, y: 5 }, { x: 3.5, y: 5.5 }, { x: 3.99, y: 5.01 }]) {
      const mask = createMask(SIZE);
      mask.line('mark', at, at, 0.1);
      expect(mask.isMarked(3, 5)).toBe(true);
      expect(count(mask)).toBeLessThan(5);
    }
  });

  it('is taken back whole where it turns out to be none', () => {
    const mask = createMask(SIZE);
    mask.area('mark', { x: 2, y: 2, width: 8, height: 8 });
    const before = drawing(mask);
    mask.line('mark', { x: 0, y: 0 }, { x: 9, y: 9 }, 3);
    mask.line('mark', { x: 9, y: 9 }, { x: 30, y: 9 }, 3);
    mask.drop();
    expect(drawing(mask)).toEqual(before);
    expect(mask.get()).toEqual({ canUndo: true, canRedo: false, marked: 64 / (48 * 32) });
    mask.drop();
    expect(drawing(mask)).toEqual(before);
  });
});

describe('a mask', () => {
  it('goes back and forth through whatever was done, and comes to the same each time', () => {
    const next = createRandom(SEED);
    const draw = (most: number) => Math.floor(next() * most);
    const place = () => ({ x: next() * 48, y: next() * 32 });
    const mask = createMask(SIZE, { bounds: { mostSteps: 1000 } });
    const seen = [drawing(mask)];
    const screen = shownBy(mask);
    const acts = [
      () => (mask.line('mark', place(), place(), 1 + next() * 8), mask.end()),
      () => (mask.line('unmark', place(), place(), 1 + next() * 8), mask.end()),
      () => mask.area(draw(2) ? 'mark' : 'unmark', { x: draw(48), y: draw(32), width: draw(20), height: draw(20) }),
      () => mask.invert(),
      () => mask.clear(),
      // Without an end between: one step each, all the same.
      () => (mask.line('mark', place(), place(), 4), mask.line('unmark', place(), place(), 4), mask.end()),
    ];
    for (let step = 0; step < 200; step++) {
      acts[draw(acts.length)]!();
      if (drawing(mask) !== seen.at(-1)) seen.push(drawing(mask));
      expect(mask.get().marked).toBe(count(mask) / (48 * 32));
      expect(screen()).toBe(drawing(mask));
    }
    /** What is seen on the way, each once. */
    const walk = (go: () => unknown, can: () => boolean) => {
      const way = [drawing(mask)];
      while (can()) {
        go();
        expect(screen()).toBe(drawing(mask));
        if (drawing(mask) !== way.at(-1)) way.push(drawing(mask));
      }
      return way;
    };
    const back = walk(mask.undo, () => mask.get().canUndo);
    expect([back.at(-1), mask.get().marked, mask.get().canRedo]).toEqual([seen[0], 0, true]);
    const forth = walk(mask.redo, () => mask.get().canRedo);
    expect(forth.at(-1)).toBe(seen.at(-1));
    expect(forth).toEqual([...back].reverse());
    expect(seen.every((each) => forth.includes(each))).toBe(true);
  });

  it('forgets what was undone once something else is done', () => {
    const mask = createMask(SIZE);
    mask.area('mark', { x: 0, y: 0, width: 4, height: 4 });
    mask.undo();
    mask.area('mark', { x: 9, y: 9, width: 1, height: 1 });
    mask.redo();
    expect(mask.get().canRedo).toBe(false);
    expect(count(mask)).toBe(1);
  });

  it('keeps as many steps as there is room for, and always the latest', () => {
    const mask = createMask(SIZE, { bounds: { mostSteps: 3, mostNumbers: 40 } });
    for (let step = 0; step < 5; step++) mask.area('mark', { x: step, y: 0, width: 1, height: 1 });
    let steps = 0;
    for (; mask.get().canUndo; steps++) mask.undo();
    expect([steps, count(mask)]).toEqual([3, 2]);
    mask.area('mark', { x: 10, y: 0, width: 5, height: 30 });
    expect(mask.get().canUndo).toBe(true);
    mask.undo();
    expect([count(mask), mask.get().canUndo]).toEqual([2, false]);
  });

  it('is no step where nothing changes', () => {
    const mask = createMask(SIZE);
    mask.area('unmark', { x: 0, y: 0, width: 9, height: 9 });
    mask.clear();
    mask.area('mark', { x: 90, y: 90, width: 9, height: 9 });
    mask.line('mark', { x: -50, y: -50 }, { x: -60, y: -50 }, 4);
    mask.end();
    expect(mask.get()).toEqual({ canUndo: false, canRedo: false, marked: 0 });
  });

  it('begins with what was marked before', () => {
    const pixels = new Uint8Array(6).fill(1, 2, 4);
    const mask = createMask({ width: 3, height: 2 }, { pixels });
    expect([drawing(mask), mask.get()]).toEqual(['..#\n#..', { canUndo: false, canRedo: false, marked: 1 / 3 }]);
    const row = new Uint8Array(3);
    mask.invert();
    mask.readRow(1, row);
    expect([...row]).toEqual([0, 1, 1]);
  });
});

it('areas are cut to the picture', () => {
  expect(within({ x: -5, y: 30, width: 10, height: 10 }, SIZE)).toEqual({ x: 0, y: 30, width: 5, height: 2 });
  expect(within({ x: 60, y: 0, width: 10, height: 10 }, SIZE).width).toBe(0);
});
