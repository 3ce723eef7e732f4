import { describe, expect, it } from 'vitest';
import { taskStore } from '../../../src/core/records/task-store.js';
import { IMAGE as request, MINUTE, passedOn } from '../../support/image-pages.js';

describe('images via a task', () => {
  const slot = { via: 'task', persist: 'cover' } as const;

  it.each([0, 500, 5000, MINUTE])('go on after a reload, %d ms after the click, billed once', async (ms) => {
    const pages = passedOn();
    const first = pages.open({ slot });
    void first.run.generate(request).catch(() => {});
    await pages.clock.advance(ms);
    first.close();
    const { run } = pages.open({ slot });
    await pages.clock.advance(5 * MINUTE);
    expect(run.get()).toMatchObject({ status: 'success', via: 'task', images: [{ kind: 'image' }], request });
    expect(pages.gateway.ledger.charges).toHaveLength(1);
  });

  it('can be cancelled after a reload', async () => {
    const pages = passedOn();
    const first = pages.open({ slot });
    void first.run.generate({ ...request, prompt: '[queue]' }).catch(() => {});
    await pages.clock.advance(1000);
    first.close();
    const { run } = pages.open({ slot });
    await pages.clock.advance(1000);
    expect(run.get().status).toBe('pending');
    const cancelled = run.cancel();
    await pages.clock.advance(MINUTE);
    await cancelled;
    expect(run.get()).toMatchObject({ status: 'error', error: { code: 'task_cancelled', billed: 'no' } });
    expect(pages.gateway.ledger.charges).toEqual([]);
  });

  it('leave nothing of what was refused', async () => {
    const pages = passedOn();
    pages.gateway.inject({ kind: 'status', status: 402, on: 'POST /v1/tasks/submit' });
    const first = pages.open({ slot });
    const outcome = first.run.generate(request).catch((error: unknown) => error);
    await pages.clock.advance(MINUTE);
    expect(await outcome).toMatchObject({ billed: 'no' });
    expect([...pages.storage.entries.keys()]).toEqual([]);
    expect(taskStore(first.client).list()).toEqual([]);
  });
});
