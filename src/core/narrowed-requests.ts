import type { imageModels, videoModels } from './catalog-data.js';
import type { GenerationRequest, ImageRequest, VideoRequest } from './requests.js';

// What each model of the catalog takes, as types: a `quality` for a model that has none does not
// compile. A model that the catalog does not know, or a name that is only known as text, takes anything.

type ImageFacts = (typeof imageModels)[number];
type VideoFacts = (typeof videoModels)[number];

/** One of the options, or nothing at all for a model that has none. */
type OneOf<Choice> = Choice extends { options: readonly (infer Option)[] } ? Option : undefined;
type Given<Flag, Type> = Flag extends true ? Type : undefined;

interface ImageFields<Model extends ImageFacts> {
  prompt: string;
  size?: Model['sizes'][number] | undefined;
  n?: number | undefined;
  quality?: OneOf<Model['quality']> | undefined;
  style?: OneOf<Model['style']> | undefined;
  outputFormat?: OneOf<Model['formats']> | undefined;
  outputCompression?: (Model['formats'] extends null ? undefined : number) | undefined;
  seed?: Given<Model['seed'], number> | undefined;
  negativePrompt?: Given<Model['negativePrompt'], string> | undefined;
  aspectRatio?: (Model['aspectRatios'] extends readonly (infer Ratio)[] ? Ratio : undefined) | undefined;
}

interface VideoFields<Model extends VideoFacts> {
  prompt: string;
  durationSeconds?: number | undefined;
  resolution?: Model['resolutions'][number] | undefined;
  aspectRatio?: Model['aspectRatios'][number] | undefined;
  seed?: Given<Model['seed'], number> | undefined;
  negativePrompt?: string | undefined;
  stylePreset?: (Model extends { stylePresets: readonly (infer Preset)[] } ? Preset : undefined) | undefined;
  motionIntensity?: (Model extends { motionIntensity: infer Choice } ? OneOf<Choice> : undefined) | undefined;
  imageUrl?: Given<Model['imageInit'], string> | undefined;
}

/** What a call for this image model takes. */
export type ImageRequestOf<Id extends string> = { model: Id } & (string extends Id
  ? ImageRequest
  : Id extends ImageFacts['id']
    ? ImageFields<Extract<ImageFacts, { id: Id }>>
    : ImageRequest);

/** What a call for this video model takes. */
export type VideoRequestOf<Id extends string> = { model: Id } & (string extends Id
  ? VideoRequest
  : Id extends VideoFacts['id']
    ? VideoFields<Extract<VideoFacts, { id: Id }>>
    : VideoRequest);

/** What a task for this model takes: any video, or images. */
export type TaskRequestOf<Id extends string> = string extends Id
  ? GenerationRequest
  : Id extends ImageFacts['id']
    ? ImageRequestOf<Id>
    : VideoRequestOf<Id>;
