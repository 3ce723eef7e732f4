import { type Asset, type ImageRequest, requestFor, type VideoRequest } from 'bytespike-react';
import { describe, expect, expectTypeOf, it } from 'vitest';

const image: Asset = { kind: 'image', url: 'https://cdn.example/a.png', seed: 41 };
const video: Asset = { kind: 'video', url: 'https://cdn.example/a.mp4' };
const drawn: ImageRequest = { model: 'seedream-v4', prompt: 'A kettle', size: '1024x1024', n: 2, seed: 7, negativePrompt: 'steam' };
const filmed: VideoRequest = { model: 'veo-3.1', prompt: 'Tide', durationSeconds: 6, seed: 9, imageUrl: 'https://cdn.example/first.png' };

describe('what to ask for next', () => {
  it('the same seed carries the seed that the gateway named, else the one that was asked for', () => {
    expect(requestFor('sameSeed', image, drawn)).toEqual({ ...drawn, seed: 41 });
    expect(requestFor('sameSeed', video, filmed)).toEqual(filmed);
  });

  it('a remix is all but the seed', () => {
    const { seed: _, ...rest } = drawn;
    expect(requestFor('remix', image, drawn)).toEqual(rest);
    expect(requestFor('remix', video, filmed)).not.toHaveProperty('seed');
    expect(requestFor('remix', video, filmed)).toMatchObject({ durationSeconds: 6, imageUrl: 'https://cdn.example/first.png' });
  });

  it('variations are as many as the model draws at once, and without the seed', () => {
    const variations = requestFor('variations', image, drawn);
    expect(variations).toMatchObject({ prompt: 'A kettle', size: '1024x1024', n: 4 });
    expect(variations).not.toHaveProperty('seed');
    expect(requestFor('variations', image, { ...drawn, model: 'gpt-4o-image' })).toMatchObject({ n: 2 });
    expect(requestFor('variations', image, { ...drawn, model: 'a-model-of-tomorrow' })).toMatchObject({ n: 4 });
  });

  it('a reference is the image with what it was made of', () => {
    expect(requestFor('reference', image, drawn)).toMatchObject({ prompt: 'A kettle', imageUrl: image.url });
    expect(requestFor('reference', image, drawn)).not.toHaveProperty('seed');
  });

  it('of an edit goes on from what that started from, and a reference from its result', () => {
    const edited = { model: 'gpt-image-2', prompt: 'At dusk', image: new Blob(['x']), mask: new Blob(['y']) };
    expect(requestFor('remix', image, edited)).toEqual(edited);
    expect(requestFor('variations', image, edited)).toEqual({ ...edited, n: 4 });
    expect(requestFor('reference', image, edited)).toEqual({ model: 'gpt-image-2', prompt: 'At dusk', imageUrl: image.url });
  });

  it('is nothing where it cannot be', () => {
    const { seed: _, ...unseeded } = filmed;
    expect(requestFor('sameSeed', video, unseeded)).toBeUndefined();
    expect(requestFor('variations', video, filmed)).toBeUndefined();
    expect(requestFor('reference', video, filmed)).toBeUndefined();
  });

  it('leaves what it was given alone', () => {
    const before = structuredClone(drawn);
    for (const how of ['sameSeed', 'remix', 'variations', 'reference'] as const) requestFor(how, image, drawn);
    expect(drawn).toEqual(before);
  });

  it('keeps the type of the request', () => {
    expectTypeOf(requestFor('sameSeed', video, filmed)).toEqualTypeOf<(VideoRequest & { seed: number }) | undefined>();
    expectTypeOf(requestFor('remix', image, drawn)).toEqualTypeOf<Omit<ImageRequest, 'seed'> | undefined>();
  });
});
