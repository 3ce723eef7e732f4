import type { Fault } from 'bytespike-react/testing';
import { describe, expect, it } from 'vitest';
import { taskStore } from '../../../src/core/records/task-store.js';
import { ANSWERED_MS, placeOf, searchRig, type SearchRig, SHOTS } from '../../support/search-rig.js';

const PROXY = { proxied: { proxy: { text: { models: ['bge-large-zh-v1.5', 'bge-reranker-v2-m3'], maxTokens: 100 } } } };
const LONG_MS = 120_000;

async function indexed(rig: SearchRig): Promise<void> {
  const done = rig.run.index();
  await rig.clock.advance(LONG_MS);
  await done;
}

const broken = async (fault: Fault) => {
  const rig = await searchRig();
  await indexed(rig);
  rig.gateway.inject(fault);
  return rig;
};

describe('a search without the endpoints', () => {
  it.each([
    ['the gateway', { gateway: { embeddings: false } }, 'not_found'],
    ['our proxy, where text is closed', { proxied: {} }, 'not_found'],
    ['our proxy, which lists other models', { proxied: { proxy: { text: { models: ['claude-haiku-4-5'], maxTokens: 100 } } } }, undefined],
  ])('goes by the words before %s, says why, and asks once', async (_, options, code) => {
    const rig = await searchRig(SHOTS, options);
    await indexed(rig);
    expect(rig.run.get()).toMatchObject({ indexed: 0, total: 6, indexing: false, error: { billed: 'no', ...(code && { code }) } });
    expect(await rig.find('kettle')).toEqual(SHOTS.slice(4));
    await rig.find('kettles');
    expect(rig.run.get()).toMatchObject({ status: 'done', basis: 'text', reranked: false, error: { billed: 'no' } });
    const requests = () => ('proxied' in options ? rig.proxied.requests : rig.gateway.requests).length;
    expect(requests()).toBe(1);
    await indexed(rig);
    expect(requests()).toBe(2);
  });

  it('of the second model alone goes by meaning, and says that nothing was put into order', async () => {
    const rig = await broken({ kind: 'status', status: 404, times: 'always', on: '/v1/rerank' });
    expect((await rig.find('automobile'))[0]).toBe('A car at dusk');
    expect(rig.run.get()).toMatchObject({ basis: 'meaning', reranked: false });
    expect(rig.run.get().error).toBeDefined();
  });

  it('asks no second model where none is named', async () => {
    const rig = await searchRig();
    await rig.see({ models: { rerank: null }, automatic: true });
    expect((await rig.find('automobile'))[0]).toBe('A car at dusk');
    expect(rig.run.get()).toMatchObject({ basis: 'meaning', reranked: false, error: undefined });
    expect(rig.calls()).toEqual(['embeddings', 'embeddings']);
  });
});

describe('a search before our proxy', () => {
  it('is the same', async () => {
    const rig = await searchRig(SHOTS, PROXY);
    await indexed(rig);
    expect((await rig.find('automobile'))[0]).toBe('A car at dusk');
    expect(rig.run.get()).toMatchObject({ basis: 'meaning', reranked: true, error: undefined });
  });

  it('fits into what the proxy takes, however long the prompts are', async () => {
    const prompts = [...Array(60).keys()].map((number) => `第${number}个水壶`.padEnd(2000, '很"长'));
    const rig = await searchRig(prompts, PROXY);
    await indexed(rig);
    expect(rig.run.get()).toMatchObject({ indexed: 60, error: undefined });
    await rig.find('kettle');
    expect(rig.run.get()).toMatchObject({ basis: 'meaning', reranked: true, error: undefined });
  });
});

describe('a search that fails', () => {
  it('offline goes by the words, asks nothing, and by meaning again with the next search', async () => {
    const rig = await searchRig();
    await indexed(rig);
    const before = rig.calls().length;
    rig.page.online = false;
    expect(await rig.find('kettle')).toEqual(SHOTS.slice(4));
    expect(rig.run.get()).toMatchObject({ status: 'done', basis: 'text', error: { code: 'offline', billed: 'no' } });
    expect(rig.calls()).toHaveLength(before);
    rig.page.online = true;
    await rig.find('automobile');
    expect(rig.run.get()).toMatchObject({ basis: 'meaning', error: undefined });
  });

  it.each<[Fault, object]>([
    [{ kind: 'reset-after-body', on: '/v1/embeddings' }, { code: 'network_error', billed: 'unknown' }],
    [{ kind: 'refused', on: '/v1/embeddings' }, { code: 'network_error', billed: 'unknown' }],
  ])('by %j goes by the words, and asks the same no second time', async (fault, error) => {
    const rig = await broken(fault);
    expect(await rig.find('kettle')).toEqual(SHOTS.slice(4));
    expect(rig.run.get()).toMatchObject({ status: 'done', basis: 'text', error });
    const before = rig.calls().length;
    taskStore(rig.client).put({ ...taskStore(rig.client).list()[0]! });
    await rig.clock.advance(ANSWERED_MS);
    expect(rig.calls()).toHaveLength(before);
    await rig.find('automobile');
    expect(rig.run.get()).toMatchObject({ basis: 'meaning', error: undefined });
  });

  it('waits as long as it is told to where it came too fast', async () => {
    const rig = await broken({ kind: 'rate-limit', seconds: 3, on: '/v1/embeddings' });
    rig.run.ask('automobile');
    await rig.clock.advance(2500);
    expect(rig.run.get().status).toBe('searching');
    await rig.clock.advance(ANSWERED_MS);
    expect(rig.run.get()).toMatchObject({ status: 'done', basis: 'meaning', error: undefined });
  });

  it('half-way through its texts keeps those that came, and goes on where it is asked to', async () => {
    const prompts = [...Array(40).keys()].map((number) => `A kettle, number ${number}`);
    const rig = await searchRig(prompts);
    const done = rig.run.index();
    await rig.clock.advance(10);
    rig.gateway.inject({ kind: 'reset-after-body', on: '/v1/embeddings' });
    await rig.clock.advance(ANSWERED_MS);
    await done;
    expect(rig.run.get()).toMatchObject({ indexed: 32, total: 40, indexing: false, error: { billed: 'unknown' } });
    await indexed(rig);
    expect(rig.run.get()).toMatchObject({ indexed: 40, error: undefined });
    expect(rig.calls()).toHaveLength(3);
  });

  it.each([
    ['none', { data: [] }],
    ['a vector of nothing', { data: [{ index: 0, embedding: [0, 0] }] }],
    ['a vector with a hole', { data: [{ index: 0, embedding: [1, null, 'a'] }] }],
    ['no object', []],
  ])('for an answer with %s says that it cannot be read', async (_, body) => {
    const rig = await searchRig(['A kettle'], { intercept: () => Response.json(body) });
    await indexed(rig);
    expect(rig.run.get()).toMatchObject({ indexed: 0, error: { code: 'invalid_response', billed: 'unknown' } });
    expect(await rig.find('kettle')).toEqual(['A kettle']);
    expect(rig.run.get().basis).toBe('text');
  });
});

describe('what is forgotten', () => {
  let answering: (request: Request) => Promise<Response>;

  it('is what is removed from the history, and what is of a user that signs out', async () => {
    const rig = await searchRig();
    await indexed(rig);
    const store = taskStore(rig.client);
    const record = store.list()[0]!;
    store.remove(record.outTaskId);
    await rig.clock.advance(ANSWERED_MS);
    store.put(record);
    await rig.clock.advance(ANSWERED_MS);
    expect(rig.run.get()).toMatchObject({ indexed: 5, total: 6 });
    await rig.find('automobile');
    const calls = rig.calls().length;
    await rig.client.signOut();
    await rig.clock.advance(ANSWERED_MS);
    expect(rig.run.get()).toMatchObject({ results: [], indexed: 0, total: 0 });
    store.put(record);
    rig.run.stop();
    await rig.clock.advance(ANSWERED_MS);
    expect([rig.run.get().indexed, rig.calls().length]).toEqual([0, calls]);
    const other = await placeOf(rig.client, rig.clock);
    await other.see({ automatic: true, query: 'automobile' });
    // The query as well.
    expect(rig.calls().slice(calls)).toEqual(['embeddings', 'embeddings']);
  });

  it.each([
    ['can be stopped', {}],
    // As one that an app has made itself.
    ['knows of no stop', { client: { fetch: (request: Request) => answering(new Request(request, { signal: new AbortController().signal })) } }],
  ])('is also what comes after it: nothing of an answer is kept that was on its way, by a connection that %s', async (_, options) => {
    const rig = await searchRig(SHOTS, options);
    answering = rig.gateway.fetch;
    void rig.run.index();
    await rig.clock.advance(50);
    const records = taskStore(rig.client).list();
    await rig.client.signOut();
    records.forEach((record) => taskStore(rig.client).put(record));
    await rig.clock.advance(ANSWERED_MS);
    expect(rig.run.get()).toMatchObject({ indexed: 0, total: 6 });
  });

  it('is no text that another entry has as well', async () => {
    const rig = await searchRig(['A kettle', 'A kettle']);
    await indexed(rig);
    const store = taskStore(rig.client);
    store.remove(store.list()[0]!.outTaskId);
    await rig.clock.advance(ANSWERED_MS);
    expect(rig.run.get()).toMatchObject({ indexed: 1, total: 1 });
  });
});
