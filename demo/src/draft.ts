import { catalog, type ImageModel, type ImageRequest, type Model, type VideoModel, type VideoRequest } from 'bytespike-react';

export type Kind = Model['kind'];

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
  image: { model: 'gpt-image-2', count: 1 },
  video: { model: 'veo-3.1-fast', seconds: 4 },
};

export const imageModels = catalog.models.filter((model) => model.kind === 'image');
export const videoModels = catalog.models.filter((model) => model.kind === 'video');

export interface Requests {
  image: ImageRequest;
  video: VideoRequest;
}

/** The draft as a request of each kind. */
export function requestsOf({ prompt, image, video }: Draft): Requests {
  return {
    image: imageRequest(prompt.trim(), image, chosen(imageModels, image.model)),
    video: videoRequest(prompt.trim(), video, chosen(videoModels, video.model)),
  };
}

function chosen<M extends Model>(models: readonly M[], id: string): M {
  const model = models.find((each) => each.id === id) ?? models[0];
  if (model === undefined) throw new Error('The catalog has no model of this kind.');
  return model;
}

/** The wishes, each as far as the model grants it, so that the gateway refuses none. */
function imageRequest(prompt: string, wishes: Draft['image'], model: ImageModel): ImageRequest {
  return {
    model: model.id,
    prompt,
    size: oneOf(model.sizes, wishes.size) ?? model.defaultSize,
    quality: model.quality === null ? undefined : (oneOf(model.quality.options, wishes.quality) ?? model.quality.default),
    n: within(wishes.count, { min: 1, max: model.maxN }),
  };
}

function videoRequest(prompt: string, wishes: Draft['video'], model: VideoModel): VideoRequest {
  return {
    model: model.id,
    prompt,
    aspectRatio: oneOf(model.aspectRatios, wishes.aspectRatio) ?? model.aspectRatios[0],
    resolution: oneOf(model.resolutions, wishes.resolution) ?? model.defaultResolution,
    durationSeconds: within(wishes.seconds, model.duration),
  };
}

function oneOf(options: readonly string[], wish: string | undefined): string | undefined {
  return options.find((option) => option === wish);
}

function within(wish: number, { min, max }: { min: number; max: number }): number {
  return Math.min(max, Math.max(min, Math.round(wish)));
}
