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
    expect(first?.find(({ model }) => model === 'veo-3.1-fast')?.rates).toMatchObject({ per_second: { '720p': 0.04 } });
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
    expect(await settled(simulation, simulation.client.pricing())).toHaveLength(18);
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
