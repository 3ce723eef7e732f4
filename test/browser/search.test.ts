import { type Client, createClient, taskStore } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { pageEnvironment } from '../../src/core/base/environment.js';
import { internals } from '../../src/core/client/internals.js';
import { createSearchRun } from '../../src/core/search/search-run.js';
import { clipOf } from '../support/search-rig.js';

const PROMPTS = ['A car at dusk', 'A cat on a chair', '海边的灯塔'];
let user = 0;

describe('what is embedded', () => {
  let gateway: SimulatedGateway;
  let scope: string;
  const troubles: unknown[] = [];
  beforeEach(() => {
    gateway = createSimulatedGateway({ speed: 1000 });
    scope = `searcher ${++user}`;
    troubles.length = 0;
  });
  afterEach(() => {
    gateway.dispose();
    localStorage.clear();
  });

  const connect = (options: Partial<Parameters<typeof createClient>[0]> = {}) =>
    createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, scope, onStorageError: (cause) => troubles.push(cause), ...options });
  const fill = (client: Client) => PROMPTS.forEach((prompt, age) => taskStore(client).put(clipOf(prompt, age)));
  const calls = () => gateway.requests.filter(({ path }) => path === '/v1/embeddings').length;

  function search(client: Client) {
    const run = createSearchRun(internals(client));
    onTestFinished(run.subscribe(() => {}));
    run.see({ query: undefined });
    return run;
  }

  const databases = async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.includes(encodeURIComponent(scope)));

  it('is there after a reload, for this user alone, and costs nothing again', async () => {
    const first = connect();
    fill(first);
    await search(first).index();
    expect([calls(), await databases()]).toEqual([1, [`bytespike:1:${encodeURIComponent(scope)}:search`]]);
    const again = search(connect());
    await vi.waitFor(() => expect(again.get()).toMatchObject({ indexed: 3, total: 3, byMeaning: false }));
    await again.index();
    again.ask('automobile');
    await vi.waitFor(() => expect(again.get()).toMatchObject({ basis: 'meaning', results: [{ request: { prompt: 'A car at dusk' } }, {}, {}] }));
    expect(calls()).toBe(2);
    const other = connect({ scope: `${scope}, not` });
    fill(other);
    const stranger = search(other);
    await vi.waitFor(() => expect(stranger.get()).toMatchObject({ indexed: 0, total: 3 }));
    expect(troubles).toEqual([]);
  });

  it('is apart for each model', async () => {
    const first = connect();
    fill(first);
    await search(first).index();
    const other = search(connect());
    other.see({ query: undefined, models: { embedding: 'bge-m3' } });
    await other.index();
    expect([calls(), other.get().indexed]).toEqual([2, 3]);
  });

  it('is embedded once where two tabs wish it at once', async () => {
    const [first, second] = [connect(), connect()];
    fill(first);
    const runs = [search(first), search(second)];
    await Promise.all(runs.map((run) => run.index()));
    expect(runs.map((run) => run.get().indexed)).toEqual([3, 3]);
    expect(calls()).toBe(1);
  });

  it('goes with its entry, and all of it with the user', async () => {
    const first = connect();
    fill(first);
    const run = search(first);
    await run.index();
    const gone = taskStore(first).list()[0]!;
    taskStore(first).remove(gone.outTaskId);
    await vi.waitFor(() => expect(run.get().total).toBe(2));
    taskStore(first).put(gone);
    const again = search(connect());
    await vi.waitFor(() => expect(again.get()).toMatchObject({ indexed: 2, total: 3 }));
    // The other tab looks at it still, and lets go.
    await first.signOut();
    await vi.waitFor(async () => expect(await databases()).toEqual([]));
    expect(troubles).toEqual([]);
  });

  it.each([
    ['nobody is named', { scope: undefined }],
    ['nothing is to be remembered', { storage: null }],
    ['the app has a storage of its own', { storage: sessionStorage }],
  ])('is in memory alone where %s', async (_, options) => {
    const client = connect(options);
    fill(client);
    await search(client).index();
    const before = await indexedDB.databases();
    expect(before.filter(({ name }) => name?.includes('default') || name?.includes(encodeURIComponent(scope)))).toEqual([]);
    taskStore(client).clear();
    expect(troubles).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['refuses at once', () => vi.spyOn(indexedDB, 'open').mockImplementation(() => { throw new DOMException('', 'SecurityError'); })],
    ['refuses what is written', () => vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => { throw new DOMException('', 'QuotaExceededError'); })],
    ['has lost its database', () => vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => { throw new DOMException('', 'InvalidStateError'); })],
  ])('is in memory where storage %s, which is said once', async (_, deny) => {
    deny();
    onTestFinished(() => void vi.restoreAllMocks());
    const client = connect();
    fill(client);
    const run = search(client);
    await run.index();
    run.ask('automobile');
    await vi.waitFor(() => expect(run.get()).toMatchObject({ indexed: 3, basis: 'meaning', error: undefined }));
    expect(troubles).toHaveLength(1);
  });

  it('is in memory where storage never answers, after a moment', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest);
    onTestFinished(() => void vi.restoreAllMocks());
    const waits: { run: () => void; ms: number }[] = [];
    const setTimeout = (run: () => void, ms: number) => (ms === 3000 ? waits.push({ run, ms }) : window.setTimeout(run, ms));
    const clock = { now: () => performance.now(), wallNow: () => Date.now(), setTimeout, clearTimeout: (handle: unknown) => window.clearTimeout(handle as number) };
    const client = connect({ clock, environment: pageEnvironment() });
    fill(client);
    const run = search(client);
    const done = run.index();
    await vi.waitFor(() => expect(waits.length).toBeGreaterThan(0));
    expect(calls()).toBe(0);
    waits.forEach(({ run: end }) => end());
    await done;
    expect(run.get()).toMatchObject({ indexed: 3, error: undefined });
  });
});
