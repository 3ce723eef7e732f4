import { catalog, findModel, type ImageModel, type ImageRequest, type Model, type RecommendationBrief, type RecommendedParams, type VideoModel, type VideoRequest } from 'bytespike-react';

export type Kind = Model['kind'];

/** Left to the recommendation. */
export const AUTO = 'auto';

/** What the person asked for. A wish that the chosen model cannot grant waits here for one that can. */
export interface Draft {
  kind: Kind;
  prompt: string;
  image: { model: string; size?: string; quality?: string; count: number };
  video: { model: string; aspectRatio?: string; resolution?: string; seconds: number };
}

export const emptyDraft: Draft = {
  kind: 'video',
  prompt: '',
  image: { model: AUTO, count: 1 },
  video: { model: AUTO, seconds: 4 },
};

/** What a recommendation goes by. Once a person has chosen a model, their wishes rule no other one out. */
export function briefOf({ kind, prompt, image, video }: Draft): RecommendationBrief {
  if (kind === 'image') return { kind, prompt, ...(image.model === AUTO ? { size: image.size, n: image.count } : {}) };
  const { aspectRatio, resolution, seconds } = video;
  return { kind, prompt, ...(video.model === AUTO ? { aspectRatio, resolution, durationSeconds: seconds } : {}) };
}

/** What a recommendation comes to, once there is one. */
export interface Pick {
  model?: string | undefined;
  params?: RecommendedParams | undefined;
}

/** The draft as a request; what is left open is as recommended. */
export function requestOf({ kind, prompt, image, video }: Draft, pick: Pick): ImageRequest | VideoRequest {
  const id = chosenModel(kind === 'image' ? image : video, pick);
  const model = findModel(id) ?? catalog.models.find((each) => each.kind === kind);
  // Only what was recommended for this very model.
  const params = pick.model === id ? pick.params : undefined;
  return model?.kind === 'image' ? imageRequest(prompt.trim(), image, model, params) : videoRequest(prompt.trim(), video, model as VideoModel, params);
}

function chosenModel({ model }: { model: string }, pick: Pick): string {
  return model === AUTO ? (pick.model ?? '') : model;
}

/** The wishes, each as far as the model grants it, so that the gateway refuses none. */
function imageRequest(prompt: string, wishes: Draft['image'], model: ImageModel, params: RecommendedParams = {}): ImageRequest {
  const { quality } = model;
  return {
    model: model.id,
    prompt,
    size: oneOf(model.sizes, wishes.size) ?? params.size ?? model.defaultSize,
    quality: quality === null ? undefined : (oneOf(quality.options, wishes.quality) ?? params.quality ?? quality.default),
    n: within(wishes.count, { min: 1, max: model.maxN }),
  };
}

function videoRequest(prompt: string, wishes: Draft['video'], model: VideoModel, params: RecommendedParams = {}): VideoRequest {
  return {
    model: model.id,
    prompt,
    aspectRatio: oneOf(model.aspectRatios, wishes.aspectRatio) ?? params.aspectRatio ?? model.aspectRatios[0],
    resolution: oneOf(model.resolutions, wishes.resolution) ?? params.resolution ?? model.defaultResolution,
    durationSeconds: within(wishes.seconds, model.duration),
  };
}

function oneOf(options: readonly string[], wish: string | undefined): string | undefined {
  return options.find((option) => option === wish);
}

function within(wish: number, { min, max }: { min: number; max: number }): number {
  return Math.min(max, Math.max(min, Math.round(wish)));
}
