import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { internals } from '../../../src/core/client/internals.js';
import { createClient } from '../../../src/core/client/client.js';
import { createTaskStore, type SubmittedRecord, taskStore } from '../../../src/core/records/task-store.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

const record = (outTaskId: string, createdAt: number, extra: Partial<SubmittedRecord> = {}): SubmittedRecord => ({
  version: 1,
  outTaskId,
  request: { model: 'veo-3.1-fast', prompt: 'tide' },
  createdAt,
  ...extra,
});
const ended = { taskId: 't', status: 'completed', assets: [], cost: { billed: 'yes' } } as const;

/** Storage that the browser takes away while the page is open. */
function deniable() {
  const kept = createMemoryStorage();
  let isDenied = false;
  const look = <T>(run: () => T): T => {
    if (isDenied) throw new DOMException('Access is denied.', 'SecurityError');
    return run();
  };
  const storage = {
    getItem: (key: string) => look(() => kept.getItem(key)),
    setItem: (key: string, text: string) => look(() => kept.setItem(key, text)),
    removeItem: (key: string) => look(() => kept.removeItem(key)),
    key: (index: number) => look(() => kept.key(index)),
    get length() {
      return look(() => kept.length);
    },
  };
  return { kept, storage, deny: () => void (isDenied = true) };
}

describe('the task store', () => {
  it('finds a record again after a reload', () => {
    const storage = createMemoryStorage();
    createTaskStore({ storage, scope: 'ann' }).put(record('bs_1', 1, { taskId: 't1' }));
    const reloaded = createTaskStore({ storage, scope: 'ann' });
    expect(reloaded.get('bs_1')).toEqual(record('bs_1', 1, { taskId: 't1' }));
    expect(reloaded.findByTaskId('t1')?.outTaskId).toBe('bs_1');
  });

  it('has what storage had when it is denied while the page is open', () => {
    const { storage, deny } = deniable();
    createTaskStore({ storage, scope: 'ann' }).put(record('bs_1', 1));
    const store = createTaskStore({ storage, scope: 'ann' });
    store.put(record('bs_2', 2));
    store.slot('hero').set('bs_2');
    expect(store.list().map(({ outTaskId }) => outTaskId)).toEqual(['bs_2', 'bs_1']);
    deny();
    store.put(record('bs_1', 1, { taskId: 't1' }));
    expect(store.list().map(({ outTaskId, taskId }) => [outTaskId, taskId])).toEqual([['bs_2', undefined], ['bs_1', 't1']]);
    expect(store.slot('hero').get()).toBe('bs_2');
    store.remove('bs_2');
    expect(store.list().map(({ outTaskId }) => outTaskId)).toEqual(['bs_1']);
  });

  it('has nothing that another tab removed, also when storage is denied after that', () => {
    const { kept, storage, deny } = deniable();
    const store = createTaskStore({ storage, scope: 'ann' });
    store.put(record('bs_1', 1));
    kept.entries.clear();
    expect(store.get('bs_1')).toBeUndefined();
    deny();
    expect([store.get('bs_1'), store.list()]).toEqual([undefined, []]);
  });

  it.each([
    ['ann', 'localStorage'],
    [undefined, 'sessionStorage'],
    ['', 'sessionStorage'],
  ])('leaves nothing for the next user of the browser unless it knows whose it is (scope: %j)', (scope, kept) => {
    const storages = { localStorage: createMemoryStorage(), sessionStorage: createMemoryStorage() };
    for (const [name, storage] of Object.entries(storages)) vi.stubGlobal(name, storage);
    onTestFinished(() => void vi.unstubAllGlobals());
    const { memory } = internals(createClient({ baseUrl: 'https://app.example.com/api', ...(scope !== undefined && { scope }) }));
    taskStore({ memory }).put(record('bs_1', 1));
    taskStore({ memory }).slot('hero').set('bs_1');
    const written = Object.entries(storages).filter(([, { entries }]) => entries.size > 0);
    expect(written.map(([name]) => name)).toEqual([kept]);
    expect(createTaskStore({ ...memory }).slot('hero').get()).toBe('bs_1');
    taskStore({ memory }).clear();
    expect(storages[kept as keyof typeof storages].entries.size).toBe(0);
  });

  it('keeps users apart, and clears one without the other', () => {
    const storage = createMemoryStorage();
    const ann = createTaskStore({ storage, scope: 'ann' });
    const ben = createTaskStore({ storage, scope: 'ben' });
    ann.put(record('bs_1', 1));
    ben.put(record('bs_2', 2));
    ann.slot('hero').set('bs_1');
    expect(ben.get('bs_1')).toBeUndefined();
    ann.clear();
    expect(ann.list()).toEqual([]);
    expect(ann.slot('hero').get()).toBeUndefined();
    expect(ben.list()).toHaveLength(1);
  });

  it('lists the newest first', () => {
    const store = createTaskStore({ storage: createMemoryStorage(), scope: 'ann' });
    for (const at of [2, 3, 1]) store.put(record(`bs_${at}`, at));
    expect(store.list().map(({ createdAt }) => createdAt)).toEqual([3, 2, 1]);
  });

  it('forgets the oldest that have ended, and none that runs', () => {
    const store = createTaskStore({ storage: createMemoryStorage(), scope: 'ann' });
    store.put(record('running', 0));
    for (let at = 1; at <= 205; at++) store.put(record(`bs_${at}`, at, { snapshot: ended }));
    expect(store.list()).toHaveLength(201);
    expect(store.get('running')).toBeDefined();
    expect(store.get('bs_5')).toBeUndefined();
    expect(store.get('bs_6')).toBeDefined();
  });

  it('writes a new one down without reading the others', () => {
    const storage = createMemoryStorage();
    const store = createTaskStore({ storage, scope: 'ann' });
    for (let at = 1; at <= 300; at++) store.put(record(`bs_${at}`, at));
    const [read, looked] = [vi.spyOn(storage, 'getItem'), vi.spyOn(storage, 'key')];
    store.put(record('bs_301', 301));
    expect([read.mock.calls, looked.mock.calls]).toEqual([[], []]);
  });

  it('writes an end down without reading the others, as long as none is to be forgotten', () => {
    const storage = createMemoryStorage();
    const store = createTaskStore({ storage, scope: 'ann' });
    for (let at = 1; at <= 200; at++) store.put(record(`bs_${at}`, at));
    const read = vi.spyOn(storage, 'getItem');
    store.put(record('bs_200', 200, { snapshot: ended }));
    expect(read).not.toHaveBeenCalled();
  });

  it('goes on in memory when storage is full, and says so once', () => {
    const storage = createMemoryStorage();
    const onDegraded = vi.fn<(cause: unknown) => void>();
    const store = createTaskStore({ storage, scope: 'ann', onDegraded });
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    store.put(record('bs_1', 1));
    store.put(record('bs_2', 2));
    expect(store.list()).toHaveLength(2);
    expect(onDegraded).toHaveBeenCalledTimes(1);
  });

  it.each(['{', 'null', '7', '{"version":2}', '{"version":1,"outTaskId":"x"}'])('passes over %s, which is no record', (text) => {
    const storage = createMemoryStorage();
    const store = createTaskStore({ storage, scope: 'ann' });
    store.put(record('bs_1', 1));
    storage.entries.set([...storage.entries.keys()][0]!.replace('bs_1', 'bs_2'), text);
    expect(store.list()).toHaveLength(1);
    expect(store.get('bs_2')).toBeUndefined();
  });
});
