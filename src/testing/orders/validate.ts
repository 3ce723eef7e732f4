import { findModel } from '../../core/catalog/catalog.js';
import { defaultDuration } from '../../core/catalog/cost.js';
import type { ImageModel, Model, VideoModel } from '../../core/catalog/model.js';
import type { ImageRequest, VideoRequest } from '../../core/catalog/requests.js';
import { type Body, choice, httpUrl, notTaken, prompt, text, whole } from '../base/body.js';
import type { Drawing } from '../base/drawing.js';
import { invalid, Refusal } from '../base/refusal.js';
import type { MaskedImage } from './form.js';

const SEED_MAX = 2 ** 32 - 1;

export interface ImageOrder {
  kind: 'image';
  request: ImageRequest & { n: number; outputFormat: 'png' | 'webp' | 'jpeg' };
  width: number;
  height: number;
  /** A digest of what it starts from beside the prompt: images to edit, a conversation. */
  startsFrom?: string;
  /** The picture of ours that it changes. */
  before?: Drawing | undefined;
  /** What it may change of what it starts from; absent: all. */
  masked?: MaskedImage | undefined;
}

interface VideoOrder {
  kind: 'video';
  request: VideoRequest & { durationSeconds: number; resolution: string; aspectRatio: string };
}

/** A request that the catalog allows. */
export type Order = ImageOrder | VideoOrder;

/** @throws Refusal `invalid_param` without a model, `model_not_found` for one the catalog lacks */
export function modelOf(body: Body): Model {
  const id = text(body, 'model');
  if (id === undefined || id === '') throw invalid('model', 'model is missing. Name one of GET /v1/models.');
  const model = findModel(id);
  if (model !== undefined) return model;
  const message = `There is no model "${id}". Name one of GET /v1/models.`;
  throw new Refusal({ status: 400, code: 'model_not_found', param: 'model', message });
}

export function unsupported(model: Model, instead: string): Refusal {
  const message = `${model.id} is not served here. Use ${instead}.`;
  return new Refusal({ status: 400, code: 'unsupported_model', param: 'model', message });
}

/** @throws Refusal `invalid_param` that names the field */
export function imageOrder(model: ImageModel, body: Body): ImageOrder {
  const size = choice(body, 'size', model.sizes);
  const aspectRatio = choice(body, 'aspect_ratio', model.aspectRatios);
  const formats = model.formats?.options ?? null;
  const outputFormat = choice(body, 'output_format', formats) ?? model.formats?.default ?? 'png';
  const request = {
    model: model.id,
    prompt: prompt(body),
    size: size ?? model.defaultSize,
    n: whole(body, 'n', 1, model.maxN) ?? 1,
    quality: choice(body, 'quality', model.quality?.options),
    style: choice(body, 'style', model.style?.options),
    outputFormat: outputFormat as ImageOrder['request']['outputFormat'],
    outputCompression: compression(model, body, outputFormat),
    seed: seed(model, body),
    negativePrompt: negativePrompt(body, model.negativePrompt),
    aspectRatio,
  };
  return { kind: 'image', request, ...dimensions(request.size, size === undefined ? aspectRatio : undefined) };
}

function compression(model: ImageModel, body: Body, format: string): number | undefined {
  const value = whole(body, 'output_compression', 0, 100);
  if (value === undefined) return undefined;
  if (model.formats === null) throw notTaken('output_compression');
  if (model.formats.compression.onlyFor.includes(format)) return value;
  throw invalid('output_compression', `output_compression is only for webp and jpeg, and output_format is ${format}.`);
}

function negativePrompt(body: Body, taken: boolean): string | undefined {
  const value = text(body, 'negative_prompt');
  if (value !== undefined && !taken) throw notTaken('negative_prompt');
  return value;
}

function seed(model: Model, body: Body): number | undefined {
  const value = whole(body, 'seed', 0, SEED_MAX);
  if (value !== undefined && !model.seed) throw notTaken('seed');
  return value;
}

/** Pixels of `"<width>x<height>"`; an aspect ratio without a size shortens one side of it. */
function dimensions(size: string, aspectRatio: string | undefined): { width: number; height: number } {
  const [width = 1024, height = 1024] = size.split('x').map(Number);
  if (aspectRatio === undefined) return { width, height };
  const [across = 1, down = 1] = aspectRatio.split(':').map(Number);
  const unit = Math.max(width, height) / Math.max(across, down);
  return { width: Math.round(unit * across), height: Math.round(unit * down) };
}

/** @throws Refusal `invalid_param` that names the field */
export function videoOrder(model: VideoModel, body: Body): VideoOrder {
  const request = {
    model: model.id,
    prompt: prompt(body),
    durationSeconds: whole(body, 'duration_seconds', model.duration.min, model.duration.max) ?? defaultDuration(model),
    resolution: choice(body, 'resolution', model.resolutions) ?? model.defaultResolution,
    aspectRatio: choice(body, 'aspect_ratio', model.aspectRatios) ?? model.aspectRatios[0] ?? '16:9',
    seed: seed(model, body),
    negativePrompt: text(body, 'negative_prompt'),
    stylePreset: choice(body, 'style_preset', model.stylePresets),
    motionIntensity: choice(body, 'motion_intensity', model.motionIntensity?.options) as VideoRequest['motionIntensity'],
    imageUrl: httpUrl(body, 'image_url', true),
  };
  return { kind: 'video', request };
}
