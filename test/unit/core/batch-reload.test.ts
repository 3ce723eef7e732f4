import { describe, expect, it, vi } from 'vitest';
import { imageStore } from '../../../src/core/records/image-store.js';
import { taskStore } from '../../../src/core/records/task-store.js';
import { begun, billed, MANY, refusal, SHOTS, spent, statuses, submits } from '../../support/batch-rig.js';
import { behindOurs, MINUTE, passedOn } from '../../support/image-pages.js';

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

  it('says of an image how long it took since it was sent, whichever page had its answer', async () => {
    const pages = behindOurs();
    const sentAt = pages.clock.wallNow();
    const { page } = await begun(pages, { ...MANY, via: 'sync' });
    await pages.clock.advance(3000);
    page.close();
    const run = await pages.open().batch();
    await pages.clock.advance(60 * MINUTE);
    const { outTaskId, progress } = run.get().cells[0]!;
    expect(progress.submittedAt).toBe(sentAt);
    expect(imageStore(page.client).get(outTaskId)?.snapshot).toMatchObject({ submittedAt: sentAt, completedAt: progress.endedAt });
  });

  it('is sent by one of two tabs, shown by both, and by the other one when that goes', async () => {
    const pages = passedOn();
    const { page, run } = await begun(pages, { ...MANY, atOnce: 3 });
    const other = pages.open();
    const sent = vi.spyOn(other.client.tasks, 'submit');
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
    expect(sent).not.toHaveBeenCalled();
    page.close();
    await pages.clock.advance(20 * MINUTE);
    expect(sent).toHaveBeenCalled();
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
