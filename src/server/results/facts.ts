import type { Validators } from './ranges.js';

/** What is known of a file from its beginning, and holds for each part of it. */
export interface AssetFacts extends Validators {
  type: string;
  /** Bytes; `undefined` when the CDN does not say, and then there are no parts. */
  size: number | undefined;
}

/** What is known of files, so that not each part of a film is asked about anew. */
export type KnownAssets = Map<string, AssetFacts>;
