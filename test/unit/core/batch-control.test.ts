import { describe, expect, it } from 'vitest';
import { taskStore } from '../../../src/core/records/task-store.js';
import { begun, billed, MANY, prompts, SHOTS, spent, statuses, submits } from '../../support/batch-rig.js';
import { imagePages, MINUTE, passedOn } from '../../support/image-pages.js';

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
