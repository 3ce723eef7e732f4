import type { imageModels, videoModels } from './data.js';
import type { GenerationParent, GenerationRequest, ImageRequest, ModelId, VideoRequest } from './requests.js';

// What each model of the catalog takes, as types: a `quality` for a model that has none does not
// compile. A model that the catalog does not know, or a name that is only known as text, takes anything.

type ImageFacts = (typeof imageModels)[number];
type VideoFacts = (typeof videoModels)[number];

/** No value is of these types: an editor shows their names where something does not fit. */
declare const nothing: unique symbol;
export interface NotTakenByThisModel {
  [nothing]: never;
}
export interface ImageModelInACallForVideo {
  [nothing]: never;
}
export interface VideoModelInACallForImages {
  [nothing]: never;
}

/** One of the options, or nothing at all for a model that has none. */
type OneOf<Choice, Type = string> = Choice extends { options: readonly (infer Option)[] } ? Option : Type & NotTakenByThisModel;
type Given<Flag, Type> = Flag extends true ? Type : Type & NotTakenByThisModel;

interface ImageFields<Model extends ImageFacts> {
  prompt: string;
  size?: Model['sizes'][number] | undefined;
  n?: number | undefined;
  quality?: OneOf<Model['quality']> | undefined;
  style?: OneOf<Model['style']> | undefined;
  outputFormat?: OneOf<Model['formats'], 'png' | 'webp' | 'jpeg'> | undefined;
  outputCompression?: Given<Model['formats'] extends null ? false : true, number> | undefined;
  seed?: Given<Model['seed'], number> | undefined;
  negativePrompt?: Given<Model['negativePrompt'], string> | undefined;
  aspectRatio?: (Model['aspectRatios'] extends readonly (infer Ratio)[] ? Ratio : string & NotTakenByThisModel) | undefined;
  parent?: GenerationParent | undefined;
}

interface VideoFields<Model extends VideoFacts> {
  prompt: string;
  durationSeconds?: number | undefined;
  resolution?: Model['resolutions'][number] | undefined;
  aspectRatio?: Model['aspectRatios'][number] | undefined;
  seed?: Given<Model['seed'], number> | undefined;
  negativePrompt?: string | undefined;
  stylePreset?: (Model extends { stylePresets: readonly (infer Preset)[] } ? Preset : string & NotTakenByThisModel) | undefined;
  motionIntensity?: (Model extends { motionIntensity: infer Choice } ? OneOf<Choice> : ('low' | 'medium' | 'high') & NotTakenByThisModel) | undefined;
  imageUrl?: Given<Model['imageInit'], string> | undefined;
  parent?: GenerationParent | undefined;
}

/** Ids that a call for images offers, and any that the gateway knows besides. */
export type ImageId = ModelId<ImageFacts['id']>;
export type VideoId = ModelId<VideoFacts['id']>;

/** What a call for this image model takes. */
export type ImageRequestOf<Id extends string> = string extends Id
  ? ImageRequest
  : Id extends ImageFacts['id']
    ? { model: Id } & ImageFields<Extract<ImageFacts, { id: Id }>>
    : Id extends VideoFacts['id']
      ? { model: Id & VideoModelInACallForImages; prompt: string }
      : ImageRequest;

/** What a call for this video model takes. */
export type VideoRequestOf<Id extends string> = string extends Id
  ? VideoRequest
  : Id extends VideoFacts['id']
    ? { model: Id } & VideoFields<Extract<VideoFacts, { id: Id }>>
    : Id extends ImageFacts['id']
      ? { model: Id & ImageModelInACallForVideo; prompt: string }
      : VideoRequest;

/** What a task for this model takes: any video, or images. */
export type TaskRequestOf<Id extends string> = string extends Id
  ? GenerationRequest
  : Id extends ImageFacts['id']
    ? ImageRequestOf<Id>
    : VideoRequestOf<Id>;
