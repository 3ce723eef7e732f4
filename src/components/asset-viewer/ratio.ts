import type { Asset } from '../../core/outcome/asset.js';
import type { GenerationRequest } from '../../core/catalog/requests.js';
import type { GenerationKind } from '../../react/words/parts.js';

const USUAL: Record<GenerationKind, number> = { image: 1, video: 16 / 9 };

/**
 * Width over height of the frame, from the most certain thing that is known before any byte of the
 * asset is: what the page asks for, the asset's own size, the request's, the usual one.
 */
export function frameRatio(known: {
  kind: GenerationKind;
  aspectRatio?: string | undefined;
  asset?: Asset | undefined;
  request?: GenerationRequest | undefined;
}): number {
  const { asset, request } = known;
  const size = request && 'size' in request ? request.size : undefined;
  return (
    parseRatio(known.aspectRatio) ??
    ratio(asset?.width, asset?.height) ??
    parseRatio(request?.aspectRatio) ??
    parseRatio(size) ??
    USUAL[known.kind]
  );
}

/** Reads `16:9`, `16/9` and `1024x1536`. */
function parseRatio(text: string | undefined): number | undefined {
  const [, width, height] = /^\s*(\d+(?:\.\d+)?)\s*[:/x×]\s*(\d+(?:\.\d+)?)\s*$/i.exec(text ?? '') ?? [];
  return ratio(Number(width), Number(height));
}

function ratio(width = 0, height = 0): number | undefined {
  return width > 0 && height > 0 ? width / height : undefined;
}
