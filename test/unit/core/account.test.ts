import { describe, expect, it } from 'vitest';
import { simulate, type Simulation } from '../../support/simulation.js';

const asked = ({ gateway }: Simulation, path: string) => gateway.requests.filter((request) => request.path === path).length;

async function settled<T>({ clock }: Simulation, answer: Promise<T>): Promise<T> {
  // Awaited below, once time has passed.
  answer.catch(() => {});
  await clock.advance(10);
  return answer;
}

describe('what the account says', () => {
  it('reads the rate card once a day, however many ask', async () => {
    const simulation = simulate();
    const { client, clock } = simulation;
    const [first] = await settled(simulation, Promise.all([client.pricing(), client.pricing()]));
    expect(first?.rates.find(({ model }) => model === 'veo-3.1-fast')?.rates).toMatchObject({ per_second: { '720p': 0.04 } });
    await clock.advance(23 * 3_600_000);
    await settled(simulation, client.pricing());
    expect(asked(simulation, '/api/pricing')).toBe(1);
    await clock.advance(2 * 3_600_000);
    await settled(simulation, client.pricing());
    expect(asked(simulation, '/api/pricing')).toBe(2);
  });

  it('does not keep a failure for a day', async () => {
    const simulation = simulate({ gateway: { faults: [{ kind: 'status', status: 403, on: '/api/pricing' }] } });
    await expect(settled(simulation, simulation.client.pricing())).rejects.toMatchObject({ status: 403 });
    expect((await settled(simulation, simulation.client.pricing())).rates).toHaveLength(18);
  });

  it('leaves out an entry that does not read, and keeps the others', async () => {
    const body = { object: 'list', data: [{ id: 7 }, null, { id: 'veo-3.1', capabilities: 'all' }] };
    const simulation = simulate({ intercept: (request) => request.url.endsWith('/v1/models') && Response.json(body) });
    const { models } = await settled(simulation, simulation.client.models());
    expect(models.map(({ id, capabilities }) => [id, capabilities])).toEqual([['veo-3.1', []]]);
  });

  it('remembers which balance answered', async () => {
    const simulation = simulate({
      intercept: (request) => request.url.endsWith('/v1/balance') && Response.json({ error: { message: 'none' } }, { status: 404 }),
    });
    for (let time = 0; time < 2; time++) {
      expect(await settled(simulation, simulation.client.balance({ fresh: true }))).toMatchObject({ available: 25, source: 'account', lowThreshold: 5 });
    }
    expect(asked(simulation, '/api/v1/me/account')).toBe(2);
  });

  it('names what answers with something else', async () => {
    const simulation = simulate({ intercept: (request) => request.url.includes('/usage') && Response.json([1]) });
    await expect(settled(simulation, simulation.client.usage())).rejects.toMatchObject({ code: 'invalid_response' });
  });
});

describe('a read that more than one page has', () => {
  const missing = () => Response.json({ error: { code: 'not_found', message: 'No such page.' } }, { status: 404 });
  const without = (...gone: string[]) => (request: Request) => gone.includes(new URL(request.url).pathname) && missing();

  it('is found by all who ask at once', async () => {
    const simulation = simulate({ intercept: without('/v1/balance') });
    const { client } = simulation;
    const both = await settled(simulation, Promise.all([client.balance({ fresh: true }), client.balance({ fresh: true })]));
    expect(both).toMatchObject([{ available: 25 }, { available: 25 }]);
    expect(asked(simulation, '/api/v1/me/account')).toBe(1);
  });

  it.each([[[]], [['/api/v1/me/usage']], [['/api/v1/me/usage', '/v1/usage']]])('of usage is found without %j', async (gone) => {
    const simulation = simulate({ intercept: without(...gone) });
    const drawn = simulation.client.images.generate({ model: 'seedream-v5lite', prompt: 'tide' });
    await simulation.clock.advance(60_000);
    await drawn;
    expect(await settled(simulation, simulation.client.usage({ groupBy: 'model' }))).toEqual({
      buckets: [{ name: 'seedream-v5lite', spent: 0.012, calls: 1 }],
      spent: 0.012,
      calls: 1,
    });
  });

  it('says so when no page is there, and takes what the headers told along the way', async () => {
    const nowhere = simulate({ intercept: without('/v1/balance', '/api/v1/me/account') });
    await expect(settled(nowhere, nowhere.client.balance())).rejects.toMatchObject({ code: 'not_found', status: 404 });
    const headers = { 'x-quota-remaining-credits': '7.5', 'x-org-quota-remaining-credits': '3' };
    const telling = simulate({ intercept: () => Response.json({ error: { message: 'none' } }, { status: 404, headers }) });
    expect(await settled(telling, telling.client.balance())).toMatchObject({ available: 3, key: 7.5, organisation: 3, source: 'headers' });
  });

  it('says what can be spent: the least of key and wallet', async () => {
    const answer = () => Response.json({ available_usd: 100 }, { headers: { 'x-quota-remaining-credits': '5' } });
    const simulation = simulate({ intercept: answer });
    expect(await settled(simulation, simulation.client.balance({ fresh: true }))).toMatchObject({ available: 5, key: 5, wallet: 100, source: 'balance' });
  });

  it('is not asked for what headers have told', async () => {
    const simulation = simulate();
    await settled(simulation, simulation.client.models());
    expect(await settled(simulation, simulation.client.balance())).toMatchObject({ available: 25, source: 'headers' });
    expect(asked(simulation, '/v1/balance')).toBe(0);
  });
});

describe('an answer in a shape of its own', () => {
  const answering = (body: unknown) => simulate({ intercept: () => Response.json(body) });

  it.each([
    [{ balance: 12.5 }, 12.5],
    [{ available: '12.50', currency: 'USD' }, 12.5],
    [{ balance: { available_usd: 12.5, low_balance_threshold_usd: '2' } }, 12.5],
    [{ data: { remaining_usd: 12.5 } }, 12.5],
    [{ credits: 12.5 }, 12.5],
  ])('%j is a balance', async (body, available) => {
    const simulation = answering(body);
    expect(await settled(simulation, simulation.client.balance({ fresh: true }))).toMatchObject({ available, source: 'balance' });
  });

  it.each([
    [{ data: [{ date: '2026-11-02', cost: '0.5', requests: 3 }] }],
    [[{ day: '2026-11-02', cost_usd: 0.5, calls: 3 }]],
    [{ usage: [{ bucket: '2026-11-02', total_usd: 0.5, call_count: 3 }, 'noise'], total: { usd: 0.5, count: 3 } }],
  ])('%j is usage', async (body) => {
    const simulation = answering(body);
    expect(await settled(simulation, simulation.client.usage())).toEqual({ buckets: [{ name: '2026-11-02', spent: 0.5, calls: 3 }], spent: 0.5, calls: 3 });
  });

  it.each([{}, { balance: 'none' }, { data: 'x' }])('%j is none', async (body) => {
    const simulation = answering(body);
    await expect(settled(simulation, simulation.client.balance({ fresh: true }))).rejects.toMatchObject({ code: 'invalid_response' });
    await expect(settled(simulation, simulation.client.usage())).rejects.toMatchObject({ code: 'invalid_response' });
    await expect(settled(simulation, simulation.client.pricing())).rejects.toMatchObject({ code: 'invalid_response' });
  });
});

it('refuses usage of more than 90 days before it asks', async () => {
  const simulation = simulate();
  const until = simulation.clock.wallNow();
  const since = until - 91 * 86_400_000;
  await expect(settled(simulation, simulation.client.usage({ since, until }))).rejects.toMatchObject({ code: 'invalid_param', field: 'since' });
  expect(simulation.gateway.requests).toEqual([]);
});

it.each([
  ['since', { since: Number.NaN }],
  ['until', { until: Number.NaN }],
  ['until', { until: 9e15 }],
  // JavaScript can pass what the types do not allow.
  ['since', { since: 'last week' as never }],
])('refuses what is no moment before it asks: %s of %j', async (field, query) => {
  const simulation = simulate();
  await expect(settled(simulation, simulation.client.usage(query))).rejects.toMatchObject({ code: 'invalid_param', field });
  expect(simulation.gateway.requests).toEqual([]);
});
