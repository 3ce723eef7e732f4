import { describe, expect, it } from 'vitest';
import { nextRead } from '../../../src/core/cadence.js';

function reads(expected: { min: number; max: number } | undefined, until: number): number[] {
  const moments: number[] = [];
  for (let elapsed = 0; elapsed < until; ) {
    elapsed += nextRead({ elapsed, expected, hidden: false });
    moments.push(elapsed);
  }
  return moments;
}

describe('when to read a task next', () => {
  it('reads more often while the task should end than before', () => {
    const moments = reads({ min: 60, max: 120 }, 120);
    const before = moments.filter((moment) => moment < 60).length / 60;
    const during = moments.filter((moment) => moment >= 60).length / 60;
    expect(during).toBeGreaterThan(before * 1.2);
  });

  it('sees a task that ends far too late within a tenth of its length', () => {
    const moments = reads({ min: 20, max: 40 }, 600).filter((moment) => moment > 40);
    for (let index = 1; index < moments.length; index++) {
      const gap = moments[index]! - moments[index - 1]!;
      expect(gap).toBeLessThanOrEqual(Math.max(3, moments[index]! / 10));
    }
  });

  it('reads once a minute while nobody looks', () => {
    expect(nextRead({ elapsed: 30, expected: { min: 20, max: 40 }, hidden: true })).toBe(60);
  });

  it('is never asked to hurry more than once a second', () => {
    for (const moment of [0, 1, 14.9, 15, 20, 25]) {
      expect(nextRead({ elapsed: moment, expected: { min: 15, max: 25 }, hidden: false })).toBeGreaterThanOrEqual(1);
    }
  });
});
