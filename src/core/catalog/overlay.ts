import type { Store } from '../base/observable.js';
import type { ModelListing, RateListing } from './listings.js';
import type { AsOf, Catalog, ImageModel, ImageRate, Model, OpenModel, OpenRate, VideoModel, VideoRate } from './model.js';
import { kindOf } from './models.js';
import { type Card, readCard } from './rate-card.js';

/** Where the figures are from that something was worked out with, and as of when. */
export interface CatalogStanding {
  /** `live` once the gateway said what the key reaches or what it costs; see `useModels`. */
  catalogSource: 'built-in' | 'live';
  /** A moment for `live`, else the month of the built-in catalog. */
  asOf: AsOf;
}

/** What the gateway said of itself. */
export interface LiveFigures {
  /** What `client.models()` answered. */
  models?: ModelListing | undefined;
  /** What `client.pricing()` answered. */
  pricing?: RateListing | undefined;
}

/** Figures, and what lays them over a catalog: who never hears any loads nothing of that. */
export interface LiveCatalog extends LiveFigures {
  overlay?: typeof overlayCatalog;
}

/** Takes what was told later than what is known. */
export function updateLive(live: Store<LiveCatalog>, { models, pricing }: LiveFigures): void {
  const known = live.get();
  const later = <T extends { asOf: AsOf }>(a: T | undefined, b: T | undefined) => (b !== undefined && b.asOf > (a?.asOf ?? '') ? b : a);
  const next = { models: later(known.models, models), pricing: later(known.pricing, pricing), overlay: overlayCatalog };
  if (next.models !== known.models || next.pricing !== known.pricing) live.set(next);
}

/**
 * A catalog with what the gateway says laid over it: which models the key reaches, and what they
 * cost. Pure. Limits and waits stay those of the reference, which the gateway does not tell; a rate
 * that it does not name stays as it was. Every rate that it did name carries the date of its card,
 * so that each figure can say where it is from. A model that only the gateway knows is in `open`.
 *
 * @example
 * const [models, pricing] = await Promise.all([client.models(), client.pricing()]);
 * const live = overlayCatalog(catalog, { models, pricing });
 * estimateCost(request, live); // { source: 'live', asOf: '2026-11-02', … }
 */
export function overlayCatalog(catalog: Catalog, { models, pricing }: LiveFigures): Catalog {
  const cards = new Map(
    pricing?.rates.map((entry) => [entry.model, readCard(entry.rates, dateOf(entry.updatedAt ?? pricing.asOf))]),
  );
  return {
    ...catalog,
    models: catalog.models.map((model) => priced(model, cards.get(model.id))),
    open: openModels(catalog, { models, pricing }, cards),
    ...(models === undefined ? {} : { reachable: models.models.map(({ id }) => id) }),
    live: {
      ...catalog.live,
      ...(models === undefined ? {} : { models: models.asOf }),
      ...(pricing === undefined ? {} : { pricing: pricing.asOf }),
    },
  };
}

/** Where those figures of a catalog are from that the gateway tells in one of these ways, and as of when: the oldest counts. */
export function standingOf({ live, asOf }: Catalog, ways: readonly ('models' | 'pricing')[]): CatalogStanding {
  const moments = ways.flatMap((way) => live?.[way] ?? []);
  const [oldest] = moments.sort();
  return oldest === undefined ? { catalogSource: 'built-in', asOf } : { catalogSource: 'live', asOf: oldest };
}

const dateOf = (moment: number | AsOf) => new Date(moment).toISOString().slice(0, 10);

function priced(model: Model, card: Card | undefined): Model {
  if (card === undefined) return model;
  return model.kind === 'image' ? pricedImage(model, card) : pricedVideo(model, card);
}

function pricedImage(model: ImageModel, card: Card): ImageModel {
  const live = card.rates.flatMap((rate) => imageRates(model, rate));
  if (live.length === 0) return model;
  const covers = (rate: ImageRate, other: ImageRate) =>
    !('multiplierOf' in rate) &&
    !('multiplierOf' in other) &&
    rate.size === other.size &&
    (rate.quality === undefined || other.quality === undefined || rate.quality === other.quality);
  // The live ones first: the first that matches is the price.
  return { ...model, rates: [...live, ...model.rates.filter((rate) => !live.some((each) => covers(each, rate)))] };
}

/** One rate for each size that it is for. A quality that the model does not have is none of its rates. */
function imageRates(model: ImageModel, { per, usd, size, quality, asOf }: OpenRate): ImageRate[] {
  if (per === 'second' || (quality !== undefined && !model.quality?.options.includes(quality))) return [];
  const shared = { ...(quality === undefined ? {} : { quality }), asOf };
  const sizes = size === undefined ? model.sizes : [size];
  return sizes.map((each) => (per === 'turn' ? { size: each, perTurn: usd, ...shared } : { size: each, perImage: usd, ...shared }));
}

function pricedVideo(model: VideoModel, card: Card): VideoModel {
  const live = card.rates.flatMap((rate) => videoRates(model, rate));
  const [first] = card.rates;
  const kept = model.rates.filter(({ resolution }) => !live.some((rate) => rate.resolution === resolution));
  const fee = card.submitFee === undefined ? {} : { submitFee: { usd: card.submitFee, ...(first && { asOf: first.asOf }) } };
  return { ...model, ...fee, rates: [...live, ...kept] };
}

function videoRates(model: VideoModel, { per, usd, resolution, asOf }: OpenRate): VideoRate[] {
  if (per !== 'second') return [];
  return (resolution === undefined ? model.resolutions : [resolution]).map((each) => ({ resolution: each, perSecond: usd, asOf }));
}

/** Image and video models that the catalog does not know: reached ones, or any when nobody said what is reached. */
function openModels(catalog: Catalog, { models, pricing }: LiveFigures, cards: ReadonlyMap<string, Card>): OpenModel[] {
  const listed = models?.models.map((model) => ({ id: model.id, vendor: model.ownedBy, kind: kindOf(model) }));
  const onCard = (pricing?.rates ?? []).map(({ model, vendor, category }) => ({ id: model, vendor, kind: categoryKind(category) }));
  return (listed ?? onCard).flatMap(({ id, vendor, kind }) => {
    const known = catalog.models.some((model) => model.id === id);
    const priced = onCard.find((entry) => entry.id === id);
    const makes = kind ?? priced?.kind;
    if (known || makes === undefined) return [];
    const { rates = [], submitFee } = cards.get(id) ?? {};
    return [{ id, vendor: vendor ?? priced?.vendor ?? '', kind: makes, rates, submitFee }];
  });
}

function categoryKind(category: string | undefined): OpenModel['kind'] | undefined {
  return category === 'image' || category === 'video' ? category : undefined;
}
