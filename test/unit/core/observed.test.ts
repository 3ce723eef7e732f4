import { describe, expect, it } from 'vitest';
import { observedRange, waitKey } from '../../../src/core/catalog/observed.js';
import { createRandom, SEED } from '../../support/chance.js';

const random = createRandom(SEED);
/** Waits between two lengths. */
const between = (min: number, max: number, count: number) => Array.from({ length: count }, () => min + (max - min) * random());

describe('a wait that was seen', () => {
  it('is known after three', () => {
    expect(observedRange([])).toBeUndefined();
    expect(observedRange([30, 31])).toBeUndefined();
    expect(observedRange([30, 31, 32])).toEqual({ min: 28, max: 34 });
  });

  it('is a range with a width, wherever its ends fell', () => {
    expect(observedRange([30, 30, 30, 30])).toEqual({ min: 29, max: 32 });
  });

  it('holds nine of ten later ones, and little beyond them', () => {
    const range = observedRange(between(60, 90, 20))!;
    const inside = between(60, 90, 1000).filter((wait) => wait >= range.min && wait <= range.max);
    expect(inside.length).toBeGreaterThan(900);
    expect(range.min).toBeGreaterThan(50);
    expect(range.max).toBeLessThan(100);
  });

  it('changes little by one that was different, long or short', () => {
    const usual = [62, 70, 66, 75, 81, 79, 64];
    const before = observedRange(usual)!;
    for (const strange of [5, 300]) {
      for (let place = 0; place < 5; place++) {
        const after = observedRange([...usual.slice(0, place), strange, ...usual.slice(place)])!;
        expect(Math.abs(after.min - before.min), `${strange} at ${place}`).toBeLessThanOrEqual(before.min * 0.15);
        expect(Math.abs(after.max - before.max), `${strange} at ${place}`).toBeLessThanOrEqual(before.max * 0.15);
      }
    }
  });

  it('is another after five of another speed, however many were seen before', () => {
    const slow = observedRange([...between(180, 270, 5), ...between(60, 90, 40)])!;
    expect(slow.min).toBeGreaterThan(120);
    const quick = observedRange([...between(60, 90, 5), ...between(180, 270, 40)])!;
    expect(quick.max).toBeLessThan(120);
  });
});

it('a wait depends on the model, its length, its resolution, its size and its quality, and not on the prompt', () => {
  const base = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4, resolution: '720p' } as const;
  const another = { ...base, prompt: 'ebb' };
  expect(waitKey(another)).toBe(waitKey(base));
  const others = [{ ...base, model: 'veo-3.1' }, { ...base, durationSeconds: 8 }, { ...base, resolution: '1080p' }, { model: 'gpt-image-2', prompt: '', size: '1024x1024' }, { model: 'gpt-image-2', prompt: '', quality: 'high' }] as const;
  expect(new Set([base, ...others].map(waitKey)).size).toBe(others.length + 1);
});
