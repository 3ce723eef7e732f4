import type { Catalog, ImageModel, Model, VideoModel } from '../catalog/model.js';
import { ratioOf } from '../catalog/shape.js';
import type { Exclusion, ExclusionCode, RecommendationBrief } from './brief.js';

type Say = (code: ExclusionCode, field: keyof RecommendationBrief, limit: Exclusion['limit'], message: string) => void;

/** Every demand of a brief that a model cannot meet, whatever is sent to it. */
export function limitsOf(model: Model, brief: RecommendationBrief, catalog: Catalog): Exclusion[] {
  const found: Exclusion[] = [];
  const say: Say = (code, field, limit, message) =>
    found.push({ model: model.id, code, field, ...(limit === undefined ? {} : { limit }), message: `${model.name} ${message}` });
  if (brief.models?.includes(model.id) === false) say('not_allowed', 'models', undefined, 'is not among the models that are allowed.');
  if (catalog.reachable?.includes(model.id) === false) {
    found.push({ model: model.id, code: 'not_reachable', message: `${model.name} is not reached by this key. Ask for a key of its routing group.` });
  }
  if (brief.compliance && !model.strengths.includes('compliance')) say('compliance', 'compliance', undefined, 'has no provider-direct, auditable routing.');
  if (brief.multiTurn && model.endpoint !== 'chat') say('multi_turn', 'multiTurn', undefined, 'does not edit in conversation.');
  if (brief.imageInit && !model.imageInit) say('image_init', 'imageInit', undefined, 'cannot start from an image.');
  if (brief.seed !== undefined && brief.seed !== false && !model.seed) say('seed', 'seed', undefined, 'takes no seed.');
  if (typeof brief.seed === 'number' && !Number.isInteger(brief.seed)) say('seed', 'seed', 'a whole number', `takes a whole seed, not ${brief.seed}.`);
  if (model.kind === 'image') imageLimits(model, brief, say);
  else videoLimits(model, brief, say);
  return found;
}

function imageLimits(model: ImageModel, { size, resolution, n, durationSeconds, aspectRatio }: RecommendationBrief, say: Say): void {
  if (resolution !== undefined) say('resolution', 'resolution', model.sizes, 'draws images, which have a size and no resolution. Set size.');
  if (durationSeconds !== undefined) say('duration', 'durationSeconds', undefined, 'draws images, which have no duration. Leave durationSeconds out.');
  if (size !== undefined && !model.sizes.includes(size)) say('size', 'size', model.sizes, `has no size ${size}; it has ${model.sizes.join(', ')}.`);
  if (n !== undefined && !isWhole(n, 1, model.maxN)) say('n', 'n', model.maxN, `makes 1 to ${model.maxN} images in one request, not ${n}.`);
  if (aspectRatio === undefined || model.aspectRatios?.includes(aspectRatio)) return;
  const ratios = [...new Set([...(model.aspectRatios ?? []), ...model.sizes.map(ratioOf)])];
  const fits = size === undefined ? ratios.includes(aspectRatio) : ratioOf(size) === aspectRatio;
  if (!fits) say('aspect_ratio', 'aspectRatio', ratios, `cannot make ${aspectRatio}${size === undefined ? '' : ` at ${size}`}; it has ${ratios.join(', ')}.`);
}

function videoLimits(model: VideoModel, { size, resolution, n, durationSeconds, aspectRatio }: RecommendationBrief, say: Say): void {
  const { min, max } = model.duration;
  if (size !== undefined) say('size', 'size', undefined, `makes no video of ${size}. Leave size out, and set resolution and aspectRatio.`);
  if (n !== undefined && n !== 1) say('n', 'n', 1, `makes one video in one request, not ${n}. Ask for each by itself.`);
  if (resolution !== undefined && !model.resolutions.includes(resolution)) {
    say('resolution', 'resolution', model.resolutions, `has no ${resolution}; it has ${model.resolutions.join(', ')}.`);
  }
  if (durationSeconds !== undefined && !isWhole(durationSeconds, min, max)) {
    say('duration', 'durationSeconds', max, `makes ${min} to ${max} whole seconds, not ${durationSeconds}.`);
  }
  if (aspectRatio !== undefined && !model.aspectRatios.includes(aspectRatio)) {
    say('aspect_ratio', 'aspectRatio', model.aspectRatios, `cannot make ${aspectRatio}; it has ${model.aspectRatios.join(', ')}.`);
  }
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
