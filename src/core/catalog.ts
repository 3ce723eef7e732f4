import { imageModels, videoModels } from './catalog-data.js';

interface ModelFacts {
  id: string;
  name: string;
  vendor: string;
  /** Languages its prompts are best written in. */
  promptLanguage: 'cjk-native' | 'english';
  seed: boolean;
  /** Whether it can start from an image. */
  imageInit: boolean;
  strengths: readonly string[];
}

export interface Choice {
  options: readonly string[];
  default: string;
}

/** USD an image, at a size and quality; `perTurn` is USD a conversation turn that made an image. */
export type ImageRate =
  | { size: string; quality?: string; perImage: number }
  | { size: string; perTurn: number }
  | { multiplierOf: string; factor: number };

export interface ImageModel extends ModelFacts {
  kind: 'image';
  endpoint: 'images' | 'chat';
  /** `"<width>x<height>"` in pixels. */
  sizes: readonly string[];
  defaultSize: string;
  /** Most images in one request. */
  maxN: number;
  negativePrompt: boolean;
  aspectRatios: readonly string[] | null;
  quality: Choice | null;
  style: Choice | null;
  formats: (Choice & { compression: { min: number; max: number; onlyFor: readonly string[] } }) | null;
  rates: readonly ImageRate[];
  /** Typical wait in seconds. */
  latency: readonly { size: string; quality?: string; min: number; max: number }[] | null;
  /** After this many seconds a synchronous answer is overdue. */
  syncLimitSeconds: number;
}

export interface VideoModel extends ModelFacts {
  kind: 'video';
  endpoint: 'tasks';
  /** Whole seconds of film. */
  duration: { min: number; max: number };
  resolutions: readonly string[];
  defaultResolution: string;
  aspectRatios: readonly string[];
  stylePresets?: readonly string[];
  motionIntensity?: Choice;
  supersededBy?: string;
  /** USD a second of film. */
  rates: readonly { resolution: string; perSecond: number }[];
  /** Typical wait in seconds, for a film of `clipSeconds`. */
  latency: readonly { clipSeconds: number; min: number; max: number }[];
  /** The reference's advice: read every `every` seconds until `until` seconds after submit. */
  cadence: readonly { every: number; until: number | null }[];
}

export type Model = ImageModel | VideoModel;
export type ImageModelId = (typeof imageModels)[number]['id'];
export type VideoModelId = (typeof videoModels)[number]['id'];

/** The gateway's models, limits, rates and typical waits, as its reference stated them in `asOf`. */
export const catalog: {
  readonly asOf: string;
  /** USD added to each video, once. */
  readonly videoSubmitFee: number;
  readonly models: readonly Model[];
} = { asOf: '2026-05', videoSubmitFee: 0.05, models: [...imageModels, ...videoModels] };

/** The built-in facts of a model; `undefined` for one the catalog does not know. */
export function findModel(id: string): Model | undefined {
  return catalog.models.find((model) => model.id === id);
}

/**
 * Typical seconds from submit to end: the entry of the catalog nearest to what is asked for.
 * `undefined` when the reference says nothing of this model.
 */
export function typicalSeconds(request: {
  model: string;
  size?: string | undefined;
  quality?: string | undefined;
  durationSeconds?: number | undefined;
}): { min: number; max: number } | undefined {
  const model = findModel(request.model);
  if (model === undefined || model.latency === null) return undefined;
  if (model.kind === 'video') {
    const wanted = request.durationSeconds ?? model.latency[0]?.clipSeconds ?? 0;
    return range(nearest(model.latency, (entry) => Math.abs(entry.clipSeconds - wanted)));
  }
  const size = request.size ?? model.defaultSize;
  const quality = request.quality ?? model.quality?.default;
  return range(
    nearest(model.latency, (entry) => (entry.size === size ? 0 : 2) + (entry.quality === quality ? 0 : 1)),
  );
}

function nearest<T>(entries: readonly T[], distance: (entry: T) => number): T | undefined {
  return [...entries].sort((a, b) => distance(a) - distance(b))[0];
}

function range(entry: { min: number; max: number } | undefined): { min: number; max: number } | undefined {
  return entry && { min: entry.min, max: entry.max };
}
