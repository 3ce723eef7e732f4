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

/**
 * When a figure was true, in ISO 8601: a month (`2026-05`), a day, or a moment in UTC. `Date.parse`
 * takes each; of two of one kind the later is the greater text.
 */
export type AsOf = string;

/** When the gateway's live rate card was made that a figure is from; absent: the figure is built in. */
interface Dated {
  asOf?: AsOf;
}

/** USD an image, at a size and quality; `perTurn` is USD a conversation turn that made an image. */
export type ImageRate =
  | ({ size: string; quality?: string; perImage: number } & Dated)
  | ({ size: string; quality?: string; perTurn: number } & Dated)
  | { multiplierOf: string; factor: number };

export type VideoRate = { resolution: string; perSecond: number } & Dated;

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
  rates: readonly VideoRate[];
  /** USD added to each video, once, where it is not the catalog's `videoSubmitFee`. */
  submitFee?: { usd: number } & Dated;
  /** Typical wait in seconds, for a film of `clipSeconds`. */
  latency: readonly { clipSeconds: number; min: number; max: number }[];
  /** The reference's advice: read every `every` seconds until `until` seconds after submit. */
  cadence: readonly { every: number; until: number | null }[];
}

export type Model = ImageModel | VideoModel;

/** A rate of the live card, in USD, for what it names. A field that it does not name does not matter to it. */
export interface OpenRate {
  per: 'image' | 'turn' | 'second';
  usd: number;
  size?: string | undefined;
  quality?: string | undefined;
  resolution?: string | undefined;
  asOf: AsOf;
}

/** A model that the gateway named and this library does not know: it is used with whatever parameters it is given. */
export interface OpenModel {
  id: string;
  /** As the gateway names its owner; empty when it does not. */
  vendor: string;
  kind: 'image' | 'video';
  rates: readonly OpenRate[];
  submitFee?: number | undefined;
}

export interface Catalog {
  /** Month of the reference that all figures are from which name no other date. */
  readonly asOf: AsOf;
  /** USD added to each video, once. */
  readonly videoSubmitFee: number;
  readonly models: readonly Model[];
  /** Models that only the gateway knows. */
  readonly open?: readonly OpenModel[];
  /** Ids of the models that the key reaches; absent until the gateway was asked. */
  readonly reachable?: readonly string[];
  /** When the gateway was asked for what lies over the built-in figures. */
  readonly live?: { readonly models?: AsOf; readonly pricing?: AsOf };
}
