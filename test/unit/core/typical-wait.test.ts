import { type Catalog, catalog, recommendModel, typicalSeconds } from 'bytespike-react';
import { expect, it } from 'vitest';

/** The built-in one, with other figures of one model. */
const changed = (id: string, change: object): Catalog => ({ ...catalog, models: catalog.models.map((model) => (model.id === id ? { ...model, ...change } : model)) });

const films = changed('veo-3.1-fast', { latency: [{ clipSeconds: 4, min: 15, max: 25 }, { clipSeconds: 8, min: 40, max: 60 }] });
const pictures = changed('gpt-image-2', {
  latency: [
    { size: '1024x1024', quality: 'high', min: 12, max: 18 },
    { size: '1024x1024', quality: 'medium', min: 5, max: 8 },
    { size: '2048x2048', quality: 'high', min: 30, max: 50 },
  ],
});

it.each([
  [4, 15, 25],
  [5, 15, 25],
  [7, 40, 60],
  [20, 40, 60],
  [undefined, 15, 25],
])('a film of %s s usually takes as long as the length nearest to it: %d to %d s', (durationSeconds, min, max) => {
  expect(typicalSeconds({ model: 'veo-3.1-fast', durationSeconds }, films)).toEqual({ min, max });
});

it.each([
  [{ size: '1024x1024', quality: 'high' }, 12],
  [{ size: '2048x2048', quality: 'high' }, 30],
  [{ size: '2048x2048', quality: 'medium' }, 30],
  [{ size: '512x512', quality: 'medium' }, 5],
  [{}, 5],
])('an image of %j usually takes as long as one of its size, and of those of its quality: from %d s', (asked, min) => {
  expect(typicalSeconds({ model: 'gpt-image-2', ...asked }, pictures)).toMatchObject({ min });
});

it('nothing is said of a model that states no wait, or that nobody knows', () => {
  expect([typicalSeconds({ model: 'seedream-v4' }, changed('seedream-v4', { latency: null })), typicalSeconds({ model: 'someone-elses' })]).toEqual([undefined, undefined]);
});

it('a model without a rate is not recommended, and that is said', () => {
  const { excluded } = recommendModel({ kind: 'image', prompt: 'tide' }, changed('seedream-v4', { rates: [] }));
  expect(excluded).toContainEqual(expect.objectContaining({ model: 'seedream-v4', code: 'cost', message: expect.stringContaining('has no rate on the card') as string }));
});
