import { catalog, estimateCost } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { add, multiply } from '../../../src/core/money.js';

describe('estimateCost', () => {
  const listed = catalog.models.flatMap((model) =>
    model.kind === 'image'
      ? model.rates.flatMap((rate) =>
          'perImage' in rate ? [{ model: model.id, size: rate.size, quality: rate.quality, price: rate.perImage }] : [],
        )
      : [],
  );

  it.each(listed)('prices $model at $size $quality as the card does', ({ model, size, quality, price }) => {
    expect(estimateCost({ model, prompt: '', size, quality, n: 2 })).toMatchObject({
      min: multiply(price, 2),
      max: multiply(price, 2),
      exact: true,
    });
  });

  it('prices a film by the second, plus the fee', () => {
    expect(estimateCost({ model: 'veo-3.1-fast', prompt: '', durationSeconds: 4 })).toMatchObject({
      min: 0.21,
      max: 0.21,
      exact: true,
      basis: { per: 'second', rate: 0.04, count: 4, fee: 0.05 },
      asOf: '2026-05',
    });
  });

  it('says "up to" where the card is silent', () => {
    expect(estimateCost({ model: 'sora-2', prompt: '', durationSeconds: 5, resolution: '720p' })).toMatchObject({ max: 1.55, exact: false });
    expect(estimateCost({ model: 'gpt-image-2', prompt: '', size: '1024x1536', quality: 'high' })).toMatchObject({ min: 0.08, max: 0.25, exact: false });
    expect(estimateCost({ model: 'seedream-v4', prompt: '', size: '1024x1536' })).toMatchObject({ exact: false });
  });

  it('follows a multiplier to the model it multiplies', () => {
    expect(estimateCost({ model: 'gpt-image-2-official', prompt: '', size: '1024x1024', quality: 'high' })).toMatchObject({ max: 0.1, exact: true });
  });

  it('bills a conversation by the turn, however many images it made', () => {
    expect(estimateCost({ model: 'gpt-4o-image', prompt: '', n: 2 })).toMatchObject({ max: 0.08, basis: { per: 'turn' } });
  });

  it('knows no price for a model that it does not know', () => {
    expect(estimateCost({ model: 'someone-elses', prompt: '' })).toBeUndefined();
  });
});

describe('money', () => {
  it('adds without the errors of binary fractions', () => {
    expect(add(0.1, 0.2)).toBe(0.3);
    expect(multiply(0.07, 3)).toBe(0.21);
  });
});
