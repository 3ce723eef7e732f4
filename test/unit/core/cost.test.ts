import { type Catalog, cancelCost, catalog, estimateCost } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { fromCredits } from '../../../src/core/base/credits.js';
import { add, formatUsd, multiply } from '../../../src/core/base/money.js';
import { defaultDuration } from '../../../src/core/catalog/cost.js';
import type { OpenRate, VideoModel } from '../../../src/core/catalog/model.js';

const veo = catalog.models.find((model): model is VideoModel => model.id === 'veo-3.1-fast')!;

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

  it.each(listed)('says of pictures that a text model may have drawn by $model at $size $quality what all of them cost at most', ({ model, size, quality, price }) => {
    const estimate = estimateCost({ model, size, quality, most: 3 });
    expect(estimate).toMatchObject({ min: 0, max: multiply(price, 3), exact: false, basis: { per: 'image', rate: price, count: 3 }, source: 'built-in' });
  });

  it('says so of one that is drawn by the turn, by the default of its model, and by live rates; and nothing of one that no card names', () => {
    expect(estimateCost({ model: 'gpt-4o-image', most: 2 })).toMatchObject({ min: 0, max: 0.16, exact: false, basis: { per: 'image', rate: 0.08, count: 2 } });
    expect(estimateCost({ model: 'gpt-image-2', most: 2 })).toMatchObject({ max: 0.06 });
    const open: Catalog = { ...catalog, open: [{ id: 'new-model', vendor: 'Somebody', kind: 'image', rates: [{ usd: 0.5, per: 'image', asOf: '2026-11-01' }] }] };
    expect(estimateCost({ model: 'new-model', most: 2 }, open)).toMatchObject({ min: 0, max: 1, exact: false, source: 'live' });
    expect(estimateCost({ model: 'nobody', most: 2 })).toBeUndefined();
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
    expect(estimateCost({ model: 'sora-2', prompt: '', durationSeconds: 5, resolution: '720p' })).toMatchObject({ min: 0.05, max: 1.55, exact: false });
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

describe('estimateCost, where a request or a card says little', () => {
  const open = (kind: 'image' | 'video', ...rates: Omit<OpenRate, 'asOf'>[]): Catalog => ({
    ...catalog,
    open: [{ id: 'new', vendor: '', kind, rates: rates.map((rate, index) => ({ ...rate, asOf: `2026-11-0${index + 1}` })) }],
  });
  const changed = (id: string, change: object): Catalog => ({ ...catalog, models: catalog.models.map((model) => (model.id === id ? { ...model, ...change } : model)) });

  it('prices a film of no length as one of the length that the model makes of itself', () => {
    expect(estimateCost({ model: 'veo-3.1-fast', prompt: '' })).toEqual(estimateCost({ model: 'veo-3.1-fast', prompt: '', durationSeconds: defaultDuration(veo) }));
    expect(defaultDuration(veo)).toBe(veo.latency[0]?.clipSeconds);
    expect(defaultDuration({ ...veo, latency: [] })).toBe(veo.duration.max);
  });

  it('goes by all that a card says where it says nothing of the quality', () => {
    const card = open('image', { per: 'image', usd: 0.2, quality: 'high' }, { per: 'image', usd: 0.1, quality: 'medium' });
    expect(estimateCost({ model: 'new', prompt: '', quality: 'low', size: '1024x1024' }, card)).toMatchObject({ min: 0.1, max: 0.2, exact: false });
  });

  it('is as old as the oldest line that it is made of', () => {
    const card = open('image', { per: 'image', usd: 0.2, size: '512x512' }, { per: 'image', usd: 0.1, size: '1024x512' });
    expect(estimateCost({ model: 'new', prompt: '', size: '256x256' }, card)).toMatchObject({ source: 'live', asOf: '2026-11-01' });
    const half = changed('gpt-image-2', { rates: [{ size: '512x512', perImage: 0.1, asOf: '2026-11-01' }, { size: '1024x512', perImage: 0.1 }] });
    expect(estimateCost({ model: 'gpt-image-2', prompt: '', size: '256x256' }, half)).toMatchObject({ source: 'built-in', asOf: catalog.asOf });
  });

  it('has no price of an unknown film without a length, nor of one without a rate', () => {
    expect(estimateCost({ model: 'new', prompt: '' }, open('video', { per: 'second', usd: 0.1 }))).toBeUndefined();
    expect(estimateCost({ model: 'new', prompt: '', durationSeconds: 4 }, open('video'))).toBeUndefined();
    expect(estimateCost({ model: 'new', prompt: '' }, open('image'))).toBeUndefined();
    expect(estimateCost({ model: 'new', prompt: '', n: 3 }, open('image', { per: 'turn', usd: 0.1 }))).toMatchObject({ max: 0.1, basis: { per: 'turn', count: 1 } });
  });

  it('prices each picture of an unknown model whose rate is by the picture', () => {
    expect(estimateCost({ model: 'new', prompt: '', n: 3 }, open('image', { per: 'image', usd: 0.1 }))).toMatchObject({ max: 0.3, basis: { per: 'image', count: 3 } });
  });

  it.each([[0.1, 0.2], [0.2, 0.1]])('costs as much as the dearest resolution where it is none that is listed: %d, %d', (...usd) => {
    const card = open('video', { per: 'second', usd: usd[0], resolution: '720p' }, { per: 'second', usd: usd[1], resolution: '1080p' });
    expect(estimateCost({ model: 'new', prompt: '', durationSeconds: 10, resolution: '480p' }, card)).toMatchObject({ min: catalog.videoSubmitFee, max: 2 + catalog.videoSubmitFee, exact: false });
  });

  it('says of a card whose multiple leads nowhere that it is wrong, and of which model', () => {
    const wrong = changed('gpt-image-2-official', { rates: [{ multiplierOf: 'veo-3.1-fast', factor: 2 }] });
    expect(() => estimateCost({ model: 'gpt-image-2-official', prompt: '' }, wrong)).toThrow('gpt-image-2-official');
    const lost = changed('gpt-image-2-official', { rates: [{ multiplierOf: 'nobody', factor: 2 }] });
    expect(() => estimateCost({ model: 'gpt-image-2-official', prompt: '' }, lost)).toThrow('gpt-image-2-official');
  });

  it('costs more for more pixels than any that are listed, and not less for fewer', () => {
    const card = open('image', { per: 'image', usd: 0.2, size: '1000x1000' }, { per: 'image', usd: 0.1, size: '500x500' });
    expect(estimateCost({ model: 'new', prompt: '', size: '2000x1000' }, card)).toMatchObject({ min: 0.1, max: 0.4 });
    expect(estimateCost({ model: 'new', prompt: '', size: '1000x2000' }, card)).toMatchObject({ min: 0.1, max: 0.4 });
    expect(estimateCost({ model: 'new', prompt: '', size: '100x100' }, card)).toMatchObject({ min: 0.1, max: 0.2 });
    expect(estimateCost({ model: 'new', prompt: '', size: 'auto' }, card)).toMatchObject({ min: 0.1, max: 0.2 });
  });
});

describe('money', () => {
  it('adds without the errors of binary fractions', () => {
    expect(add(0.1, 0.2)).toBe(0.3);
    expect(multiply(0.07, 3)).toBe(0.21);
    expect([multiply(0.0000014, 2), fromCredits(0.3, 0.1), fromCredits(7, 1)]).toEqual([0.000002, 0.03, 7]);
  });

  it('is said with two to four decimals', () => {
    expect([0, 1, 0.5, 0.125, 0.0375, 0.00004].map(formatUsd)).toEqual(['$0.00', '$1.00', '$0.50', '$0.125', '$0.0375', '$0.00']);
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
