import type { ProxyOptions } from 'bytespike-react/server';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { describe, expect, it } from 'vitest';
import { add } from '../../../src/core/base/money.js';
import { createManualClock } from '../../support/manual-clock.js';
import { errorOf, everything, pageRequest, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const VEO = 'sk-veo-7d1f';
const GPT = 'sk-gpt-93ab';
const REST = 'sk-rest-51c0';
const keys = { veo: { apiKey: VEO, models: ['veo-3.1'] }, gpt: { apiKey: GPT } };

interface Said {
  buckets: { bucket: string; total_usd: number; call_count: number }[];
  totals: { total_usd: number; call_count: number };
  missing_keys?: string[];
}

type Spent = Readonly<Record<string, number>>;

const usageOf = (spent: Spent) => ({
  buckets: Object.entries(spent).map(([bucket, usd]) => ({ bucket, total_usd: usd, call_count: 2 })),
  totals: { total_usd: Object.values(spent).reduce((sum, usd) => sum + usd, 0), call_count: 2 * Object.keys(spent).length },
});

describe('usage of several keys', () => {
  const bench = useBench();
  const proxyOf = (options: Partial<ProxyOptions> = {}) => bench.proxy({ keys, expose: everything, ...options } as Partial<ProxyOptions>);
  const ask = async (proxy: ReturnType<typeof proxyOf>, query: string) => {
    const response = await proxy(pageRequest('GET', `/api/v1/me/usage?${query}`));
    const text = await response.text();
    for (const key of [VEO, GPT, REST]) expect(text).not.toContain(key);
    return { status: response.status, body: JSON.parse(text) as Said };
  };
  const short = ({ buckets, totals, missing_keys: missing }: Said) => ({
    ...Object.fromEntries(buckets.map((each) => [each.bucket, each.total_usd])),
    sum: totals.total_usd,
    calls: totals.call_count,
    ...(missing === undefined ? {} : { missing }),
  });

  /** A gateway that tells each key this, by what it is grouped by; a key that is not here is refused. */
  const telling = (told: Readonly<Record<string, Readonly<Record<string, Spent | undefined>>>>) => {
    bench.upstream.answer = (res, { url, headers }) => {
      const groups = told[headers.authorization?.slice('Bearer '.length) ?? ''];
      const spent = groups?.[new URL(url, 'http://gateway').searchParams.get('group_by') ?? 'day'];
      if (spent !== undefined) return sendJson(res, 200, usageOf(spent));
      return sendJson(res, groups === undefined ? 403 : 400, { error: { code: 'no', type: 'permission', message: 'No.' } });
    };
  };

  it('is the sum of what each of them was told, exact to a millionth, day by day', async () => {
    telling({
      [VEO]: { day: { '2026-11-01': 0.1, '2026-11-02': 1 }, api_key: { '…7d1f': 1.1 } },
      [GPT]: { day: { '2026-11-01': 0.2 }, api_key: { '…93ab': 0.2 } },
    });
    expect(short((await ask(proxyOf(), 'group_by=day')).body)).toEqual({ '2026-11-01': 0.3, '2026-11-02': 1, sum: 1.3, calls: 6 });
  });

  it('is told by key under the names that the keys have here', async () => {
    telling({ [VEO]: { api_key: { '…7d1f': 1.1 } }, [GPT]: { api_key: {} } });
    expect(short((await ask(proxyOf(), 'group_by=api_key')).body)).toEqual({ gpt: 0, veo: 1.1, sum: 1.1, calls: 2 });
  });

  it('counts no money twice where the gateway tells each key of the whole account', async () => {
    const account = { day: { '2026-11-01': 5 }, api_key: { 'sk-…7d1f': 3, 'sk-…93ab': 1, 'sk-…beef': 1 } };
    telling({ [VEO]: account, [GPT]: account });
    expect(short((await ask(proxyOf(), 'group_by=day')).body)).toEqual({ '2026-11-01': 5, sum: 5, calls: 2 });
    expect(short((await ask(proxyOf(), 'group_by=api_key')).body)).toEqual({ '': 1, gpt: 1, veo: 3, sum: 5, calls: 6 });
    const only = { day: { '2026-11-01': 3 }, api_key: { 'sk-…7d1f': 3 } };
    telling({ [VEO]: only, [GPT]: only });
    expect(short((await ask(proxyOf(), 'group_by=day')).body)).toEqual({ '2026-11-01': 3, sum: 3, calls: 2 });
  });

  it('is at least what it says where a key is refused, and names that key', async () => {
    telling({ [VEO]: { day: { '2026-11-01': 2 }, api_key: { '…7d1f': 2 } } });
    expect(short((await ask(proxyOf(), 'group_by=day')).body)).toEqual({ '2026-11-01': 2, sum: 2, calls: 2, missing: ['gpt'] });
    expect(short((await ask(proxyOf(), 'group_by=api_key')).body)).toEqual({ veo: 2, sum: 2, calls: 2, missing: ['gpt'] });
    expect(bench.events.at(-1)).toMatchObject({ status: 200, reason: expect.stringContaining('`gpt`') as string });
    telling({ [GPT]: { day: { '2026-11-01': 2 }, api_key: { '…93ab': 2 } } });
    const absent = { ...keys, veo: { apiKey: undefined, models: ['veo-3.1'] } };
    expect(short((await ask(proxyOf({ keys: absent } as never), 'group_by=day')).body)).toMatchObject({ sum: 2, missing: ['veo'] });
  });

  it('is at least that of the dearest key where nobody says whose the money is', async () => {
    telling({ [VEO]: { day: { '2026-11-01': 2 } }, [GPT]: { day: { '2026-11-01': 3 } } });
    expect(short((await ask(proxyOf(), 'group_by=day')).body)).toEqual({ '2026-11-01': 3, sum: 3, calls: 2, missing: ['veo'] });
    expect((await ask(proxyOf(), 'group_by=api_key')).status).toBe(400);
  });

  it('is at least that of the dearest key where one name stands for different money', async () => {
    telling({ [VEO]: { day: { '2026-11-01': 2 }, api_key: { default: 2 } }, [GPT]: { day: { '2026-11-01': 3 }, api_key: { default: 3 } } });
    expect(short((await ask(proxyOf(), 'group_by=day')).body)).toEqual({ '2026-11-01': 3, sum: 3, calls: 2, missing: ['veo'] });
    expect(short((await ask(proxyOf(), 'group_by=api_key')).body)).toEqual({ gpt: 3, sum: 3, calls: 2, missing: ['veo'] });
  });

  it('is refused where no key is told, and where there is nothing to tell apart', async () => {
    telling({});
    expect((await ask(proxyOf(), 'group_by=day')).status).toBe(403);
    const alone = await bench.proxy({ expose: everything })(pageRequest('GET', '/api/v1/me/usage?group_by=api_key'));
    expect([alone.status, (await errorOf(alone)).message]).toEqual([400, expect.stringMatching(/only where it has several/)]);
    expect((await proxyOf({ expose: {} })(pageRequest('GET', '/api/v1/me/usage?group_by=day'))).status).toBe(404);
  });

  it('is what two gateways of one app have in their ledgers', async () => {
    const clock = createManualClock();
    const gateways = [VEO, GPT].map((apiKey) => createSimulatedGateway({ apiKey, clock }));
    const fetch = (request: Request) => {
      const gateway = gateways.find(({ apiKey }) => request.headers.get('authorization') === `Bearer ${apiKey}`);
      if (gateway === undefined) throw new Error('No gateway has this key.');
      return gateway.fetch(request);
    };
    const proxy = proxyOf({ keys: { veo: { apiKey: VEO, models: ['seedream-v5lite'] }, gpt: { apiKey: GPT } }, fetch, baseUrl: 'https://gateway.test', clock } as never);
    for (const model of ['seedream-v5lite', 'gpt-image-2']) {
      const made = proxy(pageRequest('POST', '/v1/images/generations', { body: JSON.stringify({ model, prompt: 'a lighthouse' }) }));
      await clock.advance(120_000);
      expect((await made).status).toBe(200);
    }
    const [veo = 0, gpt = 0] = gateways.map(({ ledger }) => ledger.charges.reduce((sum, { amount }) => sum + amount, 0));
    const sum = add(veo, gpt);
    expect([veo, gpt].every((usd) => usd > 0)).toBe(true);
    expect(short((await ask(proxy, 'group_by=api_key')).body)).toEqual({ veo, gpt, sum, calls: 2 });
    expect(short((await ask(proxy, 'group_by=model')).body)).toEqual({ 'seedream-v5lite': veo, 'gpt-image-2': gpt, sum, calls: 2 });
  });
});
