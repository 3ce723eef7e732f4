import type { ImageModel, Model, VideoModel } from '../catalog/model.js';
import { ratioOf } from '../catalog/shape.js';
import type { RecommendationBrief, RecommendedParams } from './brief.js';

const LARGE = '2048x2048';
const SMALL = '1024x1024';
/** Seconds of film where the brief says nothing: what every model can make. */
const DEFAULT_SECONDS = 5;

/**
 * What could be sent to a model for a brief, best first: what the brief says stands in each of
 * them, and only what it leaves open differs.
 */
export function variantsOf(model: Model, brief: RecommendationBrief): RecommendedParams[] {
  return model.kind === 'image' ? imageVariants(model, brief) : videoVariants(model, brief);
}

function imageVariants(model: ImageModel, brief: RecommendationBrief): RecommendedParams[] {
  const { n, seed, aspectRatio } = brief;
  const takesRatio = aspectRatio !== undefined && model.aspectRatios?.includes(aspectRatio);
  const shared = {
    ...(n === undefined ? {} : { n }),
    ...(typeof seed === 'number' ? { seed } : {}),
    ...(takesRatio ? { aspectRatio } : {}),
  };
  return sizesFor(model, brief).flatMap((size) =>
    qualitiesFor(model, brief, brief.size).map((quality) => ({ size, ...(quality === undefined ? {} : { quality }), ...shared })),
  );
}

function sizesFor(model: ImageModel, { size, aspectRatio, purpose }: RecommendationBrief): string[] {
  if (size !== undefined) return [size];
  const shaped = aspectRatio === undefined ? model.sizes : model.sizes.filter((each) => ratioOf(each) === aspectRatio);
  const sizes = shaped.length > 0 ? shaped : model.sizes;
  const first = purpose === 'hero' ? LARGE : purpose === 'draft' ? SMALL : model.defaultSize;
  return unique([first, model.defaultSize, SMALL, ...sizes].filter((each) => sizes.includes(each)));
}

/** The guidance asks for the highest in a hero, and at 2048². */
function qualitiesFor(model: ImageModel, { purpose }: RecommendationBrief, size: string | undefined): (string | undefined)[] {
  if (model.quality === null) return [undefined];
  const usual = model.quality.default;
  const isBest = purpose === 'hero' || (purpose !== 'draft' && size === LARGE);
  return isBest ? unique([statedHighest(model) ?? usual, usual]) : [usual];
}

/** Only where the reference says what it costs or takes: of some models it names the option and nothing else. */
function statedHighest({ rates, latency }: ImageModel): string | undefined {
  const stated = [...rates, ...(latency ?? [])].map((each) => ('quality' in each ? each.quality : undefined));
  return ['hd', 'high'].find((quality) => stated.includes(quality));
}

function videoVariants(model: VideoModel, brief: RecommendationBrief): RecommendedParams[] {
  const { seed, aspectRatio = model.aspectRatios[0], durationSeconds = Math.min(DEFAULT_SECONDS, model.duration.max) } = brief;
  const first = brief.purpose === 'draft' ? '720p' : '1080p';
  const offered = unique([first, ...model.resolutions]).filter((each) => model.resolutions.includes(each));
  const resolutions = brief.resolution === undefined ? offered : [brief.resolution];
  return resolutions.map((resolution) => ({
    durationSeconds,
    resolution,
    ...(aspectRatio === undefined ? {} : { aspectRatio }),
    ...(typeof seed === 'number' ? { seed } : {}),
  }));
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
