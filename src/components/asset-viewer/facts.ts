import type { Asset } from '../../core/outcome/asset.js';
import type { GenerationRequest } from '../../core/catalog/requests.js';
import { formatDuration, formatPlain } from '../../react/format.js';
import type { AssetWords } from './words.js';
import { knownExtension } from './tools/extension.js';

const SEPARATOR = ' · ';

/**
 * Length, size and format, as far as they are known: of what is there, else of what was asked for.
 * So the line below a frame is there before the asset is.
 */
export function factsOf(asset: Asset | undefined, request: GenerationRequest | undefined, words: AssetWords): string {
  const facts = [
    length(asset?.durationSeconds ?? (request && 'durationSeconds' in request ? request.durationSeconds : undefined), words),
    ...(pixelsOf(asset?.width, asset?.height, words) ?? requestedShape(request, words)),
    asset && knownExtension(asset)?.toUpperCase(),
  ].filter((fact) => fact !== undefined);
  if (facts.length === 0 && asset !== undefined) return words.messages.asset.label(asset.kind, 1);
  return facts.join(SEPARATOR);
}

function requestedShape(request: GenerationRequest | undefined, words: AssetWords): readonly (string | undefined)[] {
  if (request === undefined) return [];
  const [width, height] = 'size' in request ? (request.size ?? '').split('x').map(Number) : [];
  return pixelsOf(width, height, words) ?? [request.aspectRatio, 'resolution' in request ? request.resolution : undefined];
}

function length(seconds: number | undefined, { locale, messages }: AssetWords): string | undefined {
  return seconds === undefined ? undefined : formatDuration(seconds * 1000, locale, messages.units);
}

function pixelsOf(width = NaN, height = NaN, { locale, messages }: AssetWords): readonly string[] | undefined {
  if (Number.isNaN(width + height)) return undefined;
  return [messages.asset.pixels(formatPlain(width, locale), formatPlain(height, locale))];
}
