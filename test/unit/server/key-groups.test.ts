import type { KeyGroup, ProxyOptions } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../support/manual-clock.js';
import { errorOf, everything, pageRequest, useBench } from './fixture.js';
import { sendJson } from './upstream.js';

const VEO = 'sk-veo-7d1f';
const GPT = 'sk-gpt-93ab';
const REST = 'sk-rest-51c0';
const groups = { veo: { apiKey: VEO, models: ['veo-3.1-fast', 'veo-3.1'] }, gpt: { apiKey: GPT, models: ['gpt-image-2'] } };

describe('a key for each routing group', () => {
  const bench = useBench();
  const proxyOf = (keys: Readonly<Record<string, KeyGroup>>, options: Partial<ProxyOptions> = {}) => bench.proxy({ ...options, keys } as Partial<ProxyOptions>);
  const used = () => bench.upstream.requests.map(({ url, headers }) => `${url.split('?')[0]} ${headers.authorization?.slice('Bearer '.length)}`);
  const submit = (model: string) => pageRequest('POST', '/v1/tasks/submit', { body: JSON.stringify({ model, prompt: 'a lighthouse' }) });

  /** A gateway whose keys reach these models, and others not. */
  const reaching = (reach: Readonly<Record<string, readonly string[]>>) => {
    bench.upstream.answer = (res, { url, headers, body }) => {
      const models = reach[headers.authorization?.slice('Bearer '.length) ?? ''] ?? [];
      if (url.startsWith('/v1/models')) return sendJson(res, 200, { object: 'list', data: models.map((id) => ({ id, capabilities: ['video_gen'] })) });
      const { model } = JSON.parse(body.toString() || '{}') as { model?: string };
      if (model !== undefined && !models.includes(model)) return sendJson(res, 403, { error: { code: 'model_not_in_group', type: 'permission', message: 'The group g-17 lacks it.' } });
      return sendJson(res, 200, { task_id: 't', status: 'queued' });
    };
  };

  it('pays with the one that names the model, and follows the task with it', async () => {
    reaching({ [VEO]: ['veo-3.1-fast'], [GPT]: ['gpt-image-2'] });
    const proxy = proxyOf({ gpt: groups.gpt, veo: groups.veo });
    const { task_id } = (await (await proxy(submit('veo-3.1-fast'))).json()) as { task_id: string };
    await proxy(pageRequest('POST', `/v1/tasks/cancel/${task_id}`));
    await proxy(submit('gpt-image-2'));
    expect(used()).toEqual([`/v1/tasks/submit ${VEO}`, `/v1/tasks/cancel/t ${VEO}`, `/v1/tasks/submit ${GPT}`]);
  });

  it('asks the gateway which of several that name none has the model, once an hour', async () => {
    reaching({ [REST]: ['kling-v2'], [GPT]: ['gpt-image-2'] });
    const clock = createManualClock();
    const proxy = proxyOf({ veo: groups.veo, one: { apiKey: GPT }, two: { apiKey: REST } }, { clock });
    await proxy(submit('kling-v2'));
    await proxy(submit('gpt-image-2'));
    expect(used()).toEqual([`/v1/models ${GPT}`, `/v1/models ${REST}`, `/v1/tasks/submit ${REST}`, `/v1/tasks/submit ${GPT}`]);
    bench.upstream.requests.length = 0;
    await clock.advance(60 * 60_000 + 1);
    await proxy(submit('gpt-image-2'));
    expect(used()).toEqual([`/v1/models ${GPT}`, `/v1/tasks/submit ${GPT}`]);
  });

  it('goes with the only one that names none, and asks nobody', async () => {
    reaching({ [REST]: ['kling-v2'] });
    await proxyOf({ ...groups, rest: { apiKey: REST } })(submit('kling-v2'));
    expect(used()).toEqual([`/v1/tasks/submit ${REST}`]);
  });

  it('refuses what no key reaches, before any call that could cost', async () => {
    reaching({ [GPT]: [], [REST]: [] });
    for (const keys of [groups, { veo: groups.veo, one: { apiKey: GPT }, two: { apiKey: REST } }]) {
      const response = await proxyOf(keys)(submit('sora-2'));
      expect([response.status, await errorOf(response)]).toEqual([403, expect.objectContaining({ code: 'model_not_in_group', param: 'model', message: expect.stringMatching(/^No key of this server reaches/) })]);
    }
    expect(bench.upstream.requests.filter(({ method }) => method === 'POST')).toEqual([]);
    expect(bench.events.map(({ reason }) => reason)).toContain('None of the keys `veo`, `gpt` reaches sora-2.');
  });

  it('says which key it was that the gateway found in another group', async () => {
    reaching({ [VEO]: ['veo-3.1'] });
    const error = await errorOf(await proxyOf(groups)(submit('veo-3.1-fast')));
    expect([error.code, error.message]).toEqual(['model_not_in_group', expect.stringMatching(/key `veo`, which is the one for veo-3\.1-fast,.*`keys`/)]);
    expect(error.message).not.toContain('g-17');
    expect(bench.events.at(-1)?.reason).toMatch(/`veo`.*veo-3\.1-fast/);
  });

  it('sends nothing where which key it is cannot be read, and reads it anew the next time', async () => {
    const proxy = proxyOf({ one: { apiKey: GPT }, two: { apiKey: REST } });
    bench.upstream.answer = (res) => sendJson(res, 500, { error: { type: 'api_error', message: 'Down.' } });
    const refused = await proxy(submit('gpt-image-2'));
    expect([refused.status, (await errorOf(refused)).message]).toEqual([502, expect.stringContaining('nothing was sent or billed')]);
    expect(bench.events.at(-1)?.reason).toContain('`one`');
    reaching({ [GPT]: ['gpt-image-2'] });
    expect((await proxy(submit('gpt-image-2'))).status).toBe(200);
  });

  it('joins what all of them reach into one list, or tells that it cannot', async () => {
    reaching({ [VEO]: ['veo-3.1', 'shared'], [GPT]: ['gpt-image-2', 'shared'] });
    const proxy = proxyOf(groups, { expose: everything });
    const list = async () => proxy(pageRequest('GET', '/v1/models?capability=video_gen'));
    const { object, data } = (await (await list()).json()) as { object: string; data: { id: string }[] };
    expect([object, data.map(({ id }) => id)]).toEqual(['list', ['veo-3.1', 'shared', 'gpt-image-2']]);
    expect(bench.upstream.requests.map(({ url }) => url)).toEqual(Array(2).fill('/v1/models?capability=video_gen'));
    const { answer } = bench.upstream;
    bench.upstream.answer = (res, request) => (request.headers.authorization?.endsWith(GPT) ? sendJson(res, 500, { error: { type: 'api_error', message: 'Down.' } }) : answer(res, request));
    expect((await list()).status).toBe(500);
    await proxy(pageRequest('GET', '/api/pricing'));
    expect(used().at(-1)).toBe(`/api/pricing ${VEO}`);
  });

  it.each<[string, unknown, unknown]>([
    ['none', {}, /a key for each routing group/],
    ['what is no group', { veo: 'sk-1' }, /a key for each routing group/],
    ['a group without its key', { veo: { models: ['veo-3.1'] } }, /a key for each routing group/],
    ['an empty list', { veo: { apiKey: VEO, models: [] } }, /at least one id/],
    ['a model that two name', { ...groups, more: { apiKey: REST, models: ['veo-3.1'] } }, /two keys for veo-3\.1/],
    ['a key that is none', { veo: { apiKey: 'sk 1' } }, /one line of visible ASCII/],
  ])('is refused at once with %s', (_, keys, message) => {
    expect(() => proxyOf(keys as never)).toThrow(message as RegExp);
  });

  it('stands alone, and of those that are not set it is told which', async () => {
    expect(() => bench.proxy({ apiKey: VEO, keys: groups } as never)).toThrow('exactly one of');
    const proxy = proxyOf({ ...groups, gpt: { apiKey: undefined, models: ['gpt-image-2'] } });
    expect(JSON.stringify(bench.logged)).toContain('`keys.gpt.apiKey` is undefined');
    const refused = await proxy(submit('gpt-image-2'));
    expect([refused.status, (await errorOf(refused)).code]).toEqual([500, 'missing_api_key']);
    expect(bench.events.at(-1)?.reason).toContain('`keys.gpt.apiKey` is undefined');
    reaching({ [VEO]: ['veo-3.1'] });
    expect((await proxy(submit('veo-3.1'))).status).toBe(200);
  });
});
