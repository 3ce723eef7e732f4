import type { PromptDraft, SavedPrompt } from 'bytespike-react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClient } from '../../../src/core/client/client.js';
import { internals } from '../../../src/core/client/internals.js';
import { changeTo } from '../../../src/core/prompts/draft-of.js';
import { createPrompts } from '../../../src/core/prompts/place.js';
import { MOST_PROMPTS } from '../../../src/core/prompts/shape.js';
import { imageStore } from '../../../src/core/records/image-store.js';
import { type SubmittedRecord, taskStore } from '../../../src/core/records/task-store.js';
import { createManualClock } from '../../support/manual-clock.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

const kettle: PromptDraft = { kind: 'image', prompt: 'A kettle on a table', models: { image: 'gpt-image-2', video: 'sora-2' }, size: '1024x1024', n: 2, seed: 7 };
const tide: PromptDraft = { kind: 'video', prompt: 'Tide coming in', durationSeconds: 4 };

/** Pages of one user at one browser. */
function pages(storage: ReturnType<typeof createMemoryStorage> | null = createMemoryStorage()) {
  const clock = createManualClock();
  const onStorageError = vi.fn<(cause: unknown) => void>();
  const open = (scope = 'ann') => {
    const client = internals(createClient({ baseUrl: '/api', fetch: () => new Promise(() => {}), storage, scope, clock, onStorageError }));
    const prompts = createPrompts(client);
    prompts.subscribe(() => {});
    const names = () => prompts.get().prompts.map(({ name }) => name);
    return { client, prompts, names };
  };
  return { clock, storage, open, onStorageError };
}

describe('saved prompts', () => {
  it('are there after a reload with all that was asked for, and only with that', async () => {
    const { open, clock } = pages();
    const first = open();
    const picture = new Blob(['x']);
    const saved = await first.prompts.save({ name: ' Kettle ', tags: ['home', ' home ', ''], draft: { ...kettle, image: picture, mask: picture, parent: { outTaskId: 'bs', index: 0 } } });
    await clock.advance(10);
    const { kind, prompt, size, n, seed } = kettle;
    expect(open().prompts.get()).toMatchObject({ status: 'ready', isKept: true, prompts: [{ name: 'Kettle', tags: ['home'], draft: { kind, prompt, size, n, seed, models: { image: 'gpt-image-2' } } }] });
    expect(open().prompts.get().prompts).toEqual([saved]);
    expect(Object.keys(saved.draft).sort()).toEqual(['kind', 'models', 'n', 'prompt', 'seed', 'size']);
  });

  it('are those of one user, and gone with a sign-out, but not with the history', async () => {
    const { open } = pages();
    const ann = open();
    await ann.prompts.save({ draft: kettle });
    expect(open('bob').prompts.get().prompts).toEqual([]);
    taskStore(ann.client).clear();
    expect(open().names()).toEqual(['A kettle on a table']);
    await ann.client.signOut();
    expect(open().prompts.get().prompts).toEqual([]);
  });

  it('are named by their first words where nobody named them', async () => {
    const { prompts } = pages().open();
    expect((await prompts.save({ draft: tide })).name).toBe('Tide coming in');
    expect((await prompts.save({ draft: { ...tide, prompt: `\n  ${'long words '.repeat(20)}\nmore` } })).name).toBe(`${'long words '.repeat(5)}long…`);
    expect((await prompts.save({ draft: { ...tide, prompt: 'x'.repeat(90) } })).name).toBe(`${'x'.repeat(60)}…`);
  });

  it('get another name, other tags and another draft, which put them first, and are removed and put back', async () => {
    const { open, clock } = pages();
    const { prompts, names } = open();
    const one = await prompts.save({ name: 'One', draft: kettle });
    await clock.advance(5);
    await prompts.save({ name: 'Two', draft: tide });
    await clock.advance(5);
    expect(names()).toEqual(['Two', 'One']);
    const changed = await prompts.change(one.id, { name: 'Uno', tags: ['a'] });
    expect(changed).toMatchObject({ id: one.id, draft: one.draft, createdAt: one.createdAt, tags: ['a'] });
    await clock.advance(5);
    expect(names()).toEqual(['Uno', 'Two']);
    const removed = await prompts.remove(one.id);
    await clock.advance(5);
    expect([removed, names()]).toEqual([changed, ['Two']]);
    expect(await prompts.remove(one.id)).toBeUndefined();
    await expect(prompts.change(one.id, { name: 'x' })).rejects.toMatchObject({ code: 'not_found' });
    await prompts.save(removed!);
    await clock.advance(5);
    expect(open().names()).toEqual(['Uno', 'Two']);
  });

  it.each<[string, Parameters<ReturnType<typeof createPrompts>['save']>[0], string]>([
    ['without a prompt', { draft: { ...kettle, prompt: '  ' } }, 'prompt'],
    ['with too long a prompt', { draft: { ...kettle, prompt: 'x'.repeat(32_001) } }, 'prompt'],
    ['with too long a name', { name: 'x'.repeat(101), draft: kettle }, 'name'],
    ['with too many tags', { tags: [...'abcdefghijk'], draft: kettle }, 'tags'],
    ['with too long a tag', { tags: ['x'.repeat(41)], draft: kettle }, 'tags'],
  ])('are not saved %s, and say why', async (_, input, field) => {
    const { prompts, names } = pages().open();
    await expect(prompts.save(input)).rejects.toMatchObject({ code: 'invalid_param', field, message: expect.stringMatching(/was not saved: .+\. Change/) as string });
    expect(names()).toEqual([]);
  });

  it('are so many at most, of which any may still be changed', async () => {
    const { prompts, names } = pages().open();
    const all: SavedPrompt[] = [];
    for (let index = 0; index < MOST_PROMPTS; index++) all.push(await prompts.save({ name: `${index}`, draft: kettle }));
    await expect(prompts.save({ draft: tide })).rejects.toMatchObject({ field: 'prompts', message: expect.stringMatching(/Remove one/) as string });
    await prompts.change(all[0]!.id, { name: 'first' });
    await prompts.remove(all[1]!.id);
    expect(await prompts.save({ draft: tide })).toMatchObject({ name: 'Tide coming in' });
    expect(names()).not.toContain('1');
  });

  it('are found by each word, wherever it stands and however it is written', async () => {
    const { open, clock } = pages();
    const { prompts } = open();
    await prompts.save({ name: 'Café', tags: ['Morning'], draft: kettle });
    await prompts.save({ name: 'Sea', draft: tide });
    await clock.advance(5);
    const found = (text: string) => prompts.search(text).map(({ name }) => name).sort();
    expect(['', 'cafe', 'TABLE morning', 'gpt-image', 'tide', 'tide table', 'sora'].map(found)).toEqual([['Café', 'Sea'], ['Café'], ['Café'], ['Café'], ['Sea'], [], []]);
  });
});

describe('storage that fails', () => {
  it('that is full leaves them to this page, says so, and tells the app', async () => {
    const storage = createMemoryStorage();
    const { open, clock, onStorageError } = pages(storage);
    const { prompts, names } = open();
    storage.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
    await prompts.save({ name: 'One', draft: kettle });
    await clock.advance(5);
    expect([names(), prompts.get().isKept, onStorageError.mock.calls.length]).toEqual([['One'], false, 1]);
  });

  it('that is none holds them as long as the page', async () => {
    const { open, clock } = pages(null);
    const page = open();
    await page.prompts.save({ draft: kettle });
    await clock.advance(5);
    expect([page.names(), page.prompts.get().isKept]).toEqual([['A kettle on a table'], false]);
  });

  it('in which one is damaged shows the others, and leaves that one where it is', async () => {
    const storage = createMemoryStorage();
    const { open } = pages(storage);
    await open().prompts.save({ name: 'Whole', draft: kettle });
    const damaged = ['{', 'null', '{"id":"b","name":"x","tags":[],"draft":{},"createdAt":1,"changedAt":1}', '{"id":"another"}'];
    damaged.forEach((text, index) => storage.setItem(`bytespike:1:ann:prompt:${index}`, text));
    expect(open().names()).toEqual(['Whole']);
    expect(storage.getItem('bytespike:1:ann:prompt:0')).toBe('{');
  });

  it('that another page of the user changes is looked at when the browser says so', async () => {
    const browser = new EventTarget();
    vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser));
    onTestFinished(() => void vi.unstubAllGlobals());
    const { open, clock } = pages();
    const [one, other] = [open(), open()];
    await one.prompts.save({ name: 'One', draft: kettle });
    expect(other.names()).toEqual([]);
    browser.dispatchEvent(Object.assign(new Event('storage'), { key: null }));
    await clock.advance(5);
    expect(other.names()).toEqual(['One']);
  });
});

describe('a file of them', () => {
  it('brings all of them to another device, and once more brings nothing', async () => {
    const here = pages().open();
    await here.prompts.save({ name: 'One', tags: ['a'], draft: kettle });
    await here.prompts.save({ name: 'Two', draft: tide });
    const file = await here.prompts.exportJson();
    const there = pages().open();
    expect(await there.prompts.importJson(new Blob([file]))).toEqual({ added: 2, changed: 0, unchanged: 0 });
    expect(await there.prompts.importJson(file)).toEqual({ added: 0, changed: 0, unchanged: 2 });
    expect(JSON.parse(await there.prompts.exportJson())).toEqual(JSON.parse(file));
  });

  it('leaves of two with one id the one that was changed later', async () => {
    const { open, clock } = pages();
    const { prompts, names } = open();
    const one = await prompts.save({ name: 'Before', draft: kettle });
    const old = await prompts.exportJson();
    await clock.advance(5);
    await prompts.change(one.id, { name: 'After' });
    const newer = await prompts.exportJson();
    expect(await prompts.importJson(old)).toEqual({ added: 0, changed: 0, unchanged: 1 });
    await clock.advance(5);
    expect(names()).toEqual(['After']);
    const there = pages().open();
    await there.prompts.importJson(old);
    expect(await there.prompts.importJson(newer)).toEqual({ added: 0, changed: 1, unchanged: 0 });
  });

  const whole = { id: 'a', name: 'A', tags: [], draft: kettle, createdAt: 1, changedAt: 1 };
  const fileOf = (...prompts: unknown[]) => JSON.stringify({ bytespike: 'prompts', version: 1, prompts });

  it.each<[string, string, RegExp]>([
    ['that is no JSON', 'no', /not JSON.*Choose/],
    ['of something else', '{"prompts":[]}', /no saved prompts in it.*Choose/],
    ['of a later release', '{"bytespike":"prompts","version":2,"prompts":[]}', /another release \(2 in place of 1\).*Update/],
    ['with a prompt without its text', fileOf(whole, { ...whole, id: 'b', draft: { kind: 'image' } }), /Prompt 2 .*no prompt\. Nothing was changed\. Mend/],
    ['with a wrong kind', fileOf({ ...whole, draft: { ...kettle, kind: 'song' } }), /neither image nor video/],
    ['with a wrong parameter', fileOf({ ...whole, draft: { ...kettle, n: -1 } }), /its n is not/],
    ['with a wrong model', fileOf({ ...whole, draft: { ...kettle, models: { image: 7 } } }), /its model is no text/],
    ['without an id', fileOf({ ...whole, id: '' }), /no id/],
    ['without a name', fileOf({ ...whole, name: undefined }), /no name/],
    ['with tags that are none', fileOf({ ...whole, tags: [7] }), /tags/],
    ['without a moment', fileOf({ ...whole, changedAt: 'yesterday' }), /when it was saved/],
    ['with too long a name', fileOf({ ...whole, name: 'x'.repeat(101) }), /longer than 100/],
    ['with what is no prompt', fileOf(null), /Prompt 1/],
    ['with more than there is room for', fileOf(...[...Array(MOST_PROMPTS).keys()].map((id) => ({ ...whole, id: `${id}` }))), /there would be 201 .*Remove/],
  ])('%s is refused, and nothing is changed', async (_, file, message) => {
    const { prompts } = pages().open();
    await prompts.save({ name: 'Mine', draft: tide });
    const before = await prompts.exportJson();
    await expect(prompts.importJson(file)).rejects.toMatchObject({ code: 'invalid_param', field: 'file', message: expect.stringMatching(message) as string });
    expect(await prompts.exportJson()).toBe(before);
  });

  it('may have fields that this release does not know, which are left out', async () => {
    const { prompts } = pages().open();
    await prompts.importJson(fileOf({ ...whole, draft: { ...kettle, image: 'https://a.example/1.png', lens: 'wide' }, stars: 5 }));
    expect(Object.keys((JSON.parse(await prompts.exportJson()) as { prompts: SavedPrompt[] }).prompts[0]!.draft)).not.toEqual(expect.arrayContaining(['image']));
  });
});

describe('the latest prompts', () => {
  const record = (outTaskId: string, createdAt: number, request: SubmittedRecord['request']): SubmittedRecord => ({ version: 1, outTaskId, createdAt, request });
  const image = { snapshot: { status: 'completed', assets: [], cost: { billed: 'yes' } }, via: 'sync', version: 1 } as const;

  it('are those of the history, each once, newest first, without turns of a conversation', async () => {
    const { open, clock } = pages();
    const { client, prompts } = open();
    const tasks = taskStore(client);
    tasks.put(record('a', 1, { model: 'veo-3.1-fast', prompt: 'Tide', durationSeconds: 4, imageUrl: 'https://a.example/1.png' }));
    tasks.put(record('b', 2, { model: 'gpt-image-2', prompt: 'Kettle', size: '1024x1536', n: 2 }));
    tasks.put(record('c', 3, { model: 'veo-3.1-fast', prompt: 'Tide', durationSeconds: 8 }));
    imageStore(client).put({ ...image, outTaskId: 'd', createdAt: 4, request: { model: 'nano-banana', prompt: 'Fog' } });
    imageStore(client).put({ ...image, outTaskId: 'e', createdAt: 5, request: { model: 'gpt-4o-image', prompt: 'Make it dusk' }, turn: { id: 't', sent: 0 } });
    await clock.advance(5);
    const { recent } = prompts.get();
    expect(recent).toEqual([
      { outTaskId: 'd', createdAt: 4, draft: { kind: 'image', prompt: 'Fog', models: { image: 'nano-banana' } } },
      { outTaskId: 'c', createdAt: 3, draft: { kind: 'video', prompt: 'Tide', durationSeconds: 8, models: { video: 'veo-3.1-fast' } } },
      { outTaskId: 'b', createdAt: 2, draft: { kind: 'image', prompt: 'Kettle', size: '1024x1536', aspectRatio: '2:3', n: 2, models: { image: 'gpt-image-2' } } },
    ]);
    await prompts.save({ draft: kettle });
    await clock.advance(5);
    expect(prompts.get().recent).toBe(recent);
    for (let index = 0; index < 12; index++) tasks.put(record(`n${index}`, 10 + index, { model: 'sora-2', prompt: `Take ${index}` }));
    await clock.advance(5);
    expect(prompts.get().recent.map(({ outTaskId }) => outTaskId)).toEqual(['n11', 'n10', 'n9', 'n8', 'n7', 'n6', 'n5', 'n4', 'n3', 'n2']);
    tasks.clear();
    await clock.advance(5);
    expect(prompts.get().recent).toEqual([]);
  });
});

it('a form that takes one asks for that, and keeps its picture and the model for the other kind', () => {
  const image = new Blob(['x']);
  const before: PromptDraft = { kind: 'image', prompt: 'Mine', quality: 'high', seed: 3, image, models: { image: 'nano-banana', video: 'sora-2' } };
  expect({ ...before, ...changeTo({ kind: 'image', prompt: 'Theirs', n: 2 }, before) }).toEqual({ kind: 'image', prompt: 'Theirs', n: 2, image, models: { video: 'sora-2' } });
  expect({ ...before, ...changeTo({ kind: 'video', prompt: 'Film', models: { video: 'veo-3.1' } }, before) }).toMatchObject({ kind: 'video', image, models: { image: 'nano-banana', video: 'veo-3.1' }, quality: undefined });
});
