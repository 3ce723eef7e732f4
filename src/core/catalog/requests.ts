import type { ImageModelId, VideoModelId } from './catalog.js';

/** A model of the built-in catalog, or any id that the gateway knows. */
export type ModelId<Known extends string> = Known | (string & {});

/** The result of an earlier generation that another begins with. */
export interface GenerationParent {
  /** The idempotency key of that generation, which names its record. */
  outTaskId: string;
  /** Which of its results, from 0. */
  index: number;
  /** Of a clip, where in it the frame was, in seconds. */
  seconds?: number | undefined;
}

/** What to draw. Which fields a model takes, with limits and defaults: `catalog`. */
export interface ImageRequest {
  model: ModelId<ImageModelId>;
  prompt: string;
  /** `"<width>x<height>"` in pixels. */
  size?: string | undefined;
  /** How many images. @default 1 */
  n?: number | undefined;
  quality?: string | undefined;
  style?: string | undefined;
  outputFormat?: 'png' | 'webp' | 'jpeg' | undefined;
  /** 0–100; for `webp` and `jpeg` only. */
  outputCompression?: number | undefined;
  seed?: number | undefined;
  negativePrompt?: string | undefined;
  aspectRatio?: string | undefined;
  /** What its image is a result of. It is written down on this device, and not sent. */
  parent?: GenerationParent | undefined;
}

/** What to film. Which fields a model takes, with limits and defaults: `catalog`. */
export interface VideoRequest {
  model: ModelId<VideoModelId>;
  prompt: string;
  /** Whole seconds. */
  durationSeconds?: number | undefined;
  resolution?: '720p' | '1080p' | (string & {}) | undefined;
  aspectRatio?: '16:9' | '9:16' | '1:1' | (string & {}) | undefined;
  seed?: number | undefined;
  negativePrompt?: string | undefined;
  stylePreset?: string | undefined;
  motionIntensity?: 'low' | 'medium' | 'high' | undefined;
  /** Address of a first frame. */
  imageUrl?: string | undefined;
  /** What the first frame is of. It is written down on this device, and not sent. */
  parent?: GenerationParent | undefined;
}

export type GenerationRequest = ImageRequest | VideoRequest;

/** What a text model may have drawn while it writes. What is in the pictures is for it to say. */
export interface MessagePictures {
  model: ModelId<ImageModelId>;
  /** `"<width>x<height>"` in pixels. @default the model's own */
  size?: string | undefined;
  /** @default the model's own */
  quality?: string | undefined;
  /** How many, at most: a whole number of 1 or more. Each that comes is paid for as an image. */
  most: number;
}

/** A turn of a conversation that is over, as it is sent along with the next one. */
export interface PastTurn {
  prompt: string;
  /** Address of the picture that the person sent with it. */
  image?: string | undefined;
  /** Addresses of what was drawn. */
  images: readonly string[];
}

/** What is edited. */
export interface ImageEditInput {
  /**
   * PNG, JPEG or WebP. For a model that draws in a conversation, such as `gpt-4o-image`, also its
   * address: `https:`, where the gateway can read it, or `data:`.
   */
  image: Blob | string;
  /**
   * PNG with transparency, pixel by pixel as large as the image: where it is transparent, the image may
   * change. `MaskEditor` makes one. Not for a model that draws in a conversation.
   */
  mask?: Blob | undefined;
}

/** An image to edit, with what the result should be. */
export interface ImageEditRequest extends ImageRequest, ImageEditInput {}
