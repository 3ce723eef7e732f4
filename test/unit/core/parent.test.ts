import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/core/catalog/catalog.js';
import { listModels } from '../../../src/core/catalog/models.js';
import type { ImageRequest, VideoRequest } from '../../../src/core/catalog/requests.js';
import { clipRequest } from '../../../src/core/draft/clip-request.js';
import { draftFrom, resolveDraft, withReference } from '../../../src/core/draft/index.js';
import { requestFor } from '../../../src/core/draft/next-request.js';
import { imageStore } from '../../../src/core/records/image-store.js';
import { parentOf } from '../../../src/core/records/parent-of.js';
import { readRecord } from '../../../src/core/records/record-shape.js';
import { taskStore } from '../../../src/core/records/task-store.js';
import { imageBody, submitBody } from '../../../src/core/wire/bodies.js';

const parent = { outTaskId: 'k1', index: 1, seconds: 2.5 };
const filmed: VideoRequest = { model: 'veo-3.1-fast', prompt: 'Tide', durationSeconds: 6, seed: 9, imageUrl: 'https://cdn.example/first.png', parent };
const drawn: ImageRequest = { model: 'gpt-image-2', prompt: 'A kettle', parent };
const address = 'https://cdn.example/2.png';
const models = listModels(catalog);

describe('what a request began with', () => {
  it('is not sent', () => {
    for (const body of [submitBody(filmed, 'k2', 'flat'), submitBody(filmed, 'k2', 'params'), imageBody(drawn)]) expect(JSON.stringify(body)).not.toContain('k1');
  });

  it.each<[string, unknown, unknown]>([
    ['is read as it was written', parent, parent],
    ['needs no moment', { outTaskId: 'k1', index: 0 }, { outTaskId: 'k1', index: 0 }],
    ['may be missing, as in records of before', undefined, undefined],
  ])('%s', (_, written, read) => {
    const text = JSON.stringify({ version: 1, outTaskId: 'k2', createdAt: 1, request: { ...filmed, parent: written } });
    const record = readRecord(text, 'k2', 'task');
    expect(record?.request).toMatchObject({ model: 'veo-3.1-fast', imageUrl: filmed.imageUrl });
    expect((record?.request as VideoRequest | undefined)?.parent).toEqual(read);
  });

  it('is reused by all that begins with the same, and left out where the result itself is begun with', () => {
    const [image, film] = [{ kind: 'image', url: address, seed: 3 } as const, { kind: 'video', url: address } as const];
    expect(requestFor('remix', film, filmed)).toMatchObject({ imageUrl: filmed.imageUrl, parent });
    expect(requestFor('sameSeed', film, filmed)).toMatchObject({ parent });
    expect(requestFor('variations', image, drawn)).toMatchObject({ parent });
    expect(requestFor('reference', image, drawn)).not.toHaveProperty('parent');
  });

  it('stands in the draft as long as its image does', () => {
    const draft = draftFrom(filmed, 'video');
    expect(draft).toMatchObject({ image: filmed.imageUrl, parent });
    expect(resolveDraft(draft, models.filter(({ kind }) => kind === 'video'), undefined).request).toMatchObject({ imageUrl: filmed.imageUrl, parent });
    expect(resolveDraft({ ...draft, image: undefined }, models.filter(({ kind }) => kind === 'video'), undefined).request).not.toHaveProperty('parent');
    expect(withReference(draft, address, models).parent).toBeUndefined();
    expect(withReference(draft, address, models, parent).parent).toBe(parent);
  });
});

describe('the next clip', () => {
  const frame = { imageUrl: address, parent: { outTaskId: 'k2', index: 0 } };

  it('is asked for as the one before, but for its seed and its beginning', () => {
    expect(clipRequest({ kind: 'video' }, filmed, frame)).toEqual({ model: 'veo-3.1-fast', prompt: 'Tide', durationSeconds: 6, ...frame });
  });

  it('of a picture has its prompt, and leaves the model open', () => {
    expect(clipRequest({ kind: 'image' }, { ...drawn, size: '1024x1024', seed: 4 }, frame)).toEqual({ prompt: 'A kettle', ...frame });
  });
});

describe('a result', () => {
  const client = { memory: { storage: null, scope: undefined } };
  const cost = { billed: 'yes' } as const;

  it('is found by its address, of tasks and of images, and no other is taken for it', () => {
    const assets = [1, 2].map((index) => ({ kind: 'image', url: `https://cdn.example/${index}.png` }) as const);
    taskStore(client).put({ version: 1, outTaskId: 'k1', taskId: 't1', request: drawn, createdAt: 1, snapshot: { taskId: 't1', status: 'completed', assets, cost } });
    taskStore(client).put({ version: 1, outTaskId: 'k3', request: drawn, createdAt: 2 });
    const embedded = { kind: 'image', url: 'data:image/png;base64,AAAA' } as const;
    imageStore(client).put({ version: 1, outTaskId: 'k2', via: 'sync', request: drawn, createdAt: 1, snapshot: { status: 'completed', assets: [embedded], cost } });
    expect(parentOf(client, assets[1]!)).toEqual({ outTaskId: 'k1', index: 1 });
    expect(parentOf(client, embedded)).toEqual({ outTaskId: 'k2', index: 0 });
    expect(parentOf(client, { url: 'https://cdn.example/1.png?signature=other' })).toBeUndefined();
  });
});
