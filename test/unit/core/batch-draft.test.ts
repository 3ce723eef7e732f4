import { catalog, type Catalog } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { type BatchDraft, readBatchDraft } from '../../../src/core/batch/batch-draft.js';
import { problemsOf } from '../../../src/core/batch/check.js';
import { resolveBatch } from '../../../src/core/batch/resolve-batch.js';
import { readText, repeatsOf } from '../../../src/core/batch/template.js';
import { fc } from '../../support/chance.js';

const draft = (change: Partial<BatchDraft> = {}): BatchDraft => ({ kind: 'image', text: 'A kettle\nA mug', models: { image: ['gpt-image-2', 'nano-banana'] }, ...change });
const resolve = (change: Partial<BatchDraft> = {}, of: Catalog = catalog) => resolveBatch(draft(change), of);
const issues = (change: Partial<BatchDraft>) => resolve(change).issues;

describe('the text of a batch', () => {
  it('is a prompt a line, and one for each row of values where a line has names in it', () => {
    const { names, prompts, missing } = readText('A kettle\n\n A {{ colour }} mug on {{ground}} \nA {{colour}} cup', [{ colour: 'red', ground: 'oak' }, {}, { colour: 'blue' }]);
    expect(names).toEqual(['colour', 'ground']);
    expect(prompts).toEqual([
      { prompt: 'A kettle', line: 1, row: undefined },
      { prompt: 'A red mug on oak', line: 3, row: 1 },
      { prompt: 'A blue mug on ', line: 3, row: 3 },
      { prompt: 'A red cup', line: 4, row: 1 },
      { prompt: 'A blue cup', line: 4, row: 3 },
    ]);
    expect(missing).toEqual([{ name: 'ground', row: 3 }]);
  });

  it('says which lines have braces that name nothing', () => {
    expect(readText('A {{colour}}\nA {{colour\nA }} mug\nA {{ }} cup\nA {single} one', [{ colour: 'red' }]).unclosed).toEqual([2, 3]);
  });

  it('says what is there already, and where', () => {
    expect(repeatsOf(readText('A\nB\nA\n{{x}}', [{ x: 'C' }, { x: 'B' }]).prompts)).toEqual([
      { prompt: 'A', line: 3, row: undefined },
      { prompt: 'B', line: 4, row: 2 },
    ]);
  });

  it('takes a name that every object has for the name that it is', () => {
    expect(readText('{{constructor}} {{__proto__}}', [{ constructor: 'a' }]).missing).toEqual([{ name: '__proto__', row: 1 }]);
  });
});

describe('a draft of a batch', () => {
  it('comes to each model with what it takes of what is asked of all', () => {
    const { chosen, fields, values, results } = resolve({ n: 2, quality: 'high', aspectRatio: '16:9' });
    expect(chosen.map(({ column, changes }) => [column.model, column.quality, column.n, changes.map(({ field }) => field)])).toEqual([
      ['nano-banana', undefined, chosen[0]?.column.n, chosen[0]?.changes.map(({ field }) => field)],
      ['gpt-image-2', 'high', 2, chosen[1]?.changes.map(({ field }) => field)],
    ]);
    expect(chosen[0]?.changes.map(({ field }) => field)).toContain('quality');
    expect(fields.choices.quality?.options).toContain('high');
    expect(values).toMatchObject({ n: 2, quality: 'high', aspectRatio: '16:9' });
    expect(results).toBe(2 * chosen.reduce((sum, { column }) => sum + (column.n ?? 1), 0));
  });

  it('shows what all come to where nothing is wished, and nothing where they differ', () => {
    expect(resolve().values).toMatchObject({ n: 1, aspectRatio: '1:1' });
    const clips = resolve({ kind: 'video', models: { video: ['veo-3.1-fast', 'sora-2'] } });
    const lengths = new Set(clips.chosen.map(({ column }) => column.durationSeconds));
    expect(clips.values.durationSeconds).toBe(lengths.size === 1 ? [...lengths][0] : undefined);
  });

  it('says each reason against it, with its line or row', () => {
    expect(issues({ text: ' \n', models: {} })).toEqual([{ field: 'prompts', code: 'empty' }, { field: 'models', code: 'none' }]);
    expect(issues({ text: 'A {{colour}} mug' })).toEqual([{ field: 'values', code: 'no_rows' }]);
    expect(issues({ text: 'A {{colour}} {{size}} mug\nA {{', rows: [{ colour: 'red', size: ' ' }] })).toEqual([{ field: 'prompts', code: 'unclosed', line: 2 }, { field: 'values', code: 'missing', name: 'size', row: 1 }]);
    expect(issues({ text: `A\n${'x'.repeat(32_001)}` })).toEqual([{ field: 'prompts', code: 'too_long', line: 2, over: 1 }]);
    const many = (count: number) => Array.from({ length: count }, (_, at) => `Number ${at}`).join('\n');
    expect(issues({ text: many(101) })).toEqual([{ field: 'prompts', code: 'too_many', cells: 202, limit: 200 }]);
    expect(issues({ text: many(100) })).toEqual([]);
    expect(resolve({ text: many(101) }).input).toBeUndefined();
  });

  it('takes no model that is not reached, or of the other kind', () => {
    const { chosen } = resolve({ models: { image: ['gpt-image-2', 'nano-banana', 'sora-2', 'gone'] } }, { ...catalog, reachable: ['nano-banana'] });
    expect(chosen.map(({ model }) => model.id)).toEqual(['nano-banana']);
  });

  it('never comes to what the check of a batch refuses', () => {
    const kinds = ['image', 'video'] as const;
    const wishes = fc.record(
      { aspectRatio: fc.constantFrom('1:1', '16:9', '9:16', '21:9'), quality: fc.constantFrom('low', 'hd', 'high'), resolution: fc.constantFrom('720p', '1080p', '4k'), n: fc.integer({ min: 1, max: 12 }), durationSeconds: fc.integer({ min: 1, max: 20 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds), wishes, fc.subarray(catalog.models.map(({ id }) => id), { minLength: 1 }), (kind, wished, ids) => {
        const { input } = resolveBatch({ kind, text: 'A kettle', models: { [kind]: ids }, ...wished }, catalog);
        expect(input === undefined ? [] : problemsOf(input, catalog)).toEqual([]);
      }),
    );
  });

  it('is read as it was written down, and of anything else there is none, or what of it is one', () => {
    const whole = draft({ n: 2, quality: 'high', rows: [{ colour: 'red' }] });
    expect(readBatchDraft(whole)).toEqual({ ...whole, models: { image: whole.models?.image, video: undefined } });
    for (const written of [undefined, '', null, [], { kind: 'image' }, { kind: 'song', text: 'a' }]) expect(readBatchDraft(written)).toBeUndefined();
    expect(readBatchDraft({ kind: 'image', text: 'a', n: '2', quality: 5, rows: [{ a: 1, b: '2' }, 7], models: { image: [1, 'x'] } })).toEqual({ kind: 'image', text: 'a', rows: [{ b: '2' }, {}], models: { image: ['x'], video: undefined } });
  });
});
