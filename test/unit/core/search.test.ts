import { describe, expect, it } from 'vitest';
import { taskStore } from '../../../src/core/records/task-store.js';
import { ANSWERED_MS, clipOf, clipsOf, placeOf, searchRig, SHOTS } from '../../support/search-rig.js';

const embedded = async (...given: Parameters<typeof searchRig>) => {
  const rig = await searchRig(...given);
  const done = rig.run.index();
  await rig.clock.advance(ANSWERED_MS);
  await done;
  return rig;
};

describe('a search that nobody asked for by meaning', () => {
  it('goes by the words, asks for nothing, and says how much there is to embed', async () => {
    const { run, find, calls } = await searchRig();
    expect(run.get()).toMatchObject({ status: 'idle', query: '', basis: 'text', byMeaning: false, indexed: 0, total: 6, error: undefined });
    expect(run.get().results).toHaveLength(6);
    expect(await find('KÉTTLE blue')).toEqual(SHOTS.slice(4));
    expect(run.get()).toMatchObject({ status: 'done', query: 'KÉTTLE blue', basis: 'text', reranked: false });
    expect(await find('automobile')).toEqual([]);
    expect(await find('灯塔海边')).toEqual(['海边的灯塔']);
    expect(calls()).toEqual([]);
  });

  it('keeps to its limit, and to those among which it is asked', async () => {
    const { run, see, found, client } = await searchRig();
    await see({ query: 'a', limit: 2 });
    expect(found()).toEqual(SHOTS.slice(0, 2));
    run.ask('a', taskStore(client).list().slice(2, 3));
    expect(found()).toEqual(['A cat on a chair']);
  });
});

describe('a search by meaning', () => {
  it('embeds each text once, and finds other words and other languages', async () => {
    const { run, find, calls, gateway } = await embedded([...SHOTS, 'A cat  on a chair']);
    expect(run.get()).toMatchObject({ byMeaning: true, indexing: false, indexed: 6, total: 6 });
    expect(calls()).toEqual(['embeddings']);
    expect((await find('automobile at sunset'))[0]).toBe('A car at dusk');
    expect(run.get()).toMatchObject({ status: 'done', basis: 'meaning', reranked: true, error: undefined });
    expect((await find('a lighthouse by the sea'))[0]).toBe('海边的灯塔');
    expect((await find('椅子上的猫')).slice(0, 2)).toEqual(['A cat on a chair', 'A cat  on a chair']);
    // The second model knows which of the two is red.
    expect((await find('red kettle'))[0]).toBe('A red kettle on a blue table');
    expect((await find('blue kettle'))[0]).toBe('A blue kettle on a red table');
    expect(calls()).toEqual(['embeddings', ...Array(5).fill(['embeddings', 'rerank']).flat()]);
    expect(gateway.ledger.charges).toHaveLength(11);
  });

  it('asks once for what is typed, after the last letter, and shows what the words find until then', async () => {
    const { run, clock, calls, found } = await embedded();
    for (const query of ['k', 'ke', 'kett']) {
      run.ask(query);
      await clock.advance(200);
    }
    expect(run.get()).toMatchObject({ status: 'searching', basis: 'text' });
    expect(found()).toEqual(SHOTS.slice(4));
    expect(calls()).toHaveLength(1);
    await clock.advance(ANSWERED_MS);
    expect([run.get().basis, calls().length]).toEqual(['meaning', 3]);
  });

  it('shows nothing of an older question, and stops it', async () => {
    const { run, clock, calls, found } = await embedded();
    run.ask('automobile');
    await clock.advance(350);
    expect(calls()).toHaveLength(2);
    run.ask('feline');
    await clock.advance(100);
    expect(run.get()).toMatchObject({ query: 'feline', basis: 'text', results: [] });
    await clock.advance(ANSWERED_MS);
    expect(found()[0]).toBe('A cat on a chair');
    expect(calls().slice(1)).toEqual(['embeddings', 'embeddings', 'rerank']);
  });

  it('pays nothing for what it was asked before', async () => {
    const { run, find, calls, clock, client } = await embedded();
    await find('automobile');
    await find('feline');
    const before = calls().length;
    run.ask('automobile');
    await clock.advance(10);
    expect(run.get()).toMatchObject({ status: 'done', basis: 'meaning' });
    const other = await placeOf(client, clock);
    await other.see({ automatic: true, query: 'automobile' });
    expect(other.run.get().basis).toBe('meaning');
    expect(calls()).toHaveLength(before);
  });

  it('embeds what is made later with the next search, and has only that put into order', async () => {
    const bodies: string[] = [];
    const intercept = (request: Request) => {
      void request.clone().text().then((text) => bodies.push(text));
      return false as const;
    };
    const { run, clock, client, calls, find } = await embedded(SHOTS, { intercept });
    await find('automobile');
    await find('');
    taskStore(client).put(clipOf('An old motorcar in the rain', 0, `bs_${'f'.repeat(32)}`));
    await clock.advance(ANSWERED_MS);
    expect(run.get()).toMatchObject({ status: 'idle', indexed: 6, total: 7 });
    expect(calls()).toHaveLength(3);
    expect(await find('automobile')).toContain('An old motorcar in the rain');
    expect(run.get()).toMatchObject({ indexed: 7, total: 7, basis: 'meaning' });
    expect(calls().slice(3)).toEqual(['embeddings', 'rerank']);
    expect(JSON.parse(bodies.at(-1) ?? '')).toEqual({ model: 'bge-reranker-v2-m3', query: 'automobile', documents: ['An old motorcar in the rain'] });
  });

  it('shows records as they are now, in the order that was found, and asks no more', async () => {
    const { run, clock, client, calls, find } = await embedded();
    await find('automobile');
    const before = run.get();
    const store = taskStore(client);
    const record = store.list()[0]!;
    store.put({ ...record, snapshot: { ...record.snapshot!, progress: 1 } as typeof record.snapshot });
    await clock.advance(ANSWERED_MS);
    expect(run.get().results[0]).toBe(store.get(record.outTaskId));
    expect(run.get().results.slice(1)).toEqual(before.results.slice(1));
    store.remove(record.outTaskId);
    await clock.advance(ANSWERED_MS);
    expect(run.get().results.map(({ outTaskId }) => outTaskId)).not.toContain(record.outTaskId);
    expect(calls()).toHaveLength(3);
  });

  it('says nothing new by the same state', async () => {
    const { run, clock, find } = await embedded();
    await find('automobile');
    const state = run.get();
    run.see({ query: undefined, models: { embedding: undefined, rerank: undefined }, automatic: undefined });
    await clock.advance(ANSWERED_MS);
    expect(run.get()).toBe(state);
  });

  it('finds by a caption, which is embedded beside the prompt', async () => {
    const { run, clock, see, find } = await searchRig(['Shot 12', 'Shot 13']);
    const [first] = run.get().results;
    await see({ captions: { [first!.outTaskId]: 'A lighthouse in the fog' } });
    expect(run.get()).toMatchObject({ total: 3 });
    expect(await find('fog')).toEqual(['Shot 12']);
    void run.index();
    await clock.advance(ANSWERED_MS);
    expect(run.get()).toMatchObject({ indexed: 3, total: 3, basis: 'meaning' });
    expect((await find('大雾'))[0]).toBe('Shot 12');
  });

  it('stops when it is told to, and keeps what it has', async () => {
    const { run, find, calls } = await embedded();
    run.stop();
    await find('automobile');
    expect(run.get()).toMatchObject({ basis: 'text', byMeaning: false, results: [], indexed: 6 });
    expect(calls()).toHaveLength(1);
  });

  it('searches what it is given in place of the history', async () => {
    const { find, see, calls } = await searchRig();
    await see({ tasks: clipsOf(['An automobile', 'A house']), automatic: true });
    expect(calls()).toEqual([]);
    expect((await find('a car')).slice(0, 1)).toEqual(['An automobile']);
    expect(calls()).toEqual(['embeddings', 'embeddings', 'rerank']);
  });

  it('embeds many in calls of 32, each text once where two places wish it', async () => {
    const prompts = [...Array(70).keys()].map((number) => `A kettle, number ${number}`);
    const { run, client, clock, calls } = await searchRig(prompts);
    const other = await placeOf(client, clock);
    const seen: number[] = [];
    const leave = run.subscribe(() => seen.push(run.get().indexed));
    const both = [run.index(), other.run.index()];
    await clock.advance(ANSWERED_MS);
    await Promise.all(both);
    leave();
    expect(calls()).toEqual(['embeddings', 'embeddings', 'embeddings']);
    expect([...new Set(seen)]).toEqual([0, 32, 64, 70]);
    expect(other.run.get()).toMatchObject({ indexed: 70, indexing: false });
  });

  it('embeds no further once nobody looks', async () => {
    const prompts = [...Array(70).keys()].map((number) => `A kettle, number ${number}`);
    const { client, clock, gateway } = await searchRig(prompts);
    const { createSearchRun } = await import('../../../src/core/search/search-run.js');
    const run = createSearchRun(client);
    const leave = run.subscribe(() => {});
    void run.index();
    await clock.advance(10);
    leave();
    await clock.advance(ANSWERED_MS);
    expect(gateway.requests).toHaveLength(1);
  });
});
