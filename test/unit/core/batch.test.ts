import { describe, expect, it } from 'vitest';
import type { BatchInput } from '../../../src/core/batch/states.js';
import { balanceWatchOf } from '../../../src/core/money/balance.js';
import { begun, billed, MANY, prompts, refusal, SHOTS, spent, statuses, submits } from '../../support/batch-rig.js';
import { behindOurs, imagePages, MINUTE, passedOn } from '../../support/image-pages.js';

describe('a batch', () => {
  it('makes each prompt by each model, row by row, and says what it cost', async () => {
    const pages = passedOn();
    const run = await pages.open().batch();
    expect(run.get().status).toBe('idle');
    await run.begin(SHOTS);
    expect(run.get()).toMatchObject({ status: 'running', counts: { waiting: 4 }, progress: 0, cost: { billed: 0, cancel: { isFree: true, max: 0 } } });
    expect(pages.gateway.requests).toEqual([]);
    await pages.clock.advance(5 * MINUTE);
    const { cells, ...state } = run.get();
    expect(cells.map(({ prompt, model, row, column, status }) => [prompt, model, row, column, status])).toEqual([
      ['a kettle', 'seedream-v5lite', 0, 0, 'completed'],
      ['a kettle', 'nano-banana', 0, 1, 'completed'],
      ['a cup', 'seedream-v5lite', 1, 0, 'completed'],
      ['a cup', 'nano-banana', 1, 1, 'completed'],
    ]);
    expect(cells.every(({ assets }) => assets[0]?.kind === 'image')).toBe(true);
    expect(state).toMatchObject({ status: 'done', progress: 1, counts: { completed: 4 }, cost: { unsettled: 0, cancel: { isFree: true } }, waitingFor: undefined, error: undefined });
    expect(state.cost.billed).toBeCloseTo(spent(pages), 9);
    expect(state.cost.upTo).toBeCloseTo(spent(pages), 9);
    expect(billed(pages)).toBe(4);
  });

  it.each([
    ['clips and images as tasks', 'task', [2, 1, 0]],
    ['images by one request each', 'sync', [1, 1, 1]],
  ] as const)('makes %s, and the history lists them', async (_, via, [tasks, chat, images]) => {
    const pages = behindOurs();
    const { page, run } = await begun(pages, { prompts: ['a kettle'], models: [{ model: 'veo-3.1-fast', durationSeconds: 4 }, 'seedream-v5lite', 'gpt-4o-image'], via });
    await pages.clock.advance(10 * MINUTE);
    expect(statuses(run)).toEqual(['completed', 'completed', 'completed']);
    expect(run.get().cells.map(({ assets }) => assets[0]?.kind)).toEqual(['video', 'image', 'image']);
    expect(submits(pages)).toBe(tasks);
    expect(pages.gateway.requests.filter(({ path }) => path === '/v1/chat/completions')).toHaveLength(chat);
    expect(pages.gateway.requests.filter(({ path }) => path === '/v1/images/generations')).toHaveLength(images);
    page.list.subscribe(() => {});
    expect(page.list.get().map(({ outTaskId }) => outTaskId).sort()).toEqual(run.get().cells.map(({ outTaskId }) => outTaskId).sort());
  });

  it('makes each model with each of the params; what is asked of one model alone goes before', async () => {
    const run = await passedOn().open().batch();
    await run.begin({ prompts: ['a kettle'], models: ['nano-banana', { model: 'seedream-v5lite', size: '1024x1024' }], params: [{ size: '1024x1536' }, { n: 2 }] });
    expect(run.get().columns).toEqual([
      { model: 'nano-banana', size: '1024x1536' },
      { model: 'nano-banana', n: 2 },
      { model: 'seedream-v5lite', size: '1024x1024' },
      { model: 'seedream-v5lite', size: '1024x1024', n: 2 },
    ]);
    expect(run.get().cells.map(({ estimate }) => estimate?.exact)).toEqual([false, true, true, true]);
  });

  it('gives the same cell for the same state, and the same state for no news', async () => {
    const pages = passedOn();
    const { page, run } = await begun(pages, SHOTS);
    await pages.clock.advance(5 * MINUTE);
    const before = run.get();
    page.hear();
    await pages.clock.advance(MINUTE);
    expect(run.get()).toBe(before);
    run.retry();
    expect(run.get()).toBe(before);
  });

  it.each([
    ['task', 3, 2],
    ['sync', 8, 2],
  ] as const)('has few under way at once, of which two hold a connection: via %s', async (via, atOnce, calls) => {
    const pages = behindOurs();
    const { run } = await begun(pages, { ...MANY, atOnce, via });
    let [most, mostCalls] = [0, 0];
    run.subscribe(() => {
      const { submitting, queued, running } = run.get().counts;
      most = Math.max(most, submitting + queued + running);
      mostCalls = Math.max(mostCalls, via === 'sync' ? running : submitting);
    });
    await pages.clock.advance(20 * MINUTE);
    expect([most, mostCalls]).toEqual([via === 'sync' ? calls : atOnce, calls]);
    expect(run.get().counts.completed).toBe(20);
  });

  it('has a cell written down before its request leaves', async () => {
    const pages = passedOn();
    const names = () => [...Array(pages.storage.length).keys()].map((at) => pages.storage.key(at)!.replace(/bs_[0-9a-f]+/, 'id').split(':').slice(3).join(':'));
    const written: string[][] = [];
    pages.gateway.inject({ kind: 'refused', times: 'always', on: ({ url }) => url.endsWith('/submit') && written.push(names()) < 0 });
    await begun(pages, { prompts: ['a kettle'], models: ['seedream-v5lite'] });
    await pages.clock.advance(MINUTE);
    expect(written).toHaveLength(1);
    expect(written[0]?.sort()).toEqual(['slot:batch note id.0', 'slot:batch shots', 'task:id.0']);
  });

  it('goes on while nobody looks', async () => {
    const pages = passedOn();
    const { run } = await begun(pages, MANY);
    await pages.clock.advance(10 * MINUTE);
    expect(billed(pages)).toBe(20);
    expect(run.get().status).toBe('done');
  });
});

describe('a batch that is refused before anything is sent', () => {
  it.each<[string, Partial<BatchInput>, RegExp]>([
    ['has no prompts', { prompts: [] }, /no prompt/],
    ['has no models', { models: [] }, /No model was chosen/],
    ['has an empty list of params', { params: [] }, /list of params is empty/],
    ['has too many cells', { prompts: prompts(101), models: ['nano-banana', 'seedream-v5lite'] }, /202 cells.*200 at most/],
    ['has a model that nobody knows', { models: ['nano-banana', 'nano-banano'] }, /Row 1, column 2 \("a kettle" by nano-banano, and 1 more\): The catalog knows no model "nano-banano"/],
    ['has an empty prompt', { prompts: ['a kettle', ' '] }, /Row 2, column 1 .* and 1 more\): The prompt is empty/],
    ['asks for what a model does not have', { params: { size: '17x4' } }, /Row 1, column 1 .*has no size "17x4"/],
    ['asks an image for what only clips have', { params: { durationSeconds: 4 } }, /makes images and takes no durationSeconds/],
    ['asks a clip for what only images have', { models: ['veo-3.1-fast'], params: { size: '1024x1024' } }, /makes clips and takes no size/],
    ['has none at once', { atOnce: 0 }, /atOnce/],
    ['has another way', { via: 'post' as 'task' }, /via/],
  ])('says what, why and which cells: it %s', async (_, change, message) => {
    const pages = passedOn();
    const run = await pages.open().batch();
    const input = { ...SHOTS, ...change };
    expect(run.preview(input)?.problems).not.toEqual([]);
    expect(await refusal(run.begin(input))).toMatchObject({ code: 'invalid_param', billed: 'no', message: expect.stringMatching(message) });
    await pages.clock.advance(MINUTE);
    expect(pages.gateway.requests).toEqual([]);
    expect(run.get().status).toBe('idle');
  });

  it('is one that costs more than there is', async () => {
    const pages = imagePages({ gateway: { balance: 0.05 } });
    const page = pages.open();
    const run = await page.batch();
    // Where nobody looks at the balance, nobody knows it, and the gateway decides.
    expect(run.preview(MANY)).toMatchObject({ max: 0.24, shortfall: 0 });
    balanceWatchOf(page.client).subscribe(() => {});
    await page.client.balance();
    await pages.clock.advance(0);
    expect(run.preview(MANY)).toMatchObject({ max: 0.24, shortfall: 0.19, exact: true });
    expect(await refusal(run.begin(MANY))).toMatchObject({ code: 'insufficient_balance', message: expect.stringContaining('$0.24') });
    expect(submits(pages)).toBe(0);
  });

  it('is another one while one is under way; the same once more is one', async () => {
    const pages = passedOn();
    const { run } = await begun(pages, SHOTS);
    await pages.clock.advance(1000);
    await run.begin({ ...SHOTS });
    expect(await refusal(run.begin(MANY))).toMatchObject({ code: 'invalid_param', field: 'persist' });
    await pages.clock.advance(5 * MINUTE);
    expect(billed(pages)).toBe(4);
    await run.begin(MANY);
    expect(run.get().cells).toHaveLength(20);
  });
});

describe('the price of a batch', () => {
  it('is exact, up to, or unknown of some', async () => {
    const run = await passedOn().open().batch();
    expect(run.preview(SHOTS)).toMatchObject({ cells: 4, min: 0.064, max: 0.064, exact: true, unpriced: 0, source: 'built-in', shortfall: 0, problems: [] });
    expect(run.preview({ ...SHOTS, params: { size: '1024x1536' } })).toMatchObject({ exact: false });
    expect(run.preview({ prompts: ['a'], models: ['nobody', 'nano-banana'] })).toMatchObject({ cells: 2, max: 0.02, exact: false, unpriced: 1 });
  });
});
