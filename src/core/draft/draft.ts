import type { GenerationParent } from '../catalog/requests.js';

/**
 * What a person asks for, model by model or not: wishes. A wish that the chosen model cannot grant
 * stays here for one that can, so that nothing typed is lost. Plain data but for a picked file.
 */
export interface PromptDraft {
  kind: 'image' | 'video';
  prompt: string;
  /** The chosen model of each kind. Absent: whichever is recommended, or the first. */
  models?: { readonly image?: string | undefined; readonly video?: string | undefined } | undefined;
  /** `"16:9"` and the like; of an image it chooses among the sizes of that shape. */
  aspectRatio?: string | undefined;
  /** Of an image, `"<width>x<height>"` in pixels. */
  size?: string | undefined;
  /** Of a video, `720p` or `1080p`. */
  resolution?: string | undefined;
  quality?: string | undefined;
  style?: string | undefined;
  stylePreset?: string | undefined;
  motionIntensity?: string | undefined;
  outputFormat?: string | undefined;
  /** 0–100. */
  outputCompression?: number | undefined;
  /** How many images. */
  n?: number | undefined;
  /** Whole seconds of film. */
  durationSeconds?: number | undefined;
  /** Absent: a random one. */
  seed?: number | undefined;
  negativePrompt?: string | undefined;
  /** What it starts from: a file, or the `https:` address of one. */
  image?: Blob | string | undefined;
  /** What of `image` may change: a PNG as large as it, transparent there. Absent: all of it. */
  mask?: Blob | undefined;
  /** What result `image` is of, where it is one. */
  parent?: GenerationParent | undefined;
}

/** A field of the draft that a person can set. */
export type DraftField = Exclude<keyof PromptDraft, 'kind' | 'models' | 'parent'> | 'model';

/** The model that was chosen for what is being made; `undefined` where none was. */
export function chosenModel({ kind, models }: PromptDraft): string | undefined {
  return models?.[kind];
}

/** The same, if it is one of these. */
export function chosenAmong<M extends { id: string }>(draft: PromptDraft, models: readonly M[]): M | undefined {
  return models.find(({ id }) => id === chosenModel(draft));
}

/** The draft with another model for what is being made; `undefined` for whichever is recommended. */
export function withModel(draft: PromptDraft, model: string | undefined): PromptDraft {
  return { ...draft, models: { ...draft.models, [draft.kind]: model } };
}

/** The draft for something that can be made here. */
export function withinKinds<D extends { kind: PromptDraft['kind'] }>(draft: D, kinds: readonly PromptDraft['kind'][]): D {
  return kinds.includes(draft.kind) ? draft : { ...draft, kind: kinds[0] ?? 'image' };
}
