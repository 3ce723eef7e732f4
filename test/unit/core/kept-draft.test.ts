import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type PromptDraft, readDraft } from '../../../src/core/draft/index.js';
import { keptDraft } from '../../../src/core/draft/kept-draft.js';
import { createTaskStore } from '../../../src/core/records/task-store.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

const whole: Required<Omit<PromptDraft, 'mask'>> = {
  kind: 'video',
  prompt: 'A kite',
  models: { image: 'gpt-image-2', video: 'sora-2' },
  ...{ aspectRatio: '16:9', size: '1024x1024', resolution: '1080p', quality: 'high', style: 'vivid', stylePreset: 'cinematic', motionIntensity: 'low' },
  ...{ outputFormat: 'webp', outputCompression: 80, n: 2, durationSeconds: 8, seed: 7, negativePrompt: 'rain' },
  ...{ image: 'https://files.example.com/a.png', parent: { outTaskId: 'bs_1', index: 1, seconds: 2.5 } },
};

describe('a draft that is kept', () => {
  it('is there again, each part of it', () => {
    const memory = { storage: createMemoryStorage(), scope: 'ann' };
    keptDraft({ memory }, 'studio', readDraft).set(whole);
    expect(keptDraft({ memory: { ...memory } }, 'studio', readDraft).get()).toEqual(whole);
    expect(keptDraft({ memory: { ...memory } }, 'other', readDraft).get()).toBeUndefined();
    expect(keptDraft({ memory: { ...memory, scope: 'bob' } }, 'studio', readDraft).get()).toBeUndefined();
  });

  it('goes with all that is forgotten of its user, and tells nobody of each letter', () => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    onTestFinished(() => void vi.unstubAllGlobals());
    const elsewhere = (name: string) => page.dispatchEvent(Object.assign(new Event('storage'), { key: `bytespike:1:ann:${name}` }));
    const memory = { storage: createMemoryStorage(), scope: 'ann' };
    const store = createTaskStore(memory);
    let told = 0;
    store.subscribe(() => told++);
    const kept = keptDraft({ memory }, 'studio', readDraft);
    kept.set(whole);
    elsewhere('draft:studio');
    expect(told).toBe(0);
    elsewhere('task:bs_1');
    expect(told).toBe(1);
    store.clear();
    expect(kept.get()).toBeUndefined();
  });

  it('is without the files in it, and without what image they were of', () => {
    const memory = { storage: createMemoryStorage(), scope: undefined };
    const kept = keptDraft({ memory }, 'studio', readDraft);
    kept.set({ ...whole, image: new Blob(['a']), mask: new Blob(['b']) });
    const { image: _image, parent: _parent, ...others } = whole;
    expect(kept.get()).toEqual(others);
  });

  it('is without what is not what it should be, and none where nothing is', () => {
    expect(readDraft({ kind: 'image', prompt: 'a', n: '2', seed: 'x', quality: 5, image: {}, models: { image: 3, video: 'x' }, parent: { outTaskId: 'a', index: 0 } })).toEqual({ kind: 'image', prompt: 'a', models: { video: 'x' } });
    expect(readDraft({ kind: 'image', prompt: 'a', image: 'https://a.example', parent: 'a' })).toEqual({ kind: 'image', prompt: 'a', models: {}, image: 'https://a.example' });
    for (const written of [undefined, '', null, [], { kind: 'image' }, { kind: 'song', prompt: 'a' }]) expect(readDraft(written)).toBeUndefined();
  });
});
