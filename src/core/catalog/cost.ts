import { add, multiply } from '../base/money.js';
import { catalog as builtIn, findModel } from './catalog.js';
import type { AsOf, Catalog, ImageModel, OpenModel, VideoModel } from './model.js';
import type { GenerationRequest, ImageRequest, MessagePictures, VideoRequest } from './requests.js';

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
  /** Which rate card says so: the library's own, or the gateway's. */
  source: 'built-in' | 'live';
  /** When that card was made: the month of the built-in one, the gateway's own date of a live one. */
  asOf: AsOf;
}

/** One line of a rate card. A field that is absent does not matter to the price. */
interface Line {
  price: number;
  size?: string | undefined;
  quality?: string | undefined;
  resolution?: string | undefined;
  /** Absent: built in. */
  asOf?: AsOf | undefined;
}

interface Rate {
  min: number;
  max: number;
  listed: boolean;
  asOf: AsOf | undefined;
}

/**
 * The price of exactly this request by the rate card. Pure.
 * Returns `undefined` for a model that the catalog does not know, or has no rate of.
 * The gateway's own estimate, once it has one, and then the billed amount take its place.
 * Of the pictures that a text model may have drawn it is what all of them cost at most; how many
 * there will be is for the model to say, and its text is on no rate card.
 *
 * @param catalog the built-in one, or one with live figures laid over it by `overlayCatalog`
 * @example
 * estimateCost({ model: 'veo-3.1-fast', prompt: '', durationSeconds: 4 })?.max // 0.21
 * estimateCost({ model: 'seedream-v5lite', most: 3 }) // min 0, max 0.036, exact false
 */
export function estimateCost(request: GenerationRequest | MessagePictures, catalog: Catalog = builtIn): CostEstimate | undefined {
  const model = findModel(request.model, catalog);
  if (model?.kind === 'image') return imageCost(model, request as ImageRequest, catalog);
  if (model?.kind === 'video') return videoCost(model, request as VideoRequest, catalog);
  const open = catalog.open?.find(({ id }) => id === request.model);
  return open && openCost(open, request, catalog);
}

function imageCost(model: ImageModel, request: ImageRequest, catalog: Catalog): CostEstimate | undefined {
  const wanted = { ...request, size: request.size ?? model.defaultSize, quality: request.quality ?? model.quality?.default };
  return pictureCost(imageCard(model, catalog), wanted, model.rates.some((each) => 'perTurn' in each), catalog);
}

function pictureCost(card: readonly Line[], request: Partial<ImageRequest & MessagePictures>, isByTurn: boolean, catalog: Catalog): CostEstimate | undefined {
  const rate = rateFor(card, request);
  if (rate === undefined) return undefined;
  const { n = 1, most } = request;
  const count = most ?? (isByTurn ? 1 : n);
  const basis = { per: isByTurn && !most ? 'turn' : 'image', rate: rate.max, count } as CostBasis;
  // How many there will be is for the model to say.
  return estimate({ ...rate, min: multiply(rate.min, most ? 0 : count), max: multiply(rate.max, count), listed: rate.listed && !most }, basis, catalog);
}

function videoCost(model: VideoModel, request: VideoRequest, catalog: Catalog): CostEstimate | undefined {
  const card = model.rates.map(({ perSecond, ...rest }) => ({ ...rest, price: perSecond }));
  const fee = model.submitFee?.usd ?? catalog.videoSubmitFee;
  const seconds = request.durationSeconds ?? defaultDuration(model);
  return filmCost(card, request.resolution ?? model.defaultResolution, seconds, fee, catalog);
}

function filmCost(card: readonly Line[], resolution: string | undefined, seconds: number, fee: number, catalog: Catalog) {
  const listed = card.find((line) => line.resolution === undefined || line.resolution === resolution);
  // The card names one resolution a model, its highest: a lower one costs that much at most.
  const rate = listed ?? [...card].sort((a, b) => b.price - a.price)[0];
  if (rate === undefined) return undefined;
  const basis: CostBasis = { per: 'second', rate: rate.price, count: seconds, fee };
  const most = add(multiply(rate.price, seconds), fee);
  return estimate({ min: listed === undefined ? fee : most, max: most, listed: listed !== undefined, asOf: rate.asOf }, basis, catalog);
}

/** Nothing is assumed of a model that is not known: without a length there is no price of a film. */
function openCost(model: OpenModel, request: GenerationRequest | MessagePictures, catalog: Catalog): CostEstimate | undefined {
  const card = model.rates.map(({ usd, ...rest }) => ({ ...rest, price: usd }));
  if (model.kind === 'image') return pictureCost(card, request as ImageRequest, model.rates.some(({ per }) => per === 'turn'), catalog);
  const { durationSeconds, resolution } = request as VideoRequest;
  if (durationSeconds === undefined) return undefined;
  return filmCost(card, resolution, durationSeconds, model.submitFee ?? catalog.videoSubmitFee, catalog);
}

/** Seconds of film when a request names none: the length whose wait the reference states. */
export function defaultDuration(model: VideoModel): number {
  return model.latency[0]?.clipSeconds ?? model.duration.max;
}

/** The model's own lines, and after them those of the model whose multiple it costs. */
function imageCard(model: ImageModel, catalog: Catalog): Line[] {
  return model.rates.flatMap((rate): Line[] => {
    if (!('multiplierOf' in rate)) return [{ ...rate, price: 'perTurn' in rate ? rate.perTurn : rate.perImage }];
    const base = findModel(rate.multiplierOf, catalog);
    if (base?.kind !== 'image') throw new Error(`No image model has the rate of ${model.id}.`);
    return imageCard(base, catalog).map((line) => ({ ...line, price: multiply(line.price, rate.factor) }));
  });
}

function rateFor(card: readonly Line[], { size, quality }: { size?: string | undefined; quality?: string | undefined }): Rate | undefined {
  if (card.length === 0) return undefined;
  const sameQuality = card.filter((line) => line.quality === undefined || line.quality === quality);
  const listed = sameQuality.find((line) => line.size === undefined || line.size === size);
  if (listed !== undefined) return { min: listed.price, max: listed.price, listed: true, asOf: listed.asOf };
  return unlisted(sameQuality.length > 0 ? sameQuality : card, size);
}

/** The card is silent on this: between its cheapest and its dearest rate, more for more pixels than any listed. */
function unlisted(card: readonly Line[], size: string | undefined): Rate {
  const prices = card.map((line) => line.price);
  const largest = Math.max(...card.map((line) => pixels(line.size)));
  const growth = largest === 0 ? 1 : Math.max(1, pixels(size) / largest);
  // As old as the oldest line of which it is made: the built-in ones have no date of their own.
  const oldest = card.map(({ asOf = '' }) => asOf).sort()[0];
  return { min: Math.min(...prices), max: multiply(Math.max(...prices), growth), listed: false, asOf: oldest || undefined };
}

function pixels(size = ''): number {
  const [width, height] = size.split('x');
  return Number(width) * Number(height) || 0;
}

function estimate({ min, max, listed, asOf }: Rate, basis: CostBasis, catalog: Catalog): CostEstimate {
  const source = asOf === undefined ? 'built-in' : 'live';
  return { min, max, exact: listed, unit: 'USD', basis, source, asOf: asOf ?? catalog.asOf };
}
