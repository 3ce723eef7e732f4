import type { Model } from './model.js';

/** In which forms a model takes an image to start from. At least one of them is true. */
export interface ReferenceForms {
  /** As the bytes of a file. */
  file: boolean;
  /** As an address that the gateway can read. */
  address: boolean;
  /** Whether a mask may say what of it changes. @default false */
  mask?: true | undefined;
}

/** `image_url` of a task: the first frame of a video. */
const FRAME: ReferenceForms = { file: false, address: true };
/** An `image_url` block of a conversation, which holds an address or, as `data:`, the bytes. */
const TURN: ReferenceForms = { file: true, address: true };
/** A part of the form that `/v1/images/edits` takes. */
const EDIT: ReferenceForms = { file: true, address: false, mask: true };

/**
 * How a model takes an image to start from; `undefined` for one that takes none.
 *
 * Of videos and conversations the reference says it model by model: `imageInit`. Beside that it has
 * `/v1/images/edits`, in OpenAI's shape and without a list of models. OpenAI's own are stated to be
 * edited, Nano Banana is stated not to be, and of the others nothing is said of this endpoint: they
 * are not offered. An app that knows better still calls `client.images.edit`.
 */
export function referenceOf(model: Model): ReferenceForms | undefined {
  if (model.kind === 'video') return model.imageInit ? FRAME : undefined;
  if (model.endpoint === 'chat') return model.imageInit ? TURN : undefined;
  return model.vendor === 'OpenAI' ? EDIT : undefined;
}

/** What a file is called whose type nobody knows, or whose type has other names: its bytes say what it is. */
export const isUndecidedType = (type: string): boolean => /^$|octet-stream$|;|^image\/(jpg|pjpeg|x-.*)$/.test(type);

/** The types of image that the gateway reads. */
export const REFERENCE_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];
