interface ModelFacts {
  id: string;
  name: string;
  vendor: string;
  /** Languages its prompts are best written in. */
  promptLanguage: 'cjk-native' | 'english';
  /** Whether it takes a seed. */
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
  /** `"<width>x<height>"` in pixels. @source ByteSpike reference, the page of the model, as of 2026-05 */
  sizes: readonly string[];
  defaultSize: string;
  /** Most images in one request. @source ByteSpike reference, the page of the model, as of 2026-05 */
  maxN: number;
  negativePrompt: boolean;
  aspectRatios: readonly string[] | null;
  quality: Choice | null;
  style: Choice | null;
  formats: (Choice & { compression: { min: number; max: number; onlyFor: readonly string[] } }) | null;
  /** USD. @source ByteSpike reference, the rate card, as of 2026-05 */
  rates: readonly ImageRate[];
  /** Typical wait in seconds; `null` where none is stated. @source ByteSpike reference, the page of the model, as of 2026-05 */
  latency: readonly { size: string; quality?: string; min: number; max: number }[] | null;
  /** After this many seconds a synchronous answer is overdue. @source ByteSpike reference, the page of the model, as of 2026-05 */
  syncLimitSeconds: number;
}

export interface VideoModel extends ModelFacts {
  kind: 'video';
  endpoint: 'tasks';
  /** Whole seconds of film. @source ByteSpike reference, the page of the model, as of 2026-05 */
  duration: { min: number; max: number };
  resolutions: readonly string[];
  defaultResolution: string;
  aspectRatios: readonly string[];
  stylePresets?: readonly string[];
  motionIntensity?: Choice;
  supersededBy?: string;
  /** USD a second of film. @source ByteSpike reference, the rate card, as of 2026-05 */
  rates: readonly VideoRate[];
  /** USD added to each video, once, where it is not the catalog's `videoSubmitFee`. @source `GET /api/pricing`, as of its `asOf` */
  submitFee?: { usd: number } & Dated;
  /** Typical wait in seconds, for a film of `clipSeconds`. @source ByteSpike reference, the page of the model, as of 2026-05 */
  latency: readonly { clipSeconds: number; min: number; max: number }[];
  /** Read every `every` seconds until `until` seconds after submit. @source ByteSpike reference, the page of the model, as of 2026-05 */
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
  /** @source `GET /api/pricing`, as of the `asOf` of each */
  rates: readonly OpenRate[];
  /** USD added to each video, once. @source `GET /api/pricing`, as of its `asOf` */
  submitFee?: number | undefined;
}

/** What a wait depends on. */
export interface WaitRequest {
  model: string;
  size?: string | undefined;
  quality?: string | undefined;
  durationSeconds?: number | undefined;
  resolution?: string | undefined;
}

export type ObservedWaits = (request: WaitRequest) => { min: number; max: number } | undefined;

/** Seconds from submit to end, and who says so: the gateway's reference, or tasks of this user that have ended. */
export interface UsualWait {
  min: number;
  max: number;
  basis: 'catalog' | 'observed';
}

export interface Catalog {
  /** Month of the reference that all figures are from which name no other date. */
  readonly asOf: AsOf;
  /** USD added to each video, once. @source ByteSpike reference, the rate card, as of 2026-05 */
  readonly videoSubmitFee: number;
  readonly models: readonly Model[];
  /** Models that only the gateway knows. */
  readonly open?: readonly OpenModel[];
  /** Ids of the models that the key reaches; absent until the gateway was asked. */
  readonly reachable?: readonly string[];
  /** When the gateway was asked for what lies over the built-in figures. */
  readonly live?: { readonly models?: AsOf; readonly pricing?: AsOf };
  /** Seconds that such tasks of this user took lately; nothing of those of which too few have ended. */
  readonly observed?: ObservedWaits | undefined;
}
