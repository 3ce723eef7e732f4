import { type Asset, catalog, estimateCost, type ImageEditRequest, type ImageRequest, type PromptDraft, type PromptSubmission, recommendModel, requestFor, type VideoRequest } from 'bytespike-react';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { briefOf, candidates, draftFrom, fieldsOf, openDraft, resolveDraft, submissionOf, takesMask, withReference } from '../../../src/core/draft/index.js';
import { listModels } from '../../../src/core/catalog/models.js';
import { referenceOf } from '../../../src/core/catalog/start-image.js';

const entries = listModels(catalog);
const images = entries.filter(({ kind }) => kind === 'image');
const videos = entries.filter(({ kind }) => kind === 'video');
const only = (...ids: readonly string[]) => images.filter(({ id }) => ids.includes(id));
const file = new Blob(['x'], { type: 'image/png' });
const address = 'https://example.com/a.png';
const prompt = 'The same at dusk';
const draft: PromptDraft = { kind: 'image', prompt, image: file };

/** What the panel makes of a draft that leaves the model to the recommendation. */
function automatic(asked: PromptDraft, models = images) {
  const recommended = recommendModel(briefOf(openDraft(asked), models));
  return { recommended, ...resolveDraft(asked, models, recommended) };
}

describe('which models take a reference', () => {
  it('follows from the catalog', () => {
    const forms = Object.fromEntries(catalog.models.map((model) => [model.id, referenceOf(model)]));
    const expected = Object.fromEntries(catalog.models.map(({ id, kind }) => [id, kind === 'video' ? { file: false, address: true } : undefined]));
    expect(forms).toEqual({
      ...expected,
      'gpt-4o-image': { file: true, address: true },
      'gpt-image-2': { file: true, address: false, mask: true },
      'gpt-image-2-official': { file: true, address: false, mask: true },
    });
  });

  it('is never guessed of a model that the catalog does not know', () => {
    expect(fieldsOf({ kind: 'image', facts: undefined }).image).toBeUndefined();
  });

  it('is what decides where the catalog says that a model has no such thing', () => {
    const stated = catalog.models.filter(({ imageInit }) => imageInit);
    expect(stated.map((model) => referenceOf({ ...model, imageInit: false }))).toEqual(stated.map(() => undefined));
  });
});

describe('a reference in a request', () => {
  const sent = (asked: PromptDraft, id: string) => resolveDraft({ ...asked, models: { [asked.kind]: id } }, asked.kind === 'image' ? images : videos);

  it.each(['gpt-image-2', 'gpt-image-2-official', 'gpt-4o-image'])('of %s makes it an edit', (id) => {
    const { request, takes } = sent(draft, id);
    expect(takes).toMatchObject({ file: true });
    expect(submissionOf('image', request!)).toEqual([expect.objectContaining({ model: id, image: file }), 'edit']);
    const { image: _image, ...drawn } = request as ImageEditRequest;
    expect(estimateCost(request!)).toEqual(estimateCost(drawn));
  });

  it('is left out of a model that takes none, which says so', () => {
    const { request, changes } = sent(draft, 'seedream-v4');
    expect(changes).toEqual([{ field: 'image', from: undefined, to: undefined }]);
    expect(submissionOf('image', request!)).toEqual([expect.not.objectContaining({ image: file }), 'image']);
  });

  it('is the first frame of a video, by its address', () => {
    const { request } = sent({ ...draft, kind: 'video', image: address }, 'veo-3.1');
    expect(submissionOf('video', request!)).toEqual([expect.objectContaining({ imageUrl: address }), 'video']);
  });

  it('is told by the type of the call', () => {
    const onSubmit = (...[request, call]: PromptSubmission) => {
      if (call === 'edit') expectTypeOf(request).toEqualTypeOf<ImageEditRequest>();
      if (call === 'video') expectTypeOf(request).toEqualTypeOf<VideoRequest>();
      if (call === 'image') expectTypeOf(request).toEqualTypeOf<ImageRequest>();
    };
    expectTypeOf(onSubmit).toBeFunction();
  });
});

describe('the recommendation with a reference', () => {
  const prompts = [prompt, 'Photo of a glass bottle, studio light', 'A sign that says "OPEN"', 'Three mugs left of a kettle', '国潮风格的月饼礼盒包装插画', 'Quick draft of a logo'];
  const wishes: Partial<PromptDraft>[] = [{}, { n: 4 }, { aspectRatio: '16:9' }, { seed: 7 }, { size: '4096x4096' }, { quality: 'hd' }, { negativePrompt: 'rain' }];

  it.each([file, address])('chooses only what takes one, whatever else is wished: %s', (image) => {
    for (const asked of prompts) {
      for (const wish of wishes) {
        const { model, request } = automatic({ ...draft, ...wish, prompt: asked, image });
        expect(model?.facts && referenceOf(model.facts), `${asked} ${JSON.stringify(wish)}`).toBeDefined();
        expect(request).toMatchObject({ image });
      }
    }
  });

  it('says what gives way, and in what it is offered', () => {
    const { fields, changes } = automatic({ ...draft, aspectRatio: '16:9', n: 4 });
    expect(changes).toEqual([
      { field: 'aspectRatio', from: '16:9', to: '3:2' },
      { field: 'n', from: 4, to: 2 },
    ]);
    expect(fields.shapes.map(({ ratio }) => ratio)).not.toContain('16:9');
    expect(automatic({ ...draft, image: undefined, aspectRatio: '16:9' }).changes).toEqual([]);
  });

  it('takes what is edited where nothing else may be chosen, and gives the reasons of the rules where it can', () => {
    expect(automatic(draft, only('seedream-v4', 'gpt-image-2')).model?.id).toBe('gpt-image-2');
    const { recommended } = automatic({ ...draft, prompt: 'A robot mascot' });
    expect(recommended.model).toBe('gpt-4o-image');
    expect(recommended.excluded).toContainEqual(expect.objectContaining({ model: 'seedream-v4', code: 'image_init' }));
  });

  it('does not choose what the key does not reach', () => {
    const unreached = images.map((entry) => (entry.id === 'gpt-4o-image' ? { ...entry, reachable: false } : entry));
    expect(candidates(draft, unreached).map(({ id }) => id)).toEqual(['gpt-image-2', 'gpt-image-2-official']);
  });

  it('leaves the image out where none takes one', () => {
    const { model, changes } = automatic(draft, only('seedream-v4', 'nano-banana'));
    expect(model).toBeDefined();
    expect(changes).toEqual([{ field: 'image', from: undefined, to: undefined }]);
  });

  it('films from a first frame with any of them', () => {
    const { request } = automatic({ ...draft, kind: 'video', image: address }, videos);
    expect(request).toMatchObject({ imageUrl: address });
  });
});

describe('a result as a reference', () => {
  const result: Asset = { kind: 'image', url: address };

  it('is put beside what was typed', () => {
    const typed: PromptDraft = { kind: 'image', prompt, n: 2, models: { image: 'gpt-image-2' } };
    expect(withReference(typed, result.url, entries)).toEqual({ ...typed, image: address });
  });

  it('leaves the model to the recommendation where the chosen one takes none', () => {
    const typed: PromptDraft = { kind: 'image', prompt, models: { image: 'seedream-v4', video: 'sora-2' } };
    expect(withReference(typed, result.url, entries).models).toEqual({ image: undefined, video: 'sora-2' });
    expect(withReference(typed, result.url, only('seedream-v4', 'nano-banana')).models).toEqual(typed.models);
  });

  it('stays in what is made of an edit again, with its mask', () => {
    const edited: ImageEditRequest = { model: 'gpt-image-2', prompt, size: '1024x1536', image: file, mask: file };
    for (const how of ['remix', 'variations'] as const) {
      const again = draftFrom(requestFor(how, result, edited)!, 'image');
      expect(again).toMatchObject({ prompt, image: file, mask: file, aspectRatio: '2:3', models: { image: 'gpt-image-2' } });
    }
    const next = draftFrom(requestFor('reference', result, edited)!, 'image');
    expect([next.image, next.mask]).toEqual([address, undefined]);
  });
});

describe('a mask', () => {
  const mask = new Blob(['m'], { type: 'image/png' });
  const masked: PromptDraft = { ...draft, mask };
  const sent = (asked: PromptDraft, id: string) => resolveDraft({ ...asked, models: { [asked.kind]: id } }, asked.kind === 'image' ? images : videos);

  it('goes along to models that take one', () => {
    for (const id of ['gpt-image-2', 'gpt-image-2-official']) expect(submissionOf('image', sent(masked, id).request!)).toEqual([expect.objectContaining({ image: file, mask }), 'edit']);
  });

  it('is left out of one that takes none, which says so, and waits', () => {
    const { request, changes } = sent(masked, 'gpt-4o-image');
    expect(changes).toEqual([{ field: 'mask', from: undefined, to: undefined }]);
    expect(request).not.toHaveProperty('mask');
    // Where the picture is left out, that is said and not both.
    expect(sent(masked, 'seedream-v4').changes).toEqual([{ field: 'image', from: undefined, to: undefined }]);
    expect(sent({ ...masked, kind: 'video', image: address }, 'sora-2').request).not.toHaveProperty('mask');
  });

  it('decides among which models the recommendation chooses', () => {
    expect(candidates(draft, images).map(({ id }) => id)).toEqual(['gpt-4o-image']);
    expect(candidates(masked, images).map(({ id }) => id)).toEqual(only('gpt-image-2', 'gpt-image-2-official').map(({ id }) => id));
    const { model, values, changes } = automatic(masked);
    expect([takesMask(model!), values.mask, changes]).toEqual([true, mask, []]);
    expect(candidates(masked, only('gpt-4o-image')).map(({ id }) => id)).toEqual(['gpt-4o-image']);
  });

  it('is that of one picture: another one has none', () => {
    expect(withReference(masked, address, images)).toMatchObject({ image: address, mask: undefined });
  });
});

it('a draft that names no model, without a recommendation, goes to the first that the key reaches, or to the first of all where it reaches none', () => {
  const reached = (...ids: readonly string[]) => images.map((entry) => ({ ...entry, reachable: ids.includes(entry.id) }));
  const typed: PromptDraft = { kind: 'image', prompt };
  expect(resolveDraft(typed, reached('seedream-v4', 'gpt-image-2')).model?.id).toBe(images.find(({ id }) => id === 'seedream-v4' || id === 'gpt-image-2')?.id);
  expect(resolveDraft(typed, reached()).model?.id).toBe(images[0]?.id);
  expect(resolveDraft(typed, []).model).toBeUndefined();
});
