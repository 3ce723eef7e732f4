import { catalog as builtIn, findModel } from '../catalog/catalog.js';
import type { Catalog } from '../catalog/model.js';
import type { GenerationParent, GenerationRequest, ImageEditInput } from '../catalog/requests.js';
import type { Asset } from '../outcome/asset.js';
import { isReusable, type Reuse, seedOf } from './reuse.js';

/** The request that each way of going on makes of a request. */
export interface Reused<Request extends GenerationRequest = GenerationRequest> {
  /** `imageUrl` is the result. A video takes it as it is, its first frame; an edit takes what is there as its `image`. */
  reference: Omit<Request, 'seed' | 'image' | 'mask' | 'parent'> & { imageUrl: string; parent?: GenerationParent };
  sameSeed: Request & { seed: number };
  remix: Omit<Request, 'seed'>;
  variations: Omit<Request, 'seed'> & { n: number };
}

/** A square of them. */
const VARIATIONS = 4;

/**
 * What to ask for next, starting from a result and from the request that it came of; see `Reuse`.
 * Pure. `undefined` where that cannot be: no seed is known, or it is a video.
 *
 * @param catalog says how many images the model draws at once
 * @example requestFor('remix', asset, { model: 'veo-3.1', prompt: 'Tide', seed: 7 }) // { model: 'veo-3.1', prompt: 'Tide' }
 */
export function requestFor<How extends Reuse, Request extends GenerationRequest>(
  how: How,
  asset: Asset,
  request: Request,
  catalog: Catalog = builtIn,
): Reused<Request>[How] | undefined {
  const { seed: _, ...remix } = request;
  // Of an edit, what it started from itself: the result takes its place.
  const { image: _image, mask: _mask, parent: _parent, ...prompted }: typeof remix & Partial<ImageEditInput> = remix;
  const seed = seedOf(asset, request);
  const made: { [Each in Reuse]: Reused<Request>[Each] | undefined } = {
    remix,
    sameSeed: seed === undefined ? undefined : { ...request, seed },
    variations: { ...remix, n: mostAtOnce(request.model, catalog) },
    reference: { ...(prompted as Omit<Request, 'seed' | 'image' | 'mask' | 'parent'>), imageUrl: asset.url },
  };
  return isReusable(how, asset, request) ? made[how] : undefined;
}

function mostAtOnce(id: string, catalog: Catalog): number {
  const model = findModel(id, catalog);
  return model?.kind === 'image' ? Math.min(VARIATIONS, model.maxN) : VARIATIONS;
}
