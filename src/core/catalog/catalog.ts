import { imageModels, videoModels } from './data.js';
import type { Catalog, Model, UsualWait, WaitRequest } from './model.js';

export type ImageModelId = (typeof imageModels)[number]['id'];
export type VideoModelId = (typeof videoModels)[number]['id'];

/**
 * The gateway's models, limits, rates and typical waits, as its reference stated them in `asOf`.
 *
 * @source ByteSpike reference, the page of each model, as of 2026-05
 */
export const catalog: Catalog = { asOf: '2026-05', videoSubmitFee: 0.05, models: [...imageModels, ...videoModels] };

/** What a catalog knows of a model, by default the built-in one; `undefined` for one that it does not know. */
export function findModel(id: string, from: Catalog = catalog): Model | undefined {
  return from.models.find((model) => model.id === id);
}

/**
 * So many tasks have to end before it is known what is usual.
 *
 * @source ours: of two nobody knows which is the outlier
 */
export const ENOUGH = 3;

/**
 * Usual seconds from submit to end: what such tasks took lately where the catalog knows of any, else its entry
 * nearest to what is asked for. `undefined` when nobody says anything of this model.
 */
export function typicalSeconds(request: WaitRequest, from: Catalog = catalog): UsualWait | undefined {
  const seen = from.observed?.(request);
  if (seen !== undefined) return { ...seen, basis: 'observed' };
  const model = findModel(request.model, from);
  if (model === undefined || model.latency === null) return undefined;
  if (model.kind === 'video') {
    const wanted = request.durationSeconds ?? model.latency[0]?.clipSeconds ?? 0;
    return range(nearest(model.latency, (entry) => Math.abs(entry.clipSeconds - wanted)));
  }
  const size = request.size ?? model.defaultSize;
  const quality = request.quality ?? model.quality?.default;
  return range(
    nearest(model.latency, (entry) => (entry.size === size ? 0 : 2) + (entry.quality === quality ? 0 : 1)),
  );
}

function nearest<T>(entries: readonly T[], distance: (entry: T) => number): T | undefined {
  return [...entries].sort((a, b) => distance(a) - distance(b))[0];
}

function range(entry: { min: number; max: number } | undefined): UsualWait | undefined {
  return entry && { min: entry.min, max: entry.max, basis: 'catalog' };
}
