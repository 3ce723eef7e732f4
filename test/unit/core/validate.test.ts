import { catalog } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { validateRequest, validateTaskBody } from '../../../src/core/catalog/validate.js';

const prompt = 'tide';
const refusal = (request: Parameters<typeof validateRequest>[0]) => {
  try {
    validateRequest(request);
  } catch (error) {
    return error;
  }
  return undefined;
};

describe.each(catalog.models)('what $id refuses', (model) => {
  it('takes its own defaults', () => {
    expect(refusal({ model: model.id, prompt })).toBeUndefined();
  });

  const wrong: Record<string, unknown> =
    model.kind === 'image'
      ? {
          size: '640x480',
          n: model.maxN + 1,
          quality: 'best',
          style: 'odd',
          outputFormat: 'tiff',
          aspectRatio: '21:9',
          ...(model.seed ? {} : { seed: 1 }),
          ...(model.negativePrompt ? {} : { negativePrompt: 'rain' }),
        }
      : {
          durationSeconds: model.duration.max + 1,
          resolution: '4k',
          aspectRatio: '21:9',
          stylePreset: 'odd',
          motionIntensity: 'wild',
        };

  it.each(Object.entries(wrong))('refuses %s %j and names the field', (field, value) => {
    expect(refusal({ model: model.id, prompt, [field]: value })).toMatchObject({
      code: 'invalid_param',
      field,
      billed: 'no',
      message: expect.stringContaining(model.name),
    });
  });
});

describe('what every model refuses', () => {
  it('refuses an empty prompt', () => {
    expect(refusal({ model: 'sora-2', prompt: '  ' })).toMatchObject({ field: 'prompt' });
  });

  it('refuses a fraction of a second, and none at all', () => {
    expect(refusal({ model: 'sora-2', prompt, durationSeconds: 1.5 })).toMatchObject({ field: 'durationSeconds' });
    expect(refusal({ model: 'sora-2', prompt, durationSeconds: 0 })).toMatchObject({ field: 'durationSeconds' });
  });

  it('refuses compression for a format that has none', () => {
    expect(refusal({ model: 'gpt-image-2', prompt, outputCompression: 50 })).toMatchObject({ field: 'outputFormat' });
    expect(refusal({ model: 'gpt-image-2', prompt, outputFormat: 'webp', outputCompression: 50 })).toBeUndefined();
  });

  it('lets a model through that it does not know', () => {
    expect(refusal({ model: 'brand-new', prompt, size: '1x1' })).toBeUndefined();
  });

  it('refuses a body over 1 MiB, counted in bytes', () => {
    expect(() => validateTaskBody({ prompt: '潮'.repeat(400_000) })).toThrow(/Shorten the prompt/);
    expect(() => validateTaskBody({ prompt: 'a'.repeat(400_000) })).not.toThrow();
  });
});
