import type { GenerationRequest } from '../catalog/requests.js';
import type { Asset } from '../outcome/asset.js';

/**
 * What a result can be the beginning of:
 *
 * - `sameSeed`: the same again with the seed of the result, to change one thing and keep the rest
 * - `remix`: all but the seed
 * - `variations`: images only; all but the seed, four at once or as many as the model draws
 * - `reference`: images only; all but the seed, with the image to start from
 */
export type Reuse = 'reference' | 'sameSeed' | 'remix' | 'variations';

/** Whether a result can be that: no seed may be known, and a video is no first frame. */
export function isReusable(how: Reuse, asset: Asset, request: GenerationRequest): boolean {
  if (how === 'sameSeed') return seedOf(asset, request) !== undefined;
  return how === 'remix' || asset.kind === 'image';
}

/** The seed that the gateway named, else the one that was asked for. */
export function seedOf(asset: Asset, request: GenerationRequest): number | undefined {
  return asset.seed ?? request.seed;
}
