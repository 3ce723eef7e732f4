import { catalog, findModel, type ImageModel, type VideoModel } from './catalog.js';
import { add, multiply } from './money.js';
import type { GenerationRequest, ImageRequest, VideoRequest } from './requests.js';

/** How a price is made, for showing the sum. Money in USD. */
export type CostBasis =
  | { per: 'image'; rate: number; count: number }
  | { per: 'turn'; rate: number; count: 1 }
  | { per: 'second'; rate: number; count: number; fee: number };

/** What a request will cost before it is sent, in USD. */
export interface CostEstimate {
  min: number;
  /** The most it can cost; equal to `min` when `exact`. */
  max: number;
  /** Whether the rate card names exactly this. When not, show "up to `max`". */
  exact: boolean;
  unit: 'USD';
  basis: CostBasis;
  /** Month of the rate card, `YYYY-MM`. */
  asOf: string;
}

interface Rate {
  min: number;
  max: number;
  listed: boolean;
}

/**
 * The price of exactly this request by the rate card. Pure.
 * Returns `undefined` for a model that the catalog does not know.
 * The gateway's own estimate, once it has one, and then the billed amount take its place.
 *
 * @example estimateCost({ model: 'veo-3.1-fast', prompt: '', durationSeconds: 4 })?.max // 0.21
 */
export function estimateCost(request: GenerationRequest): CostEstimate | undefined {
  const model = findModel(request.model);
  if (model === undefined) return undefined;
  return model.kind === 'image' ? imageCost(model, request as ImageRequest) : videoCost(model, request as VideoRequest);
}

function imageCost(model: ImageModel, request: ImageRequest): CostEstimate {
  const { min, max, listed } = imageRate(model, request);
  const perTurn = model.rates.some((rate) => 'perTurn' in rate);
  const basis: CostBasis = perTurn
    ? { per: 'turn', rate: max, count: 1 }
    : { per: 'image', rate: max, count: request.n ?? 1 };
  return estimate({ min: multiply(min, basis.count), max: multiply(max, basis.count), listed }, basis);
}

function videoCost(model: VideoModel, request: VideoRequest): CostEstimate {
  const resolution = request.resolution ?? model.defaultResolution;
  const listed = model.rates.find((rate) => rate.resolution === resolution);
  // The card names one resolution a model, its highest: a lower one costs that much at most.
  const max = listed?.perSecond ?? Math.max(...model.rates.map((rate) => rate.perSecond));
  const seconds = request.durationSeconds ?? defaultDuration(model);
  const basis: CostBasis = { per: 'second', rate: max, count: seconds, fee: catalog.videoSubmitFee };
  const most = add(multiply(max, seconds), basis.fee);
  return estimate({ min: listed === undefined ? basis.fee : most, max: most, listed: listed !== undefined }, basis);
}

/** Seconds of film when a request names none: the length whose wait the reference states. */
export function defaultDuration(model: VideoModel): number {
  return model.latency[0]?.clipSeconds ?? model.duration.max;
}

function imageRate(model: ImageModel, request: ImageRequest): Rate {
  const size = request.size ?? model.defaultSize;
  const quality = request.quality ?? model.quality?.default;
  const [scaled] = model.rates.filter((rate) => 'multiplierOf' in rate);
  if (scaled !== undefined) {
    const base = findModel(scaled.multiplierOf);
    if (base?.kind !== 'image') throw new Error(`The catalog's rate of ${model.id} points at no image model.`);
    const { min, max, listed } = imageRate(base, request);
    return { min: multiply(min, scaled.factor), max: multiply(max, scaled.factor), listed };
  }
  const card = model.rates.flatMap((rate) =>
    'multiplierOf' in rate
      ? []
      : [{ size: rate.size, ...('perTurn' in rate ? { price: rate.perTurn, quality: undefined } : { price: rate.perImage, quality: rate.quality }) }],
  );
  const sameQuality = card.filter((rate) => rate.quality === undefined || rate.quality === quality);
  const listed = sameQuality.find((rate) => rate.size === size);
  if (listed !== undefined) return { min: listed.price, max: listed.price, listed: true };
  return unlisted(sameQuality.length > 0 ? sameQuality : card, size);
}

/** The card is silent on this: between its cheapest and its dearest rate, more for more pixels than any listed. */
function unlisted(card: readonly { size: string; price: number }[], size: string): Rate {
  const prices = card.map((rate) => rate.price);
  const largest = Math.max(...card.map((rate) => pixels(rate.size)));
  const growth = Math.max(1, pixels(size) / largest);
  return { min: Math.min(...prices), max: multiply(Math.max(...prices), growth), listed: false };
}

function pixels(size: string): number {
  const [width = 0, height = 0] = size.split('x').map(Number);
  return width * height;
}

function estimate({ min, max, listed }: Rate, basis: CostBasis): CostEstimate {
  return { min, max, exact: listed, unit: 'USD', basis, asOf: catalog.asOf };
}
