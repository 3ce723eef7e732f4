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
  expect(typicalSeconds({ model: 'veo-3.1-fast', durationSeconds }, films)).toEqual({ min, max, basis: 'catalog' });
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

it('what such tasks took lately is what is usual, and it is said who says so', () => {
  const seen: Catalog = { ...films, observed: ({ durationSeconds }) => (durationSeconds === 8 ? { min: 90, max: 110 } : undefined) };
  expect(typicalSeconds({ model: 'veo-3.1-fast', durationSeconds: 8 }, seen)).toEqual({ min: 90, max: 110, basis: 'observed' });
  expect(typicalSeconds({ model: 'veo-3.1-fast', durationSeconds: 4 }, seen)).toEqual({ min: 15, max: 25, basis: 'catalog' });
});

it('what took too long lately is not recommended to who has no such time, and the reason says lately', () => {
  const brief = { kind: 'video', prompt: 'tide', latencyBudgetSeconds: 60, durationSeconds: 4 } as const;
  const usual = recommendModel(brief);
  const slow: Catalog = { ...catalog, observed: ({ model }) => (model === usual.model ? { min: 90, max: 110 } : undefined) };
  const { model, excluded } = recommendModel(brief, slow);
  expect(model).not.toBe(usual.model);
  expect(excluded).toContainEqual(expect.objectContaining({ model: usual.model, code: 'latency', limit: 90, message: expect.stringContaining('lately took 90 to 110 s') as string }));
});

it('nothing is said of a model that states no wait, or that nobody knows', () => {
  expect([typicalSeconds({ model: 'seedream-v4' }, changed('seedream-v4', { latency: null })), typicalSeconds({ model: 'someone-elses' })]).toEqual([undefined, undefined]);
});

it('a model without a rate is not recommended, and that is said', () => {
  const { excluded } = recommendModel({ kind: 'image', prompt: 'tide' }, changed('seedream-v4', { rates: [] }));
  expect(excluded).toContainEqual(expect.objectContaining({ model: 'seedream-v4', code: 'cost', message: expect.stringContaining('has no rate on the card') as string }));
});
