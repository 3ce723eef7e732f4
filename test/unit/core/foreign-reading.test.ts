import { createClient, taskStore, type TaskSnapshot } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { mergeSnapshots } from '../../../src/core/outcome/snapshot.js';
import { createManualClock } from '../../support/manual-clock.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

const request = { model: 'veo-3.1-fast', prompt: 'mine', durationSeconds: 4 };
const film = { status: 'completed', result: { video_url: 'https://cdn.example/theirs.mp4' }, credits: 9.99 };
const json = (value: unknown) => Response.json(value);
const frame = (value: unknown) => new Response(`data: ${JSON.stringify(value)}\n\n`, { headers: { 'content-type': 'text/event-stream' } });

/** A client whose submit is accepted as `mine`, and what all later answers say. */
function page(later: (path: string) => Response) {
  const clock = createManualClock();
  const asked: string[] = [];
  const client = createClient({
    baseUrl: 'https://app.example/api',
    storage: createMemoryStorage(),
    clock,
    random: () => 0,
    async fetch(incoming) {
      const { pathname } = new URL(incoming.url);
      asked.push(pathname);
      return pathname.endsWith('/submit') ? json({ task_id: 'mine', status: 'queued' }) : later(pathname);
    },
  });
  return { clock, client, asked };
}

async function watched({ client, clock }: ReturnType<typeof page>): Promise<TaskSnapshot[]> {
  const seen: TaskSnapshot[] = [];
  await client.preload('tasks');
  const accepted = client.tasks.submit(request, { outTaskId: 'key' });
  await clock.advance(0);
  const { taskId } = await accepted;
  client.tasks.watch(taskId, ({ snapshot }) => snapshot && seen.push(snapshot));
  await clock.advance(30_000);
  return seen;
}

describe('a reading of another task', () => {
  it.each([
    ['by its id', { ...film, task_id: 'theirs' }],
    ['by its id and our key', { ...film, task_id: 'theirs', out_task_id: 'key' }],
  ])('is nobody\'s here when it comes by a read: %s', async (_, body) => {
    const mine = page((path) => (path.endsWith('/query') ? json(body) : new Response(null, { status: 501 })));
    const seen = await watched(mine);
    expect(seen.every(({ taskId, status, assets }) => taskId === 'mine' && status === 'queued' && assets.length === 0)).toBe(true);
    expect(taskStore(mine.client).get('key')).toMatchObject({ taskId: 'mine', snapshot: { status: 'queued', cost: { billed: 'no' } } });
  });

  it('ends a stream that tells of it, and the task is read', async () => {
    const mine = page((path) => (path.includes('/stream/') ? frame({ ...film, task_id: 'theirs' }) : json({ task_id: 'mine', status: 'running' })));
    const seen = await watched(mine);
    expect(seen.at(-1)).toMatchObject({ taskId: 'mine', status: 'running', assets: [] });
    expect(mine.asked.filter((path) => path.includes('/stream/'))).toHaveLength(1);
  });

  it('is refused with what to look for when it answers a query or a cancel', async () => {
    const { client, clock } = page(() => json({ ...film, task_id: 'theirs' }));
    await client.preload('tasks');
    for (const call of ['query', 'cancel'] as const) {
      const refused = expect(client.tasks[call]({ taskId: 'mine' })).rejects.toMatchObject({ code: 'invalid_response', message: expect.stringContaining('another task') });
      await clock.advance(60_000);
      await refused;
    }
  });

  it('is refused by key as well', async () => {
    const { client, clock } = page(() => json({ ...film, task_id: 'theirs', out_task_id: 'their-key' }));
    await client.preload('tasks');
    const refused = expect(client.tasks.query({ outTaskId: 'key' })).rejects.toMatchObject({ code: 'invalid_response' });
    await clock.advance(60_000);
    await refused;
  });

  it('changes nothing of what is merged', () => {
    const reading = (taskId: string, status: TaskSnapshot['status']): TaskSnapshot => ({ taskId, status, assets: [], cost: { billed: 'no' } });
    const mine = reading('mine', 'running');
    expect(mergeSnapshots(mine, reading('theirs', 'completed'))).toBe(mine);
  });
});
