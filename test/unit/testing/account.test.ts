import { describe, expect, test } from 'vitest';
import { catalog } from '../../../src/core/catalog/catalog.js';
import { json, rig, submit, VIDEO_MS, VIDEO_PRICE } from './setup.js';

describe('models', () => {
  test('are those of the catalog, by capability and family', async () => {
    const { get } = rig();
    const ids = async (query: string) => (await json(await get(`/v1/models${query}`))).data.map(({ id }: { id: string }) => id);
    expect(await ids('')).toEqual(catalog.models.map(({ id }) => id));
    expect(await ids('?capability=video_gen')).toEqual(catalog.models.filter(({ kind }) => kind === 'video').map(({ id }) => id));
    expect(await ids('?family=sora')).toEqual(['sora-2', 'sora-2-pro']);
    expect(await ids('?family=nano-banana&capability=video_gen')).toEqual([]);
  });
});

test('the rate card prices every model, as of 04:30 UTC', async () => {
  const { get } = rig();
  const card = await json(await get('/api/pricing'));
  const rates = Object.fromEntries(card.map(({ model, rates }: { model: string; rates: object }) => [model, rates]));
  expect(rates['veo-3.1-fast']).toEqual({ per_second: { '720p': 0.04 }, submit_fee: 0.05, currency: 'USD' });
  expect(rates['gpt-image-2']).toMatchObject({ per_image: { '1024x1024/medium': 0.03, '2048x2048/high': 0.25 } });
  expect(rates['gpt-image-2-official']).toMatchObject({ per_image: { '1024x1024/high': 0.1 } });
  expect(rates['gpt-4o-image']).toEqual({ per_turn: { '1024x1024': 0.08 }, currency: 'USD' });
  expect(card[0].updated_at).toBe('2026-11-02T04:30:00.000Z');
});

test('the balance is what is left of the wallet, less what is set aside', async () => {
  const it = rig({ balance: 1 });
  await submit(it);
  expect(await json(await it.get('/v1/balance'))).toMatchObject({ available_usd: 0.79 });
  await it.clock.advance(VIDEO_MS);
  await submit(it);
  expect((await json(await it.get('/api/v1/me/account'))).balance).toEqual({
    available_usd: 0.58,
    lifetime_topup_usd: 1,
    lifetime_spent_usd: VIDEO_PRICE,
    low_balance_threshold_usd: 5,
    low_balance_flagged: true,
  });
});

describe('usage', () => {
  test('adds the charges up by day, hour, model and key', async () => {
    const it = rig();
    await submit(it);
    await it.clock.advance(VIDEO_MS);
    await submit(it, { model: 'seedance-fast' });
    await it.clock.advance(VIDEO_MS);
    const usage = async (query: string) => json(await it.get(`/api/v1/me/usage?${query}`));
    expect(await usage('group_by=model')).toEqual({
      buckets: [
        { bucket: 'veo-3.1-fast', model: 'veo-3.1-fast', total_usd: 0.21, call_count: 1 },
        { bucket: 'seedance-fast', model: 'seedance-fast', total_usd: 0.17, call_count: 1 },
      ],
      totals: { total_usd: 0.38, call_count: 2 },
    });
    expect((await usage('')).buckets).toMatchObject([{ bucket: '2026-11-02', call_count: 2 }]);
    expect((await usage('group_by=hour')).buckets).toMatchObject([{ bucket: '2026-11-02T12:00:00Z' }]);
    expect(JSON.stringify(await usage('group_by=api_key'))).not.toContain(it.gateway.apiKey);
    expect((await usage('model=sora-2')).totals.call_count).toBe(0);
    expect((await usage('until=2026-11-01')).totals.call_count).toBe(0);
    expect(await json(await it.get('/v1/usage'))).toEqual(await usage(''));
  });

  test.each(['since=2026-01-01&until=2026-11-01', 'group_by=mood', 'since=yesterday'])('refuses %s', async (query) => {
    expect((await rig().get(`/api/v1/me/usage?${query}`)).status).toBe(400);
  });
});
