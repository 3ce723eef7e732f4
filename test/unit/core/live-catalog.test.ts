import { catalog, estimateCost, type ListedRates, overlayCatalog, recommendModel } from 'bytespike-react';
import { fc } from '../../support/chance.js';
import { describe, expect, it } from 'vitest';
import { readCard } from '../../../src/core/catalog/rate-card.js';
import { simulate } from '../../support/simulation.js';

const at = '2026-11-03T12:00:00.000Z';
const entry = (model: string, rates: Record<string, unknown>, rest: Partial<ListedRates> = {}): ListedRates => ({ model, rates, updatedAt: Date.UTC(2026, 10, 2, 4, 30), ...rest });
const priced = (...pricing: ListedRates[]) => overlayCatalog(catalog, { pricing: { rates: pricing, asOf: at } });
const price = (request: Parameters<typeof estimateCost>[0], live: typeof catalog) => estimateCost(request, live);

describe('a live rate', () => {
  it('takes the place of the built-in one, and says its date', () => {
    const live = priced(entry('veo-3.1-fast', { per_second: { '720p': 0.05 }, submit_fee: 0.02, currency: 'USD' }));
    expect(price({ model: 'veo-3.1-fast', prompt: '', durationSeconds: 4 }, live)).toMatchObject({
      max: 0.22,
      exact: true,
      source: 'live',
      asOf: '2026-11-02',
      basis: { rate: 0.05, fee: 0.02 },
    });
    expect(price({ model: 'veo-3.1', prompt: '', durationSeconds: 4 }, live)).toMatchObject({ source: 'built-in', asOf: '2026-05' });
    expect(live.live).toEqual({ pricing: at });
  });

  it('leaves standing what the card does not name', () => {
    const live = priced(entry('gpt-image-2', { per_image: { '1024x1024/medium': 0.04 } }));
    expect(price({ model: 'gpt-image-2', prompt: '' }, live)).toMatchObject({ max: 0.04, source: 'live' });
    expect(price({ model: 'gpt-image-2', prompt: '', quality: 'high' }, live)).toMatchObject({ max: 0.08, source: 'built-in' });
    expect(price({ model: 'gpt-image-2-official', prompt: '' }, live)).toMatchObject({ max: 0.05 });
  });

  it('names what the built-in card is silent on', () => {
    const live = priced(entry('sora-2', { per_second: { '720p': 0.1, '1080p': 0.3 } }));
    const request = { model: 'sora-2', prompt: '', durationSeconds: 5, resolution: '720p' };
    expect(price(request, catalog)).toMatchObject({ exact: false });
    expect(price(request, live)).toMatchObject({ max: 0.55, exact: true });
  });

  it('for every size, or for a model whose multiple another costs, is read as such', () => {
    const live = priced(entry('seedream-v4', { per_image: 0.02 }), entry('gpt-image-2-official', { per_image: { '1024x1024/high': 0.11 } }));
    expect(price({ model: 'seedream-v4', prompt: '', size: '1024x1536' }, live)).toMatchObject({ max: 0.02, exact: true });
    expect(price({ model: 'gpt-image-2-official', prompt: '', quality: 'high' }, live)).toMatchObject({ max: 0.11, source: 'live' });
    expect(price({ model: 'gpt-image-2-official', prompt: '', quality: 'medium' }, live)).toMatchObject({ max: 0.0375, source: 'built-in' });
  });

  it('changes nothing of the catalog that it is laid over', () => {
    const before = structuredClone(catalog);
    priced(entry('veo-3.1', { per_second: 1 }));
    expect(catalog).toEqual(before);
  });

  it('decides what a budget allows', () => {
    const brief = { kind: 'video', prompt: 'x', models: ['veo-3.1'], maxCost: 0.6 } as const;
    expect(recommendModel(brief).model).toBe('veo-3.1');
    expect(recommendModel(brief, priced(entry('veo-3.1', { per_second: 0.2 }))).excluded[0]).toMatchObject({ code: 'not_allowed' });
    expect(recommendModel(brief, priced(entry('veo-3.1', { per_second: 0.2 }))).model).toBeUndefined();
  });
});

describe('a card of any shape', () => {
  const asOf = '2026-11-02';
  it.each<[Record<string, unknown>, object[]]>([
    [{ per_image: { '1024x1024/medium': 0.03 } }, [{ per: 'image', size: '1024x1024', quality: 'medium', usd: 0.03 }]],
    [{ per_image: { '1024x1024': { high: '0.08' } } }, [{ per: 'image', size: '1024x1024', quality: 'high', usd: 0.08 }]],
    [{ per_image: 0.02 }, [{ per: 'image', usd: 0.02 }]],
    [{ per_turn: { '1024x1024': 0.08 } }, [{ per: 'turn', size: '1024x1024', usd: 0.08 }]],
    [{ per_second: { '1080p': '$0.45' }, submit_fee: 0.05 }, [{ per: 'second', resolution: '1080p', usd: 0.45 }]],
    [{ per_second_720p: 0.04 }, [{ per: 'second', resolution: '720p', usd: 0.04 }]],
    [{ '2048x2048': 0.03 }, [{ per: 'image', size: '2048x2048', usd: 0.03 }]],
    [{ unit: 'image', price: 0.012 }, [{ per: 'image', usd: 0.012 }]],
    [{ tiers: [{ size: '1024x1024', quality: 'high', price_usd: 0.08, unit: 'per_image' }] }, [{ per: 'image', size: '1024x1024', quality: 'high', usd: 0.08 }]],
    [{ per_image: { '1024x1024': -1 }, note: 'ask us', discount: 0.1 }, []],
    [{ per_image: 0.2, currency: 'CNY' }, []],
  ])('%o', (rates, read) => {
    expect(readCard(rates, asOf).rates).toEqual(read.map((rate) => expect.objectContaining({ ...rate, asOf })));
  });

  it('never throws, and never gives a price that is no price', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('per_image', 'per_second', 'submit_fee', '1024x1024/high')), fc.anything()), (rates) => {
        const live = priced(entry('gpt-image-2', rates), entry('veo-3.1', rates));
        for (const model of ['gpt-image-2', 'veo-3.1']) {
          const cost = estimateCost({ model, prompt: '' }, live);
          expect(cost?.max).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('what the key reaches', () => {
  const listing = (...ids: string[]) => ({ models: ids.map((id) => ({ id, capabilities: [/veo|film/.test(id) ? 'video_gen' : 'image_gen'] })), asOf: at });

  it('is known with its moment', () => {
    const live = overlayCatalog(catalog, { models: listing('veo-3.1') });
    expect(live).toMatchObject({ reachable: ['veo-3.1'], live: { models: at } });
    expect(recommendModel({ kind: 'video', prompt: 'cinematic' }, live).model).toBe('veo-3.1');
  });

  it('makes a model that nobody knows usable, at its live price', () => {
    const models = { ...listing('film-9'), models: [...listing('film-9').models, { id: 'chat-1', capabilities: ['chat'] }] };
    const live = overlayCatalog(catalog, { models, pricing: { rates: [entry('film-9', { per_second: { '4k': 0.5 } })], asOf: at } });
    expect(live.open).toEqual([{ id: 'film-9', vendor: '', kind: 'video', rates: [expect.objectContaining({ usd: 0.5 })], submitFee: undefined }]);
    expect(price({ model: 'film-9', prompt: '', durationSeconds: 2, resolution: '4k' }, live)).toMatchObject({ max: 1.05, exact: true, source: 'live' });
    expect(price({ model: 'film-9', prompt: '' }, live)).toBeUndefined();
  });
});

describe('the gateway itself', () => {
  it('agrees with the built-in card, line for line', async () => {
    const { client, clock } = simulate();
    const asked = Promise.all([client.models(), client.pricing()]);
    await clock.advance(10);
    const [models, pricing] = await asked;
    const live = overlayCatalog(catalog, { models, pricing });
    expect(live.open).toEqual([]);
    for (const model of catalog.models) {
      const options = model.kind === 'image' ? model.sizes.flatMap((size) => (model.quality?.options ?? [undefined]).map((quality) => ({ size, quality }))) : model.resolutions.map((resolution) => ({ resolution }));
      for (const option of options) {
        const request = { model: model.id, prompt: '', ...option };
        const { exact, max } = estimateCost(request)!;
        expect(estimateCost(request, live)).toMatchObject({ exact, max, ...(exact ? { source: 'live', asOf: '2025-12-31' } : {}) });
      }
    }
  });
});
