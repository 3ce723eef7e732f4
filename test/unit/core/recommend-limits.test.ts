import { catalog, type ExclusionCode, type Model, type RecommendationBrief, recommendModel } from 'bytespike-react';
import { fc } from '../../support/chance.js';
import { describe, expect, it } from 'vitest';
import { validateRequest } from '../../../src/core/catalog/validate.js';

const { models } = catalog;
const codesOf = (model: Model, brief: Partial<RecommendationBrief>): ExclusionCode[] =>
  recommendModel({ kind: model.kind, prompt: 'tide', ...brief })
    .excluded.filter(({ model: id }) => id === model.id)
    .map(({ code }) => code);

describe.each(models)('$id', (model) => {
  const beyond: [Partial<RecommendationBrief>, ExclusionCode][] = [
    [{ models: ['another'] }, 'not_allowed'],
    [{ latencyBudgetSeconds: 1 }, 'latency'],
    [{ maxCost: 0.001 }, 'cost'],
    [{ aspectRatio: '21:9' }, 'aspect_ratio'],
    ...(model.strengths.includes('compliance') ? [] : [[{ compliance: true }, 'compliance'] as [Partial<RecommendationBrief>, ExclusionCode]]),
    ...(model.endpoint === 'chat' ? [] : [[{ multiTurn: true }, 'multi_turn'] as [Partial<RecommendationBrief>, ExclusionCode]]),
    ...(model.imageInit ? [] : [[{ imageInit: true }, 'image_init'] as [Partial<RecommendationBrief>, ExclusionCode]]),
    ...(model.seed ? [] : [[{ seed: true }, 'seed'] as [Partial<RecommendationBrief>, ExclusionCode]]),
    ...((model.kind === 'image'
      ? [
          [{ size: '640x480' }, 'size'],
          [{ n: model.maxN + 1 }, 'n'],
          [{ n: 0 }, 'n'],
          [{ resolution: '1080p' }, 'resolution'],
          [{ durationSeconds: 5 }, 'duration'],
        ]
      : [
          [{ durationSeconds: model.duration.max + 1 }, 'duration'],
          [{ durationSeconds: 2.5 }, 'duration'],
          [{ resolution: '4k' }, 'resolution'],
          [{ size: '1024x1024' }, 'size'],
          [{ n: 2 }, 'n'],
        ]) as [Partial<RecommendationBrief>, ExclusionCode][]),
  ];

  it.each(beyond)('is excluded by %o: %s', (brief, code) => {
    expect(codesOf(model, brief)).toContain(code);
  });

  it('takes what lies just within its limits', () => {
    const most: Partial<RecommendationBrief> =
      model.kind === 'image'
        ? { n: model.maxN, size: model.sizes.at(-1) }
        : { durationSeconds: model.duration.max, resolution: model.resolutions.at(-1), aspectRatio: '9:16' };
    expect(recommendModel({ kind: model.kind, prompt: 'tide', models: [model.id], ...most }).model).toBe(model.id);
  });
});

describe('an exclusion', () => {
  it('says which field, which limit and why', () => {
    const { excluded } = recommendModel({ kind: 'video', prompt: 'tide', durationSeconds: 9 });
    expect(excluded.find(({ model }) => model === 'veo-3.1')).toEqual({
      model: 'veo-3.1',
      code: 'duration',
      field: 'durationSeconds',
      limit: 8,
      message: 'Veo 3.1 makes 1 to 8 whole seconds, not 9.',
    });
  });

  it('names every reason of a model, not only the first', () => {
    expect(codesOf(models.find(({ id }) => id === 'gpt-image-2')!, { seed: 4, n: 9, size: '1x1' })).toEqual(['seed', 'size', 'n']);
  });

  it('counts what the prompt says plainly', () => {
    expect(recommendModel({ kind: 'video', prompt: 'a 15-second clip of a pier' })).toMatchObject({ model: 'sora-2-pro', params: { durationSeconds: 15 } });
    expect(recommendModel({ kind: 'image', prompt: 'wallpaper, 4096x4096' }).params?.size).toBe('4096x4096');
    expect(recommendModel({ kind: 'video', prompt: '10秒的视频,海边', resolution: '1080p' }).params?.durationSeconds).toBe(10);
  });

  it('of what the key cannot reach and of what nobody knows', () => {
    const live = {
      ...catalog,
      reachable: ['nano-banana', 'someone-elses'],
      open: [{ id: 'someone-elses', vendor: 'x', kind: 'image' as const, rates: [] }],
    };
    const { model, excluded } = recommendModel({ kind: 'image', prompt: 'a poster that says "HI"' }, live);
    expect(model).toBe('nano-banana');
    expect(excluded).toContainEqual(expect.objectContaining({ model: 'nano-banana-v2', code: 'not_reachable' }));
    expect(excluded).toContainEqual(expect.objectContaining({ model: 'someone-elses', code: 'unknown_limits' }));
  });
});

describe('when nothing fits', () => {
  const messages = (brief: RecommendationBrief) => recommendModel(brief).suggestions.map(({ message }) => message);

  it('chooses nothing and names the nearest ways', () => {
    const { model, params, suggestions } = recommendModel({ kind: 'video', prompt: 'tide', resolution: '1080p', latencyBudgetSeconds: 30 });
    expect({ model, params }).toEqual({});
    expect(suggestions).toEqual([
      { change: { latencyBudgetSeconds: 45 }, model: 'seedance-2.0-pro-fast', message: 'Allow 45 s: Seedance 2.0 Pro Fast then fits.' },
      { change: { resolution: '720p' }, model: 'seedance-fast', message: 'Settle for 720p: Seedance Fast then fits.' },
    ]);
  });

  it.each<[RecommendationBrief, string]>([
    [{ kind: 'image', prompt: 'x', maxCost: 0.01 }, 'Raise the budget to $0.012: Seedream V5 lite then fits.'],
    [{ kind: 'image', prompt: 'x', n: 8 }, 'Set n to 4: GPT-Image 2 then fits.'],
    [{ kind: 'video', prompt: 'x', durationSeconds: 40 }, 'Make it 20 s long: Sora 2 Pro then fits.'],
    [{ kind: 'image', prompt: 'x', compliance: true, seed: 3 }, 'Leave seed out: GPT-Image 2 Official then fits.'],
    [{ kind: 'image', prompt: 'x', models: ['gpt-4o-image'], size: '4096x4096' }, 'Set size to 2048x2048: GPT-4o Image then fits.'],
    [{ kind: 'video', prompt: 'x', aspectRatio: '4:3' }, 'Set aspectRatio to 1:1: Seedance 2.0 then fits.'],
    [{ kind: 'video', prompt: 'x', compliance: true }, 'Leave compliance out: Seedance 2.0 then fits.'],
    [{ kind: 'video', prompt: 'x', n: 3 }, 'Set n to 1: Seedance 2.0 then fits.'],
  ])('%o → %s', (brief, message) => {
    expect(messages(brief)).toContain(message);
  });

  it('would rather lessen a demand than give one up', () => {
    expect(messages({ kind: 'image', prompt: 'x', n: 4, seed: 1, models: ['gpt-image-2', 'nano-banana'] })).toEqual([
      'Set n to 2: Nano Banana then fits.',
      'Leave seed out: GPT-Image 2 then fits.',
      'Allow seedream-v4: Seedream V4 then fits.',
    ]);
  });

  it('offers less film beside more money', () => {
    expect(messages({ kind: 'video', prompt: 'x', durationSeconds: 8, maxCost: 0.3 })).toEqual([
      'Make it 5 s long: Seedance Fast then fits.',
      'Raise the budget to $0.53: Seedance 2.0 then fits.',
    ]);
  });
});

describe('what is less than the rule asks for', () => {
  const codes = (brief: RecommendationBrief) => recommendModel(brief).reasons.map(({ code }) => code);

  it('is said', () => {
    expect(codes({ kind: 'image', prompt: 'studio light on a glass vase', purpose: 'hero', maxCost: 0.05 })).toEqual(['photoreal', 'lowered']);
    expect(codes({ kind: 'video', prompt: 'cinematic', purpose: 'hero', maxCost: 1 })).toEqual(['cinematic', 'next_best']);
    expect(codes({ kind: 'video', prompt: 'cinematic', purpose: 'hero', latencyBudgetSeconds: 100 })).toEqual(['cinematic', 'wait_may_exceed']);
  });

  it('ties each reason to what triggered it', () => {
    const { reasons } = recommendModel({ kind: 'image', prompt: 'a mug left of a lamp, exactly three spoons' });
    expect(reasons[0]).toEqual({
      code: 'spatial',
      trigger: 'left of, exactly three',
      message: 'Where things are and how many there are has to be right (left of, exactly three): GPT-Image 2.',
    });
  });
});

const WORDS = ['studio lighting', 'glass', 'a sign that says "GO"', 'crowd', 'left of', 'three cats', 'ocean', 'dancing girl', 'cinematic', 'draft', 'hero image', '水墨', '写着“开”', '跳舞', '海浪', '東京の雨', '看板', '바다', '글자', 'no text', '10-second clip', '720p', '2048x2048', 'audit trail', 'multi-turn'];
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const briefs: fc.Arbitrary<RecommendationBrief> = fc.record({
  kind: fc.constantFrom('image', 'video'),
  prompt: fc.oneof({ weight: 4, arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }).map((words) => words.join(', ')) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) }),
  purpose: maybe(fc.constantFrom('draft', 'final', 'hero')),
  size: maybe(fc.constantFrom('1024x1024', '2048x2048', '1024x1536', '4096x4096', '1920x1080')),
  resolution: maybe(fc.constantFrom('720p', '1080p')),
  n: maybe(fc.integer({ min: 0, max: 5 })),
  durationSeconds: maybe(fc.integer({ min: 0, max: 22 })),
  aspectRatio: maybe(fc.constantFrom('16:9', '9:16', '1:1', '4:3', '2:3')),
  latencyBudgetSeconds: maybe(fc.integer({ min: 1, max: 200 })),
  maxCost: maybe(fc.double({ min: 0.005, max: 10, noNaN: true })),
  compliance: maybe(fc.boolean()),
  multiTurn: maybe(fc.boolean()),
  imageInit: maybe(fc.boolean()),
  seed: maybe(fc.oneof(fc.boolean(), fc.integer())),
  models: maybe(fc.subarray(models.map(({ id }) => id))),
});
/** With most fields silent, so that a good part of them can be met. */
const easy = fc.tuple(briefs, fc.subarray(['size', 'resolution', 'n', 'durationSeconds', 'aspectRatio', 'maxCost', 'latencyBudgetSeconds', 'seed', 'models'] as const, { maxLength: 3 })).map(
  ([brief, kept]): RecommendationBrief => ({
    kind: brief.kind,
    prompt: brief.prompt,
    purpose: brief.purpose,
    ...Object.fromEntries(kept.map((field) => [field, brief[field]])),
  }),
);
const any = fc.oneof(easy, briefs);

const fits = (brief: RecommendationBrief) => {
  const { alternatives, excluded, ...pick } = recommendModel(brief);
  return { fitting: pick.model === undefined ? [] : [pick, ...alternatives], excluded: excluded.map(({ model }) => model) };
};

describe('for any brief', () => {
  it('gives the same answer every time, and leaves the brief alone', () => {
    fc.assert(
      fc.property(any, (brief) => {
        const copy = structuredClone(brief);
        const once = recommendModel(brief);
        expect(recommendModel(copy)).toEqual(once);
        expect(brief).toEqual(copy);
      }),
    );
  });

  it('every model either fits or is excluded', () => {
    fc.assert(
      fc.property(any, (brief) => {
        const { fitting, excluded } = fits(brief);
        const all = [...fitting.map(({ model }) => model), ...new Set(excluded)];
        expect(all.sort()).toEqual(models.flatMap(({ id, kind }) => (kind === brief.kind ? [id] : [])).sort());
      }),
    );
  });

  it('what fits can be sent, and is within every limit of the brief', () => {
    fc.assert(
      fc.property(any, (brief) => {
        for (const { model, params, estimate, expectedSeconds } of fits(brief).fitting) {
          expect(() => validateRequest({ model, prompt: 'tide', ...params })).not.toThrow();
          expect(params).toMatchObject(demanded(brief, models.find(({ id }) => id === model)!));
          expect(estimate.max).toBeLessThanOrEqual(brief.maxCost ?? Number.POSITIVE_INFINITY);
          const wait = brief.kind === 'image' ? expectedSeconds?.max : expectedSeconds?.min;
          expect(wait ?? 0).toBeLessThanOrEqual(brief.latencyBudgetSeconds ?? Number.POSITIVE_INFINITY);
          expect(unmet(brief, model)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says so when a pick may take longer than it should', () => {
    fc.assert(
      fc.property(any, ({ latencyBudgetSeconds = 60, ...brief }) => {
        const { expectedSeconds, reasons } = recommendModel({ ...brief, latencyBudgetSeconds });
        const late = expectedSeconds !== undefined && expectedSeconds.max > latencyBudgetSeconds;
        expect(reasons.some(({ code }) => code === 'wait_may_exceed')).toBe(late);
      }),
    );
  });

  it.each<RecommendationBrief>([
    { kind: 'video', size: '1920x1080', latencyBudgetSeconds: 15 },
    { kind: 'image', resolution: '4096x1024' },
  ])('suggests changes of the words that %j is written in', (brief) => {
    const { suggestions } = recommendModel(brief);
    expect(suggestions).not.toEqual([]);
    for (const { change, model } of suggestions) expect(fits({ ...brief, ...change }).fitting.map(({ model: id }) => id)).toContain(model);
  });

  it('suggests only when nothing fits, and only what makes the model fit', () => {
    fc.assert(
      fc.property(any, (brief) => {
        const { model, suggestions } = recommendModel(brief);
        expect(model === undefined || suggestions.length === 0).toBe(true);
        for (const { change, model: promised } of suggestions) {
          expect(fits({ ...brief, ...change }).fitting.map(({ model: id }) => id)).toContain(promised);
        }
      }),
    );
  });
});

/** What the brief says that has to be in the parameters as it stands. */
function demanded({ size, n, durationSeconds, resolution, aspectRatio, seed }: RecommendationBrief, { kind }: Model): object {
  const fields = {
    ...(kind === 'image' ? { size, n } : size === undefined ? { durationSeconds, resolution, aspectRatio } : { durationSeconds }),
    seed: typeof seed === 'number' ? seed : undefined,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Demands that are met by some models only, and not by this one. */
function unmet({ models: allowed, compliance, multiTurn, imageInit, seed }: RecommendationBrief, id: string): string[] {
  const model = models.find((each) => each.id === id)!;
  return [
    ...(allowed?.includes(id) === false ? ['models'] : []),
    ...(compliance && id !== 'gpt-image-2-official' ? ['compliance'] : []),
    ...(multiTurn && id !== 'gpt-4o-image' ? ['multiTurn'] : []),
    ...(imageInit && !model.imageInit ? ['imageInit'] : []),
    ...(seed !== undefined && seed !== false && !model.seed ? ['seed'] : []),
  ];
}
