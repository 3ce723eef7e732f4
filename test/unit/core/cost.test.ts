import { cancelCost, catalog, estimateCost } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { add, multiply } from '../../../src/core/base/money.js';

describe('estimateCost', () => {
  const listed = catalog.models.flatMap((model) =>
    model.kind === 'image'
      ? model.rates.flatMap((rate) =>
          'perImage' in rate ? [{ model: model.id, size: rate.size, quality: rate.quality, price: rate.perImage }] : [],
        )
      : [],
  );

  const dearest = (id: string) => Math.max(...catalog.models.flatMap((model) => (model.id === id && model.kind === 'video' ? model.rates.map(({ perSecond }) => perSecond) : [])));
  const films = catalog.models.flatMap((model) =>
    model.kind === 'video'
      ? model.resolutions.flatMap((resolution) =>
          Array.from({ length: model.duration.max }, (_, index) => ({
            model: model.id,
            resolution,
            durationSeconds: index + 1,
            rate: model.rates.find((rate) => rate.resolution === resolution)?.perSecond,
          })),
        )
      : [],
  );
  const priceOf = (id: string, size: string, quality: string | undefined) =>
    catalog.models
      .flatMap((model) => (model.id === id && model.kind === 'image' ? [...model.rates] : []))
      .flatMap((rate) => ('multiplierOf' in rate || rate.size !== size || (rate.quality ?? quality) !== quality ? [] : ['perTurn' in rate ? rate.perTurn : rate.perImage]))[0];
  const pictures = catalog.models.flatMap((model) =>
    model.kind === 'image'
      ? model.sizes.flatMap((size) =>
          (model.quality?.options ?? [undefined]).map((quality) => {
            // The only one that the card prices by another.
            const isOfficial = model.id === 'gpt-image-2-official';
            const price = priceOf(isOfficial ? 'gpt-image-2' : model.id, size, quality);
            return { model: model.id, size, quality, price: price && multiply(price, isOfficial ? 1.25 : 1) };
          }),
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

  it.each(films)('prices $model at $resolution for $durationSeconds s as the card does', ({ rate, ...request }) => {
    const most = add(multiply(rate ?? dearest(request.model), request.durationSeconds), catalog.videoSubmitFee);
    expect(estimateCost({ prompt: '', ...request })).toMatchObject({ max: most, exact: rate !== undefined });
  });

  it.each(pictures)('prices $model at $size $quality as the card does, or says that it is silent', ({ price, ...request }) => {
    const estimate = estimateCost({ prompt: '', ...request })!;
    expect(estimate.exact).toBe(price !== undefined);
    expect(estimate).toMatchObject(price === undefined ? {} : { min: price, max: price });
    expect(estimate.min).toBeLessThanOrEqual(estimate.max);
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

describe('cancelCost', () => {
  const price = estimateCost({ model: 'veo-3.1-fast', prompt: '', durationSeconds: 4 });

  it.each(['idle', 'submitting', 'queued', 'completed', 'failed', 'cancelled'] as const)('is nothing while %s', (status) => {
    expect(cancelCost(status, price)).toEqual({ isFree: true, max: 0 });
  });

  it.each(['running', 'cancelling', 'unknown'] as const)('is up to the whole price while %s', (status) => {
    expect(cancelCost(status, price)).toEqual({ isFree: false, max: 0.21 });
    expect(cancelCost(status, 0.3)).toEqual({ isFree: false, max: 0.3 });
    expect(cancelCost(status, undefined)).toEqual({ isFree: false, max: undefined });
  });
});
