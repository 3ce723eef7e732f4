import type {
  ImageGenerationResult,
  ImageModelInACallForVideo,
  ImageRequest,
  ImageRequestOf,
  NotTakenByThisModel,
  TaskRequestOf,
  VideoRequest,
  VideoRequestOf,
  VideoTaskResult,
} from 'bytespike-react';
import { describe, expectTypeOf, it } from 'vitest';

type Prompted<Fields> = { prompt: string } & Fields;

describe('what a model takes, as types', () => {
  it('takes what the catalog says', () => {
    expectTypeOf<Prompted<{ model: 'gpt-image-2'; size: '1024x1536'; quality: 'high'; style: 'vivid'; outputFormat: 'webp' }>>().toExtend<
      ImageRequestOf<'gpt-image-2'>
    >();
    expectTypeOf<Prompted<{ model: 'veo-3.1-fast'; durationSeconds: 4; resolution: '720p'; aspectRatio: '16:9' }>>().toExtend<
      VideoRequestOf<'veo-3.1-fast'>
    >();
    expectTypeOf<Prompted<{ model: 'sora-2-pro'; stylePreset: 'anime' }>>().toExtend<VideoRequestOf<'sora-2-pro'>>();
  });

  it('refuses what the model does not have', () => {
    expectTypeOf<Prompted<{ model: 'seedream-v4'; quality: 'high' }>>().not.toExtend<ImageRequestOf<'seedream-v4'>>();
    expectTypeOf<Prompted<{ model: 'gpt-image-2'; size: '640x480' }>>().not.toExtend<ImageRequestOf<'gpt-image-2'>>();
    expectTypeOf<Prompted<{ model: 'gpt-image-2'; seed: 7 }>>().not.toExtend<ImageRequestOf<'gpt-image-2'>>();
    expectTypeOf<Prompted<{ model: 'veo-3.1-fast'; resolution: '1080p' }>>().not.toExtend<VideoRequestOf<'veo-3.1-fast'>>();
    expectTypeOf<Prompted<{ model: 'veo-3.1'; stylePreset: 'anime' }>>().not.toExtend<VideoRequestOf<'veo-3.1'>>();
  });

  it('refuses a model of the other kind', () => {
    expectTypeOf<Prompted<{ model: 'gpt-image-2' }>>().not.toExtend<VideoRequestOf<'gpt-image-2'>>();
    expectTypeOf<Prompted<{ model: 'veo-3.1' }>>().not.toExtend<ImageRequestOf<'veo-3.1'>>();
    expectTypeOf<Prompted<{ model: 'veo-3.1' }>>().toExtend<TaskRequestOf<'veo-3.1'>>();
    expectTypeOf<Prompted<{ model: 'gpt-image-2' }>>().toExtend<TaskRequestOf<'gpt-image-2'>>();
  });

  it('says in its name what does not fit', () => {
    expectTypeOf<VideoRequestOf<'veo-3.1'>['stylePreset']>().toEqualTypeOf<(string & NotTakenByThisModel) | undefined>();
    expectTypeOf<VideoRequestOf<'gpt-image-2'>['model']>().toEqualTypeOf<'gpt-image-2' & ImageModelInACallForVideo>();
  });

  it('takes anything for a model that it does not know, and for a name that is only text', () => {
    expectTypeOf<Prompted<{ model: 'brand-new'; quality: 'best' }>>().toExtend<ImageRequestOf<'brand-new'>>();
    expectTypeOf<ImageRequest>().toExtend<ImageRequestOf<string>>();
    expectTypeOf<VideoRequest>().toExtend<VideoRequestOf<string>>();
  });

  it('infers the model from the call', () => {
    const submit = (_request: unknown): unknown => undefined;
    const typed = submit as VideoTaskResult['submit'];
    const generate = submit as ImageGenerationResult['generate'];
    expectTypeOf(() => typed({ model: 'veo-3.1-fast', prompt: 'tide', resolution: '720p' })).toBeFunction();
    expectTypeOf(() => generate({ model: 'brand-new', prompt: 'tide', quality: 'best' })).toBeFunction();
    const request: ImageRequest = { model: 'gpt-image-2', prompt: 'tide' };
    expectTypeOf(() => generate(request)).toBeFunction();
  });
});
