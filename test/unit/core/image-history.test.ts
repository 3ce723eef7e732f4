import { describe, expect, it, vi } from 'vitest';
import { sleep } from '../../../src/core/base/clock.js';
import { balanceWatchOf } from '../../../src/core/money/balance.js';
import { createImageEditRun } from '../../../src/core/places/image-run.js';
import { type ImageRecord, imageStore } from '../../../src/core/records/image-store.js';
import { taskStore } from '../../../src/core/records/task-store.js';
import { maskOf } from '../../support/mask-files.js';
import { pictureOf } from '../../support/pictures.js';
import { type ImagePage, imagePages } from '../../support/image-pages.js';

const request = { model: 'seedream-v5lite', prompt: 'tide' } as const;
const MINUTE = 60_000;
const slot = {};

const statuses = ({ list }: ImagePage) => list.get().map(({ snapshot }) => snapshot?.status);
const draw = ({ run }: ImagePage, prompt: string = request.prompt) => run.generate({ ...request, prompt }).catch(() => {});

describe('a synchronous image in the history', () => {
  it('stands there from before its request leaves until it is removed', async () => {
    const pages = imagePages();
    const page = pages.open({ slot });
    page.list.subscribe(() => {});
    const { generate } = page.client.images;
    page.client.images.generate = async (...call) => {
      expect(imageStore(page.client).list()).toMatchObject([{ snapshot: { status: 'running' } }]);
      return generate(...call);
    };
    const createdAt = pages.clock.wallNow();
    void draw(page);
    await pages.clock.advance(100);
    expect(page.list.get()).toMatchObject([{ version: 1, via: 'sync', request, createdAt, snapshot: { status: 'running', cost: { billed: 'no' } } }]);
    expect(page.list.get()[0]?.taskId).toBeUndefined();
    await pages.clock.advance(MINUTE);
    expect(page.list.get()).toMatchObject([{ snapshot: { status: 'completed', assets: [{ kind: 'image' }], cost: { billed: 'yes', estimated: 0.012, estimatedBy: 'catalog' } } }]);
    page.list.remove(page.list.get()[0]!.outTaskId);
    await pages.clock.advance(1000);
    expect(page.list.get()).toEqual([]);
    expect(pages.storage.entries.size).toBe(0);
  });

  it('stands among tasks in the order in which they were asked for', async () => {
    const pages = imagePages();
    const page = pages.open({ slot });
    page.list.subscribe(() => {});
    for (const submit of [() => draw(page, 'one'), () => page.client.tasks.submit({ model: 'veo-3.1-fast', prompt: 'two', durationSeconds: 4 }), () => draw(page, 'three')]) {
      void submit();
      await pages.clock.advance(MINUTE);
    }
    expect(page.list.get().map(({ request: { prompt } }) => prompt)).toEqual(['three', 'two', 'one']);
    expect(taskStore(page.client).list()).toHaveLength(1);
    expect(statuses(page)).toEqual(['completed', 'completed', 'completed']);
    taskStore(page.client).clear();
    await pages.clock.advance(1000);
    expect(page.list.get()).toEqual([]);
    expect(pages.storage.entries.size).toBe(0);
  });

  it('keeps its identity while it says the same', async () => {
    const pages = imagePages();
    const page = pages.open({ slot });
    page.list.subscribe(() => {});
    void draw(page);
    await pages.clock.advance(MINUTE);
    const [before] = page.list.get();
    void draw(page, 'ebb');
    await pages.clock.advance(MINUTE);
    expect(page.list.get()[1]).toBe(before);
  });

  it('is not brought back by its end once it was removed', async () => {
    const pages = imagePages();
    const page = pages.open({ slot: { persist: 'cover' } });
    void draw(page);
    await pages.clock.advance(500);
    imageStore(page.client).remove(imageStore(page.client).list()[0]!.outTaskId);
    await pages.clock.advance(MINUTE);
    expect(page.run.get().status).toBe('success');
    expect(imageStore(page.client).list()).toEqual([]);
  });

  it.each([
    ['[block] tide', 'failed', 'safety_blocked', 'no'],
    ['[fail] tide', 'failed', 'api_error', 'no'],
  ])('says how it ended: %s', async (prompt, status, code, billed) => {
    const pages = imagePages();
    const page = pages.open({ slot });
    page.list.subscribe(() => {});
    void draw(page, prompt);
    await pages.clock.advance(5 * MINUTE);
    expect(page.list.get()).toMatchObject([{ snapshot: { status, cost: { billed }, error: { code } } }]);
  });

  it('is unknown when its answer was lost', async () => {
    const pages = imagePages({ gateway: { faults: [{ kind: 'reset-after-body', on: 'POST /v1/images/generations' }] } });
    const page = pages.open({ slot });
    page.list.subscribe(() => {});
    void draw(page);
    await pages.clock.advance(5 * MINUTE);
    expect(page.list.get()).toMatchObject([{ snapshot: { status: 'unknown', cost: { billed: 'unknown' }, error: { code: 'outcome_unknown' } } }]);
  });

  it('is one entry when the same is asked for once more under its key', async () => {
    const pages = imagePages({ proxied: { faults: [{ kind: 'reset-after-body', on: 'POST /v1/images/generations', times: 4 }] } });
    const page = pages.open({ slot });
    page.list.subscribe(() => {});
    void draw(page);
    await pages.clock.advance(10 * MINUTE);
    expect(statuses(page)).toEqual(['unknown']);
    const { generate } = page.client.images;
    page.client.images.generate = async (...call) => {
      await sleep(pages.clock, 1000);
      return generate(...call);
    };
    void draw(page);
    await pages.clock.advance(500);
    expect(statuses(page)).toEqual(['running']);
    await pages.clock.advance(10 * MINUTE);
    expect(statuses(page)).toEqual(['completed']);
    expect(pages.gateway.ledger.charges).toHaveLength(1);
  });

  it.each([true, false])('becomes unknown when its page is gone and no slot asks for it; with locks: %s', async (hasLocks) => {
    const pages = imagePages({ proxied: {} });
    const first = pages.open({ slot, hasLocks });
    void draw(first, '[slow] tide');
    await pages.clock.advance(500);
    const second = pages.open({ slot, hasLocks });
    second.list.subscribe(() => {});
    await pages.clock.advance(3000);
    expect(statuses(second)).toEqual(['running']);
    first.close();
    await pages.clock.advance(hasLocks ? 6000 : 11 * MINUTE);
    expect(second.list.get()).toMatchObject([{ snapshot: { status: 'unknown', cost: { billed: 'unknown' } } }]);
    expect(pages.proxied.requests).toHaveLength(1);
  });

  it('holds no money as a task would, after its answer', async () => {
    const pages = imagePages({ gateway: { balance: 25 } });
    const page = pages.open({ slot });
    balanceWatchOf(page.client).subscribe(() => {});
    void draw(page);
    await pages.clock.advance(500);
    expect(balanceWatchOf(page.client).get().held).toBe(0.012);
    await pages.clock.advance(MINUTE);
    expect(balanceWatchOf(page.client).get()).toMatchObject({ held: 0, available: pages.gateway.ledger.balance });
  });

  it('that is made of another is remembered without its files', async () => {
    const pages = imagePages();
    const page = pages.open({ slot });
    page.list.subscribe(() => {});
    const image = new Blob([await pictureOf()], { type: 'image/png' });
    const edit = createImageEditRun(page.client, {});
    void edit.generate({ model: 'gpt-image-2', prompt: 'dusk', image, mask: await maskOf({ width: 8, height: 6 }) });
    await pages.clock.advance(100);
    expect(page.list.get()).toMatchObject([{ request: { model: 'gpt-image-2', prompt: 'dusk' }, snapshot: { status: 'running' } }]);
    // What looks at the mask is loaded first, in its own time.
    await vi.waitFor(() => expect(pages.gateway.ledger.held).toBeGreaterThan(0));
    await pages.clock.advance(MINUTE);
    expect(page.list.get()).toMatchObject([{ snapshot: { status: 'completed' } }]);
    expect(Object.keys(page.list.get()[0]!.request)).toEqual(['model', 'prompt']);
  });

  it('is forgotten when two hundred newer ones are there, and no task with it', () => {
    const { client } = imagePages().open({ slot });
    const images = imageStore(client);
    const tasks = taskStore(client);
    tasks.put({ version: 1, outTaskId: 'clip', request: { model: 'veo-3.1-fast', prompt: 'tide' }, createdAt: 0 });
    for (let at = 1; at <= 205; at++) {
      images.put({ version: 1, via: 'sync', outTaskId: `bs_${at}`, request, createdAt: at, snapshot: { status: 'completed', assets: [], cost: { billed: 'yes' } } });
    }
    expect(images.list()).toHaveLength(200);
    expect(images.get('bs_5')).toBeUndefined();
    expect(tasks.list()).toHaveLength(1);
  });

  it('is passed over by what reads tasks, and reads what an earlier release wrote', () => {
    const pages = imagePages();
    const { client } = pages.open({ slot });
    pages.storage.setItem('bytespike:1:default:task:old', JSON.stringify({ version: 1, outTaskId: 'old', taskId: 't1', request, createdAt: 1 }));
    const record: ImageRecord = { version: 1, via: 'sync', outTaskId: 'new', request, createdAt: 2, snapshot: { status: 'running', assets: [], cost: { billed: 'no' } } };
    imageStore(client).put(record);
    expect(taskStore(client).list().map(({ outTaskId }) => outTaskId)).toEqual(['old']);
    expect(taskStore(client).get('new')).toBeUndefined();
    const page = pages.open({ slot });
    page.list.subscribe(() => {});
    expect(page.list.get().map(({ outTaskId }) => outTaskId)).toEqual(['new', 'old']);
  });
});
