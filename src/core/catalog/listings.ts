import type { AsOf } from './model.js';

/** A model that the key reaches. */
export interface ListedModel {
  id: string;
  ownedBy?: string | undefined;
  family?: string | undefined;
  /** `image_gen` and `video_gen` are those of interest. */
  capabilities: readonly string[];
}

/** What the key reaches, as of when. */
export interface ModelListing {
  models: readonly ListedModel[];
  /** The moment of the answer, by this machine. */
  asOf: AsOf;
}

/** One entry of the live rate card, as the gateway writes it. */
export interface ListedRates {
  model: string;
  vendor?: string | undefined;
  /** What it makes, in the gateway's word. */
  category?: string | undefined;
  rates: Readonly<Record<string, unknown>>;
  /** Milliseconds since the epoch. */
  updatedAt?: number | undefined;
}

/** The live rate card, as of when it was asked for. */
export interface RateListing {
  rates: readonly ListedRates[];
  /** The moment of the answer, by this machine. */
  asOf: AsOf;
}
