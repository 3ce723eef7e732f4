import { typicalSeconds } from '../../core/catalog/catalog.js';
import { type CostEstimate, defaultDuration, estimateCost } from '../../core/catalog/cost.js';
import type { Catalog, ImageModel, VideoModel } from '../../core/catalog/model.js';
import type { ModelEntry } from '../../core/catalog/models.js';
import type { GenerationRequest, ImageRequest, VideoRequest } from '../../core/catalog/requests.js';
import { formatMoney, formatPlain } from '../../react/format.js';
import { priceText } from '../cost-preview/price-text.js';
import { entryOf, type Offer } from './given.js';
import type { ModelWords } from './words.js';

/** Price and usual wait of a model: of what is asked for as far as the model can do it, else from its cheapest rate. */
export function figuresText(entry: ModelEntry, offer: Offer, words: ModelWords): string {
  const { figures, models } = words.messages;
  const request = requestFor(entry, offer);
  const estimate = request && estimateCost(request, offer.catalog);
  const price = estimate === undefined ? rateText(entry, offer.catalog, words) : priceText(estimate, words);
  const wait = typicalSeconds(request ?? { model: entry.id }, offer.catalog);
  const seconds = wait && figures.wait({ min: formatPlain(wait.min, words.locale), max: formatPlain(wait.max, words.locale), isRecent: wait.basis === 'observed' });
  return models.facts([price, seconds].filter((part) => part !== undefined));
}

/** The same request to another model, within what that takes. One of the other kind says nothing of it. */
function requestFor(entry: ModelEntry, offer: Offer): GenerationRequest | undefined {
  const { request } = offer;
  if (request === undefined || (entryOf(offer, request.model)?.kind ?? kindOf(request)) !== entry.kind) return undefined;
  if (entry.facts === undefined) return { ...request, model: entry.id };
  return entry.facts.kind === 'image' ? imageRequest(entry.facts, request) : videoRequest(entry.facts, request);
}

function kindOf(request: GenerationRequest): ModelEntry['kind'] {
  return 'durationSeconds' in request || 'resolution' in request ? 'video' : 'image';
}

function imageRequest(model: ImageModel, { size, quality, n }: ImageRequest): ImageRequest {
  return { model: model.id, prompt: '', size: oneOf(model.sizes, size), quality: oneOf(model.quality?.options, quality), n: Math.min(n ?? 1, model.maxN) };
}

function videoRequest(model: VideoModel, { durationSeconds, resolution }: VideoRequest): VideoRequest {
  const { min, max } = model.duration;
  const seconds = Math.min(max, Math.max(min, durationSeconds ?? defaultDuration(model)));
  return { model: model.id, prompt: '', durationSeconds: seconds, resolution: oneOf(model.resolutions, resolution) };
}

/** What the model does not have is its default. */
function oneOf(options: readonly string[] | undefined, wish: string | undefined): string | undefined {
  return options?.find((option) => option === wish);
}

function rateText(entry: ModelEntry, catalog: Catalog, { locale, messages }: ModelWords): string | undefined {
  const estimates = variantsOf(entry).flatMap((request) => estimateCost(request, catalog) ?? []);
  const listed = estimates.filter(({ exact }) => exact);
  const [cheapest, ...others] = (listed.length > 0 ? listed : estimates).sort((a, b) => a.basis.rate - b.basis.rate);
  if (cheapest === undefined) return undefined;
  const isFrom = others.some(({ basis }: CostEstimate) => basis.rate > cheapest.basis.rate);
  return messages.figures.rate({ amount: formatMoney(cheapest.basis.rate, locale), per: cheapest.basis.per, isFrom });
}

/** One of each that may have a price of its own. */
function variantsOf({ id, kind, facts }: ModelEntry): GenerationRequest[] {
  // Nobody says how long a clip of a model is that the catalog does not know, and its rate does not depend on it.
  if (facts === undefined) return [kind === 'image' ? { model: id, prompt: '' } : { model: id, prompt: '', durationSeconds: 1 }];
  if (facts.kind === 'video') return facts.resolutions.map((resolution) => ({ model: id, prompt: '', resolution }));
  const qualities = facts.quality?.options ?? [undefined];
  return facts.sizes.flatMap((size) => qualities.map((quality) => ({ model: id, prompt: '', size, quality })));
}
