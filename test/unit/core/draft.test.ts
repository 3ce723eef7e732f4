import { catalog, type ImageModel, type Model, recommendModel, type VideoModel } from 'bytespike-react';
import { fc } from '../../support/chance.js';
import { describe, expect, it } from 'vitest';
import { briefOf, type ChoiceName, commonFields, draftFrom, type DraftFields, fieldsOf, fitDraft, openDraft, type PromptDraft, requestIssue, requestOf, withModel } from '../../../src/core/draft/index.js';
import { listModels } from '../../../src/core/catalog/models.js';
import { validateRequest } from '../../../src/core/catalog/validate.js';

const entries = listModels(catalog);
const prompt = 'tide over black rocks';
const fieldsFor = (model: Model): DraftFields => fieldsOf({ kind: model.kind, facts: model });
const model = <Kind extends Model['kind']>(id: string) => catalog.models.find((each) => each.id === id) as Extract<Model, { kind: Kind }>;

function send(draft: PromptDraft, to: Model) {
  const fitted = fitDraft(draft, fieldsFor(to));
  return { ...fitted, request: requestOf(draft, to.id, fitted.values) };
}

/** Every draft that the controls of a model can make: each shape with each size, and each option of each choice with each of the others. */
function* everyDraft(to: Model): Generator<PromptDraft> {
  const { shapes, choices, wholes } = fieldsFor(to);
  const options: [keyof PromptDraft, readonly (string | number | undefined)[]][] = [
    ...(Object.keys(choices) as ChoiceName[]).map((name): [ChoiceName, readonly (string | undefined)[]] => [name, [undefined, ...choices[name]!.options]]),
    ...Object.entries(wholes).map(([name, { min, max }]): [keyof PromptDraft, (number | undefined)[]] => [
      name as keyof PromptDraft,
      [undefined, min, ...(name === 'n' || name === 'durationSeconds' ? range(min, max ?? min) : []), max],
    ]),
  ];
  const outlines = [{}, ...shapes.flatMap(({ ratio, sizes }) => [{ aspectRatio: ratio }, ...sizes.map((size) => ({ aspectRatio: ratio, size }))])];
  for (const outline of outlines) {
    // Numbers do not bear on each other, so each is tried beside the first of the others.
    const combinations = product(options.filter(([name]) => name in choices));
    for (const combination of combinations) {
      yield { kind: to.kind, prompt, ...outline, ...combination };
      for (const [name, values] of options.filter(([each]) => !(each in choices))) {
        for (const value of values) yield { kind: to.kind, prompt, ...outline, ...combination, [name]: value };
      }
    }
  }
}

const range = (min: number, max: number): number[] => Array.from({ length: max - min + 1 }, (_, index) => min + index);

function product(options: readonly [string, readonly unknown[]][]): Record<string, unknown>[] {
  return options.reduce<Record<string, unknown>[]>((all, [name, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))), [{}]);
}

describe.each(catalog.models)('the form of $id', (to) => {
  it('makes no combination that is refused, and sends what was chosen', () => {
    // Thousands of drafts: told together, an assertion for each would take longer than all the rest.
    const drafts = [...everyDraft(to)];
    const refused = drafts.filter((draft) => requestIssue(send(draft, to).request) !== undefined);
    const bent = drafts.filter((draft) => send(draft, to).changes.length > 0);
    expect({ refused, bent }).toEqual({ refused: [], bent: [] });
    expect(drafts.length).toBeGreaterThan(5);
  });

  it('takes whatever was wished of other models, as far as it can, and says the rest', () => {
    fc.assert(
      fc.property(anyDraft, (wishes) => {
        const draft: PromptDraft = { ...wishes, kind: to.kind };
        const { request, values, changes } = send(draft, to);
        expect(() => validateRequest(request)).not.toThrow();
        const told = changes.filter(({ field }) => field !== 'image').map(({ field, to: sent }) => [field, sent]);
        expect(told).toEqual(told.map(([field]) => [field, values[field as keyof typeof values]]));
        const bent = new Set<string>(changes.map(({ field }) => field));
        const granted = Object.entries(values).filter(([name]) => name in draft && draft[name as keyof PromptDraft] !== undefined && !bent.has(name) && name !== 'size');
        expect(granted.map(([name, value]) => [name, asSent(value)])).toEqual(granted.map(([name]) => [name, asSent(draft[name as keyof PromptDraft])]));
      }),
      // What chance has found.
      { numRuns: 300, examples: [[{ kind: 'image', prompt, outputFormat: 'webp', outputCompression: -0, seed: -0 }]] },
    );
  });

  it('offers a field if and only if the model takes it', () => {
    const fields = fieldsFor(to);
    const refused = (change: object) => {
      try {
        validateRequest({ model: to.id, prompt, ...change });
        return false;
      } catch {
        return true;
      }
    };
    expect('seed' in fields.wholes).toBe(!refused({ seed: 1 }));
    expect(fields.texts.includes('negativePrompt')).toBe(!refused({ negativePrompt: 'rain' }));
    expect('n' in fields.wholes).toBe(to.kind === 'image');
    const counted = (['n', 'durationSeconds'] as const).flatMap((name) => (fields.wholes[name] === undefined ? [] : [{ [name]: fields.wholes[name].max! + 1 }]));
    expect(counted.map(refused)).toEqual([true]);
  });
});

/** Without spaces around it, and zero without a sign, which JSON does not know. */
const asSent = (value: unknown) => (typeof value === 'string' ? value.trim() : value === 0 ? 0 : value);

const anyWord = fc.constantFrom('720p', '1080p', '4k', 'standard', 'hd', 'low', 'medium', 'high', 'auto', 'natural', 'vivid', 'png', 'webp', 'jpeg', 'cinematic', 'none', '', 'x');
const anyDraft: fc.Arbitrary<PromptDraft> = fc.record(
  {
    kind: fc.constant('image' as const),
    prompt: fc.string({ minLength: 1 }).map((text) => `a${text}`),
    aspectRatio: fc.constantFrom('1:1', '16:9', '9:16', '4:3', '3:4', '2:3', '3:2', '21:9', '1:0', 'wide', ''),
    size: fc.constantFrom('1024x1024', '1024x1536', '2048x2048', '4096x4096', '640x480', 'big', ''),
    resolution: anyWord,
    quality: anyWord,
    style: anyWord,
    stylePreset: anyWord,
    motionIntensity: anyWord,
    outputFormat: anyWord,
    outputCompression: fc.oneof(fc.integer(), fc.double()),
    n: fc.oneof(fc.integer(), fc.double()),
    durationSeconds: fc.oneof(fc.integer({ min: -3, max: 40 }), fc.double()),
    seed: fc.oneof(fc.integer(), fc.double()),
    negativePrompt: fc.string(),
    image: fc.oneof(fc.constant('https://example.com/a.png'), fc.constant(new Blob([]))),
  },
  { requiredKeys: ['kind', 'prompt'] },
);

describe('a switch of the model', () => {
  const wishes: PromptDraft = { kind: 'video', prompt, durationSeconds: 12, resolution: '1080p', aspectRatio: '9:16', seed: 7 };

  it('keeps what fits and says what changed', () => {
    const { values, changes } = send(wishes, model<'video'>('veo-3.1-fast'));
    expect(values).toEqual({ aspectRatio: '9:16', resolution: '720p', durationSeconds: 5, seed: 7 });
    expect(changes).toEqual([
      { field: 'resolution', from: '1080p', to: '720p' },
      { field: 'durationSeconds', from: 12, to: 5 },
    ]);
  });

  it('brings back on the next model what this one could not take', () => {
    expect(send(wishes, model<'video'>('sora-2-pro')).values).toMatchObject({ resolution: '1080p', durationSeconds: 12 });
  });

  it('finds the shape that looks most like the one that was wished', () => {
    const tall = send({ kind: 'image', prompt, aspectRatio: '9:16' }, model<'image'>('gpt-image-2'));
    expect(tall.request).toMatchObject({ size: '1024x1536' });
    expect(tall.request).not.toHaveProperty('aspectRatio');
    expect(tall.changes).toEqual([{ field: 'aspectRatio', from: '9:16', to: '2:3' }]);
  });

  it('sends a ratio that no size has as a ratio, and never beside a size', () => {
    const { request } = send({ kind: 'image', prompt, aspectRatio: '16:9' }, model<'image'>('nano-banana'));
    expect(request).toMatchObject({ aspectRatio: '16:9' });
    expect(request).not.toHaveProperty('size');
  });

  it('keeps the size that was chosen for its own shape only', () => {
    const draft: PromptDraft = { kind: 'image', prompt, aspectRatio: '1:1', size: '4096x4096' };
    expect(send(draft, model<'image'>('gpt-image-2')).request).toMatchObject({ size: '4096x4096' });
    const wide = send({ ...draft, aspectRatio: '3:2' }, model<'image'>('gpt-image-2'));
    expect(wide.request).toMatchObject({ size: '1536x1024' });
    expect(wide.changes).toEqual([]);
    expect(send(draft, model<'image'>('nano-banana-pro')).changes).toEqual([{ field: 'size', from: '4096x4096', to: '2048x2048' }]);
  });

  it('says what is left out, and keeps it', () => {
    const draft: PromptDraft = { kind: 'image', prompt, negativePrompt: 'rain', seed: 5, quality: 'hd', image: new Blob(['x']) };
    const { request, changes } = send(draft, model<'image'>('nano-banana'));
    expect(request).toEqual({ model: 'nano-banana', prompt, size: '1024x1024', n: 1, seed: 5 });
    expect(changes.map(({ field }) => field)).toEqual(['quality', 'negativePrompt', 'image']);
    expect(send(draft, model<'image'>('seedream-v4')).request).toMatchObject({ negativePrompt: 'rain', seed: 5 });
  });

  it('does not take the length of a film for a wish about an image', () => {
    const { changes } = send({ ...wishes, kind: 'image', aspectRatio: undefined, seed: undefined }, model<'image'>('gpt-image-2'));
    expect(changes).toEqual([]);
  });

  it('holds a model for each kind', () => {
    const both = withModel({ ...withModel({ kind: 'image', prompt }, 'gpt-image-2'), kind: 'video' }, 'sora-2');
    expect(both.models).toEqual({ image: 'gpt-image-2', video: 'sora-2' });
  });
});

describe('a model that the catalog does not know', () => {
  const fields = fieldsOf({ kind: 'video', facts: undefined });

  it('takes what is typed, and nothing that is not', () => {
    const draft: PromptDraft = { kind: 'video', prompt };
    expect(requestOf(draft, 'new-model', fitDraft(draft, fields).values)).toEqual({ model: 'new-model', prompt });
    const typed = { ...draft, durationSeconds: 30, resolution: '4k', aspectRatio: '21:9' };
    expect(requestOf(typed, 'new-model', fitDraft(typed, fields).values)).toEqual({ model: 'new-model', prompt, durationSeconds: 30, resolution: '4k', aspectRatio: '21:9' });
  });
});

describe('what is left to the recommendation', () => {
  const videos = entries.filter(({ kind }) => kind === 'video');
  const images = entries.filter(({ kind }) => kind === 'image');

  it('offers what some model grants', () => {
    expect(commonFields(videos).wholes.durationSeconds).toMatchObject({ min: 1, max: 20 });
    expect(commonFields(images).wholes.n).toEqual({ min: 1, max: 4, default: 1 });
    expect(commonFields(images).shapes.map(({ ratio }) => ratio)).toContain('9:16');
    expect(commonFields([])).toMatchObject({ shapes: [], wholes: {}, texts: [] });
    expect([commonFields(videos).texts, commonFields(images).texts]).toEqual([['negativePrompt'], []]);
  });

  it('finds a model for each single wish, and its request is taken', () => {
    for (const kind of ['image', 'video'] as const) {
      const models = kind === 'image' ? images : videos;
      const fields = commonFields(models);
      const wishes = [
        ...fields.shapes.map(({ ratio }) => ({ aspectRatio: ratio })),
        ...Object.entries(fields.wholes).flatMap(([name, { min, max }]) => [{ [name]: min }, { [name]: max }]),
        ...(fields.choices.resolution?.options ?? []).map((resolution) => ({ resolution })),
      ];
      for (const wish of wishes) {
        const draft = openDraft({ kind, prompt, ...wish });
        const found = recommendModel(briefOf(draft, models));
        expect(found.model, JSON.stringify(wish)).toBeDefined();
        const to = catalog.models.find(({ id }) => id === found.model)! as ImageModel | VideoModel;
        const { values, changes } = fitDraft(draft, fieldsFor(to), found.params);
        expect(changes).toEqual([]);
        expect(() => validateRequest(requestOf(draft, to.id, values))).not.toThrow();
        expect(requestOf(draft, to.id, values)).toMatchObject('aspectRatio' in wish && values.size !== undefined ? { size: values.size } : wish);
      }
    }
  });

  it('asks for no shape that only the other kind has', () => {
    const draft: PromptDraft = { kind: 'video', prompt, aspectRatio: '2:3' };
    expect(briefOf(draft, videos).aspectRatio).toBe('9:16');
  });

  it('uses the recommended parameters where nothing is wished', () => {
    const fields = fieldsFor(model<'image'>('nano-banana-pro'));
    const { values } = fitDraft({ kind: 'image', prompt }, fields, { size: '2048x1536', quality: 'hd' });
    expect(values).toMatchObject({ size: '2048x1536', aspectRatio: '4:3', quality: 'hd' });
  });
});

describe('a draft from a request', () => {
  it('asks for the same again, on every model', () => {
    for (const to of catalog.models) {
      const asked = send({ kind: to.kind, prompt, seed: 7, negativePrompt: 'rain', ...(to.kind === 'video' && { image: 'https://example.com/a.png' }) }, to).request;
      const again = draftFrom(asked, to.kind);
      expect(again.models).toEqual({ [to.kind]: to.id });
      expect(send(again, to)).toMatchObject({ request: asked, changes: [] });
    }
  });

  it('keeps the model of the other kind', () => {
    const before: PromptDraft = { kind: 'video', prompt: '', models: { video: 'sora-2', image: 'seedream-v4' } };
    expect(draftFrom({ model: 'gpt-image-2', prompt }, 'image', before).models).toEqual({ video: 'sora-2', image: 'gpt-image-2' });
  });
});
