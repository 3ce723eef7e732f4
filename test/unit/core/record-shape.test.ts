import { createClient } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { internals } from '../../../src/core/client/internals.js';
import { createTaskList } from '../../../src/core/places/history.js';
import { createVideoRun } from '../../../src/core/places/task-place.js';
import { createManualClock } from '../../support/manual-clock.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

const whole = { taskId: 't', status: 'completed', assets: [{ kind: 'video', url: 'https://cdn.example/a.mp4' }], cost: { billed: 'yes', final: 0.2 } };
const base = { version: 1, outTaskId: 'k', taskId: 't', createdAt: 1, request: { model: 'veo-3.1-fast', prompt: 'x' }, snapshot: whole };

const DAMAGED: [string, object][] = [
  ['a snapshot that is a text', { snapshot: 'x' }],
  ['a snapshot that is null', { snapshot: null }],
  ['no assets', { snapshot: { ...whole, assets: undefined } }],
  ['an asset without an address', { snapshot: { ...whole, assets: [{}] } }],
  ['an asset that is null', { snapshot: { ...whole, assets: [null] } }],
  ['no cost', { snapshot: { ...whole, cost: undefined } }],
  ['a price that is a text', { snapshot: { ...whole, cost: { billed: 'yes', final: '0.2' } } }],
  ['a status that nobody knows', { snapshot: { ...whole, status: 'melted' } }],
  ['an error that is a text', { snapshot: { ...whole, status: 'failed', error: 'x' } }],
  ['the reading of another task', { snapshot: { ...whole, taskId: 'theirs' } }],
];

function opened(record: unknown, kind = 'task', key = 'k') {
  const storage = createMemoryStorage();
  storage.setItem(`bytespike:1:default:${kind}:${key}`, typeof record === 'string' ? record : JSON.stringify(record));
  storage.setItem('bytespike:1:default:slot:clip', 'k');
  const clock = createManualClock();
  const fetch = async () => Response.json({ task_id: 't', status: 'running' });
  const client = internals(createClient({ baseUrl: 'https://app.example/api', storage, clock, random: () => 0, fetch }));
  const list = createTaskList(client);
  list.subscribe(() => {});
  return { client, clock, list };
}

describe('a record of storage', () => {
  it('is taken as it is when it is whole', () => {
    expect(opened(base).list.get()).toEqual([base]);
  });

  it.each(DAMAGED)('is kept with its ids, and its task asked for anew: %s', async (_, damage) => {
    const { client, clock, list } = opened({ ...base, ...damage });
    expect(list.get()).toMatchObject([{ outTaskId: 'k', taskId: 't' }]);
    await client.preload('tasks');
    const run = createVideoRun(client, { persist: 'clip' });
    run.subscribe(() => {});
    run.start();
    await clock.advance(1000);
    expect(run.get()).toMatchObject({ status: 'running', assets: [], task: { taskId: 't' } });
  });

  it.each<[string, object, object]>([
    ['no request', { request: undefined }, { request: { model: '', prompt: '' } }],
    ['a prompt that is a number', { request: { model: 'veo-3.1-fast', prompt: 7, durationSeconds: '4', aspectRatio: {} } }, { request: { model: 'veo-3.1-fast', prompt: '' } }],
    ['no time', { createdAt: null }, { createdAt: 0 }],
  ])('loses only what does not read: %s', (_, damage, left) => {
    expect(opened({ ...base, ...damage }).list.get()).toEqual([{ ...base, ...left }]);
  });

  it('of an image is under way again when its reading is damaged, so that a proxy that kept it is asked', () => {
    const image = { version: 1, outTaskId: 'k', via: 'sync', createdAt: 1, request: base.request, snapshot: { status: 'completed' } };
    expect(opened(image, 'image').list.get()).toMatchObject([{ outTaskId: 'k', snapshot: { status: 'running', assets: [] } }]);
  });

  it.each([
    ['is cut off', JSON.stringify(base).slice(0, 80), { taskId: 't' }],
    ['is of another release', JSON.stringify({ ...base, version: 2, snapshot: { stage: 'done' } }), { taskId: 't', request: base.request }],
  ])('keeps the ids of its task when it %s', (_, text, ids) => {
    expect(opened(text).list.get()).toMatchObject([{ version: 1, outTaskId: 'k', ...ids }]);
  });

  it.each(['', 'null', '{"version":1', '{"outTaskId":"other","taskId":"theirs"}'])('below a key of our own making is looked for by it, whatever is left: %s', (text) => {
    const key = `bs_${'0'.repeat(32)}`;
    expect(opened(text, 'task', key).list.get()).toMatchObject([{ outTaskId: key }]);
    expect(opened(text, 'task', key).list.get()[0]?.taskId).toBeUndefined();
    expect(opened(text, 'image', key).list.get()).toMatchObject([{ outTaskId: key, via: 'sync', snapshot: { status: 'running' } }]);
  });

  it.each(['', 'null', '[]', '7', '{"version":2}', '{"version":1}'])('that names no task is passed over: %s', (text) => {
    expect(opened(text).list.get()).toEqual([]);
  });
});
