import type { GenerationRequest, VideoRequest } from '../catalog/requests.js';
import type { Asset } from '../outcome/asset.js';

/** What is asked for of a clip that begins with a result. The model is that of the clip before, and left open after a picture. */
export interface ClipRequest extends Omit<VideoRequest, 'model' | 'seed' | 'imageUrl'> {
  model?: VideoRequest['model'];
  imageUrl: string;
}

/**
 * All but the seed, of a clip; of a picture the prompt alone. Pure.
 *
 * @param frame what it begins with, as `takeFirstFrame` gives it
 */
export function clipRequest({ kind }: Pick<Asset, 'kind'>, request: GenerationRequest, frame: Pick<ClipRequest, 'imageUrl' | 'parent'>): ClipRequest {
  if (kind === 'image') return { prompt: request.prompt, ...frame };
  const { seed: _seed, parent: _parent, ...same } = request;
  return { ...same, ...frame };
}
