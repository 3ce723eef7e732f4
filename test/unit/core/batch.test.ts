import type { BytespikeError } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import type { BatchInput, BatchRun } from '../../../src/core/batch/states.js';
import { balanceWatchOf } from '../../../src/core/money/balance.js';
import { imageStore } from '../../../src/core/records/image-store.js';
import { taskStore } from '../../../src/core/records/task-store.js';
import { behindOurs, type ImagePages, imagePages, MINUTE, passedOn } from '../../support/image-pages.js';

const SHOTS: BatchInput = { prompts: ['a kettle', 'a cup'], models: ['seedream-v5lite', 'nano-banana'] };
/** So many prompts, each other than the others. */
const prompts = (count: number) => Array.from({ length: count }, (_, at) => `shot ${at}`);
const MANY: BatchInput = { prompts: prompts(20), models: ['seedream-v5lite'] };
const submits = ({ gateway }: ImagePages) => gateway.requests.filter(({ path }) => path === '/v1/tasks/submit').length;
const statuses = (run: BatchRun) => run.get().cells.map(({ status }) => status);
const billed = ({ gateway }: ImagePages) => gateway.ledger.charges.length;
const spent = ({ gateway }: ImagePages) => gateway.ledger.charges.reduce((sum, { amount }) => sum + amount, 0);
const refusal = (work: Promise<unknown>) => work.then(() => undefined, (error: BytespikeError) => error);

async function begun(pages: ImagePages, input: BatchInput) {
  const page = pages.open();
  const run = await page.batch();
  await run.begin(input);
  return { page, run };
}

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

describe('pause, resume, cancel and retry', () => {
  it('pauses what waits, across a reload, and goes on', async () => {
    const pages = passedOn();
    const { page, run } = await begun(pages, { ...MANY, atOnce: 2 });
    await pages.clock.advance(1000);
    run.pause();
    await pages.clock.advance(10 * MINUTE);
    expect(run.get()).toMatchObject({ status: 'paused', counts: { completed: 2, waiting: 18 } });
    page.close();
    const later = await pages.open().batch();
    await pages.clock.advance(10 * MINUTE);
    expect(later.get()).toMatchObject({ status: 'paused', counts: { completed: 2, waiting: 18 } });
    later.resume();
    await pages.clock.advance(20 * MINUTE);
    expect(later.get()).toMatchObject({ status: 'done', counts: { completed: 20 } });
    expect(billed(pages)).toBe(20);
  });

  it('cancels the rest: what waits for nothing, what runs as the gateway says; nothing of it is sent after a reload', async () => {
    const pages = passedOn();
    const { page, run } = await begun(pages, { prompts: prompts(6), models: [{ model: 'veo-3.1-fast', durationSeconds: 4 }], atOnce: 2 });
    await pages.clock.advance(10_000);
    expect(run.get()).toMatchObject({ counts: { running: 2, waiting: 4 }, cost: { cancel: { isFree: false, max: 0.42 } } });
    run.cancel();
    expect(run.get().counts).toMatchObject({ cancelling: 2, cancelled: 4 });
    await pages.clock.advance(MINUTE);
    expect(run.get()).toMatchObject({ status: 'done', counts: { cancelled: 6 } });
    expect(run.get().cost.billed).toBeCloseTo(spent(pages), 9);
    expect(run.get().cost.upTo).toBeCloseTo(spent(pages), 9);
    // It was billed for what was done, and what was paid for is not made anew.
    expect(run.get().cells[0]?.cost.billed).toBe('yes');
    run.retry(run.get().cells[0]!.key);
    run.retry();
    page.close();
    const later = await pages.open().batch();
    await pages.clock.advance(MINUTE);
    expect(later.get().counts).toMatchObject({ cancelled: 6 });
    expect(submits(pages)).toBe(2);
  });

  it('says at once that a cell is being cancelled, in the tab that wishes it', async () => {
    const pages = passedOn();
    await begun(pages, { ...MANY, atOnce: 1 });
    const seen = await pages.open().batch();
    await pages.clock.advance(1000);
    seen.cancel(seen.get().cells[0]!.key);
    expect(seen.get().cells[0]?.status).toBe('cancelling');
  });

  it('cancels one, and makes it all the same when it is asked for again', async () => {
    const pages = passedOn();
    const { run } = await begun(pages, { ...SHOTS, atOnce: 1 });
    const { key } = run.get().cells[3]!;
    run.cancel(key);
    await pages.clock.advance(5 * MINUTE);
    expect(statuses(run)).toEqual(['completed', 'completed', 'completed', 'cancelled']);
    run.retry();
    await pages.clock.advance(5 * MINUTE);
    expect(run.get().cells[3]?.status).toBe('cancelled');
    run.retry(key);
    expect(run.get().cells[3]).toMatchObject({ key, outTaskId: `${key}.2`, status: 'waiting' });
    await pages.clock.advance(5 * MINUTE);
    expect(statuses(run)).toEqual(['completed', 'completed', 'completed', 'completed']);
    expect(billed(pages)).toBe(4);
  });

  it('asks again for what failed and cost nothing, under a key of its own', async () => {
    const pages = passedOn();
    const { run } = await begun(pages, { prompts: ['[fail] a kettle', 'a cup'], models: ['seedream-v5lite'] });
    await pages.clock.advance(5 * MINUTE);
    expect(run.get().cells[0]).toMatchObject({ status: 'failed', cost: { billed: 'no' }, error: { code: 'task_failed' } });
    run.retry();
    await pages.clock.advance(5 * MINUTE);
    expect(run.get().cells.map(({ status, outTaskId }) => `${status} ${outTaskId.split('.').length}`)).toEqual(['failed 3', 'completed 2']);
    expect(billed(pages)).toBe(1);
  });

  it('says of what was refused that it failed, also on the next page, and does not ask again by itself', async () => {
    const pages = passedOn();
    pages.gateway.inject({ kind: 'status', status: 403, processed: false, on: '/v1/tasks/submit' } as never);
    const { page } = await begun(pages, { prompts: ['a kettle'], models: ['seedream-v5lite'] });
    await pages.clock.advance(5 * MINUTE);
    page.close();
    const run = await pages.open().batch();
    await pages.clock.advance(5 * MINUTE);
    expect(run.get().cells[0]).toMatchObject({ status: 'failed', error: { code: 'permission_denied', billed: 'no' } });
    expect(taskStore(page.client).list()).toEqual([]);
  });

  it('is emptied, and what was under way stays in the history', async () => {
    const pages = passedOn();
    const { page, run } = await begun(pages, { ...MANY, atOnce: 2 });
    await pages.clock.advance(1000);
    run.reset();
    await pages.clock.advance(10 * MINUTE);
    expect(run.get().status).toBe('idle');
    expect(submits(pages)).toBe(2);
    expect(taskStore(page.client).list()).toHaveLength(2);
    expect([...Array(pages.storage.length).keys()].map((at) => pages.storage.key(at)).filter((name) => name?.includes('batch'))).toEqual([]);
  });
});

describe('what slows a batch down', () => {
  it('is silent for all cells when the gateway asks one to be, and says until when', async () => {
    const pages = passedOn();
    pages.gateway.inject({ kind: 'rate-limit', seconds: 20, on: 'POST /v1/tasks/submit', times: 2 });
    const { run } = await begun(pages, { ...MANY, atOnce: 4 });
    await pages.clock.advance(1000);
    const at = pages.clock.wallNow() - 1000;
    expect(run.get().waitingFor).toMatchObject({ reason: 'rate-limit' });
    expect(run.get().waitingFor).toHaveProperty('until', at + 20_000);
    expect(submits(pages)).toBe(2);
    await pages.clock.advance(18_000);
    expect(submits(pages)).toBe(2);
    await pages.clock.advance(10 * MINUTE);
    expect(run.get()).toMatchObject({ counts: { completed: 20 }, waitingFor: undefined });
    expect(billed(pages)).toBe(20);
  });

  it('waits again with what was refused for longer than a call waits, and fails none of it', async () => {
    const pages = passedOn();
    pages.gateway.inject({ kind: 'rate-limit', seconds: 90, on: 'POST /v1/tasks/submit', times: 2 });
    const { run } = await begun(pages, SHOTS);
    await pages.clock.advance(1000);
    expect(run.get()).toMatchObject({ counts: { waiting: 4 }, waitingFor: { reason: 'rate-limit' } });
    await pages.clock.advance(80_000);
    expect(submits(pages)).toBe(2);
    await pages.clock.advance(5 * MINUTE);
    expect(run.get().counts.completed).toBe(4);
    expect(billed(pages)).toBe(4);
  });

  it('has fewer under way where the account has no room for more', async () => {
    const pages = passedOn();
    const page = pages.open();
    const run = await page.batch();
    const underWay = () => run.get().counts.queued + run.get().counts.running;
    pages.gateway.inject({ kind: 'concurrency-limit', on: ({ url }) => url.endsWith('/submit') && underWay() >= 3, times: 'always' });
    await run.begin(MANY);
    await pages.clock.advance(60 * MINUTE);
    expect(run.get().counts.completed).toBe(20);
    expect(billed(pages)).toBe(20);
    // Each that ends lets one more be tried; eight at once would be refused all along.
    expect(submits(pages)).toBeLessThan(60);
  });

  it('pauses by itself where money is missing, with why, and goes on when it is resumed', async () => {
    const pages = imagePages({ gateway: { balance: 0.03 } });
    const { page, run } = await begun(pages, { ...MANY, atOnce: 1 });
    await pages.clock.advance(5 * MINUTE);
    expect(run.get()).toMatchObject({ status: 'paused', counts: { completed: 2, failed: 0, waiting: 18 }, error: { code: 'insufficient_balance', billed: 'no' } });
    page.close();
    const later = await pages.open().batch();
    await pages.clock.advance(MINUTE);
    expect(later.get()).toMatchObject({ status: 'paused', error: { code: 'insufficient_balance' } });
    expect(later.get().error).toBe(later.get().error);
  });

  it('waits for a connection, and sends nothing into none', async () => {
    const pages = passedOn();
    const { run } = await begun(pages, { ...MANY, atOnce: 4 });
    pages.page.goOffline();
    await pages.clock.advance(5 * MINUTE);
    expect(run.get()).toMatchObject({ status: 'running', waitingFor: { reason: 'connection' } });
    expect(submits(pages)).toBe(0);
    pages.page.online = true;
    pages.page.wake();
    await pages.clock.advance(10 * MINUTE);
    expect(run.get().counts.completed).toBe(20);
  });

  it('loses sight of few when the way is broken, and finds them again', async () => {
    const pages = passedOn();
    const mend = pages.gateway.inject({ kind: 'refused', times: 'always' });
    const { run } = await begun(pages, MANY);
    await pages.clock.advance(10 * MINUTE);
    expect(run.get()).toMatchObject({ counts: { unknown: 2, waiting: 18 }, waitingFor: { reason: 'connection' } });
    mend();
    await pages.clock.advance(30 * MINUTE);
    expect(run.get().status).toBe('done');
    const { completed, unknown } = run.get().counts;
    expect(completed).toBeGreaterThanOrEqual(18);
    expect(completed + unknown).toBe(20);
    // Never sent: the gateway says that it knows none of them, and a person asks for them once more.
    for (const { key, status } of run.get().cells) if (status === 'unknown') run.retry(key);
    await pages.clock.advance(10 * MINUTE);
    expect(run.get().counts.completed).toBe(20);
    expect(billed(pages)).toBe(20);
  });
});

describe('reloads and tabs', () => {
  it.each([0, 50, 500, 3000, 8000, 15_000, 40_000])('goes on after a reload at %i ms, and pays for each cell once', async (ms) => {
    for (const [via, make] of [['task', passedOn], ['sync', behindOurs]] as const) {
      const pages = make();
      const { page } = await begun(pages, { ...MANY, via });
      await pages.clock.advance(ms);
      page.close();
      const run = await pages.open().batch();
      await pages.clock.advance(60 * MINUTE);
      expect(run.get().counts, via).toMatchObject({ completed: 20 });
      expect(billed(pages)).toBe(20);
      expect(run.get().cost.billed + (run.get().cost.unsettled > 0 ? spent(pages) : 0)).toBeCloseTo(spent(pages), 9);
    }
  });

  it('is sent by one of two tabs, shown by both, and by the other one when that goes', async () => {
    const pages = passedOn();
    const { page, run } = await begun(pages, { ...MANY, atOnce: 3 });
    const other = pages.open();
    const seen = await other.batch();
    await pages.clock.advance(8000);
    other.hear();
    await pages.clock.advance(10);
    expect(statuses(seen)).toEqual(statuses(run));
    const { submitting, queued, running } = run.get().counts;
    expect(submitting + queued + running).toBe(3);
    // What somebody wishes in the one tab is done by the other.
    seen.cancel(seen.get().cells[19]!.key);
    page.hear();
    await pages.clock.advance(1000);
    expect(run.get().cells[19]?.status).toBe('cancelled');
    page.close();
    await pages.clock.advance(20 * MINUTE);
    expect(seen.get().counts).toMatchObject({ completed: 19, cancelled: 1 });
    expect([billed(pages), submits(pages)]).toEqual([19, 19]);
  });

  it('is begun by one of two tabs that begin at once', async () => {
    const pages = passedOn();
    const [one, two] = [await pages.open().batch(), await pages.open().batch()];
    const refused = await Promise.all([one.begin(SHOTS), two.begin(SHOTS)].map(refusal));
    expect(refused).toEqual([undefined, undefined]);
    await pages.clock.advance(10 * MINUTE);
    expect(billed(pages)).toBe(4);
  });

  it('does not make once more what was removed from the history', async () => {
    const pages = passedOn();
    const { page, run } = await begun(pages, { ...MANY, atOnce: 2 });
    await pages.clock.advance(30_000);
    const done = run.get().cells.filter(({ status }) => status === 'completed');
    expect(done.length).toBeGreaterThan(1);
    page.list.remove(done[0]!.outTaskId);
    page.close();
    const later = await pages.open().batch();
    await pages.clock.advance(30 * MINUTE);
    expect(later.get().counts.completed).toBe(20);
    expect(later.get().cells[done[0]!.row]).toMatchObject({ status: 'completed', assets: [], cost: { billed: 'yes' } });
    expect(billed(pages)).toBe(20);
  });

  it('says that nobody knows of what was to be sent, and left no trace', async () => {
    const pages = passedOn();
    pages.gateway.inject({ kind: 'delay', ms: 5000, on: 'POST /v1/tasks/submit' });
    const { page, run } = await begun(pages, { ...SHOTS, atOnce: 1 });
    await pages.clock.advance(500);
    page.close();
    const { outTaskId } = run.get().cells[0]!;
    taskStore(page.client).remove(outTaskId);
    const later = await pages.open().batch();
    await pages.clock.advance(10 * MINUTE);
    expect(later.get().cells[0]).toMatchObject({ status: 'unknown', cost: { billed: 'unknown' }, error: { code: 'outcome_unknown' } });
    expect(later.get().counts.completed).toBe(3);
    expect(submits(pages)).toBe(4);
  });

  it('finds an image of one request where a proxy has kept its answer, and is unknown elsewhere', async () => {
    for (const [make, status] of [[behindOurs, 'completed'], [passedOn, 'unknown']] as const) {
      const pages = make();
      const { page } = await begun(pages, { prompts: ['a kettle'], models: ['seedream-v5lite'], via: 'sync' });
      await pages.clock.advance(1000);
      page.close();
      const run = await pages.open().batch();
      await pages.clock.advance(30 * MINUTE);
      expect(run.get().cells[0]?.status).toBe(status);
      run.retry(run.get().cells[0]!.key);
      run.retry();
      await pages.clock.advance(30 * MINUTE);
      expect(billed(pages)).toBe(1);
      expect(imageStore(page.client).list()).toHaveLength(1);
    }
  });

  it('looks once, by itself, for an image whose answer nobody can read', async () => {
    const pages = behindOurs();
    pages.gateway.inject({ kind: 'wrong-types', on: 'POST /v1/images/generations' });
    const { run } = await begun(pages, { prompts: ['a kettle'], models: ['seedream-v5lite'], via: 'sync' });
    await pages.clock.advance(60 * MINUTE);
    expect(run.get()).toMatchObject({ status: 'done', counts: { unknown: 1 } });
    expect(pages.proxied.requests.length).toBeLessThan(30);
    expect(billed(pages)).toBe(1);
  });

  it('has what came of an image that somebody stopped, once it is asked for, where a proxy has kept its answer', async () => {
    const pages = behindOurs();
    const { run } = await begun(pages, { prompts: ['a kettle'], models: ['seedream-v5lite'], via: 'sync' });
    await pages.clock.advance(1000);
    const { key } = run.get().cells[0]!;
    run.cancel(key);
    await pages.clock.advance(10 * MINUTE);
    expect(run.get()).toMatchObject({ status: 'done', counts: { unknown: 1 }, cost: { unsettled: 1 } });
    run.retry(key);
    await pages.clock.advance(10 * MINUTE);
    expect(run.get().counts.completed).toBe(1);
    expect(billed(pages)).toBe(1);
  });

  it('shows nothing of a plan that is damaged, and leaves its cells in the history', async () => {
    const pages = passedOn();
    const { page } = await begun(pages, SHOTS);
    await pages.clock.advance(10 * MINUTE);
    page.close();
    const name = [...Array(pages.storage.length).keys()].map((at) => pages.storage.key(at)).find((key) => key?.includes(':slot:batch shots'))!;
    pages.storage.setItem(name, pages.storage.getItem(name)!.slice(0, 40));
    const next = pages.open();
    const run = await next.batch();
    expect(run.get().status).toBe('idle');
    expect(taskStore(next.client).list()).toHaveLength(4);
    await run.begin(SHOTS);
    expect(run.get().status).toBe('running');
  });
});
