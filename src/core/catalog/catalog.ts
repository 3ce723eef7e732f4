import { imageModels, videoModels } from './data.js';
import type { Catalog, Model } from './model.js';

export type ImageModelId = (typeof imageModels)[number]['id'];
export type VideoModelId = (typeof videoModels)[number]['id'];

/** The gateway's models, limits, rates and typical waits, as its reference stated them in `asOf`. */
export const catalog: Catalog = { asOf: '2026-05', videoSubmitFee: 0.05, models: [...imageModels, ...videoModels] };

/** What a catalog knows of a model, by default the built-in one; `undefined` for one that it does not know. */
export function findModel(id: string, from: Catalog = catalog): Model | undefined {
  return from.models.find((model) => model.id === id);
}

/** What the typical wait depends on. */
interface WaitRequest {
  model: string;
  size?: string | undefined;
  quality?: string | undefined;
  durationSeconds?: number | undefined;
}

/**
 * Typical seconds from submit to end: the entry of the catalog nearest to what is asked for.
 * `undefined` when the reference says nothing of this model.
 */
export function typicalSeconds(request: WaitRequest, from: Catalog = catalog): { min: number; max: number } | undefined {
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

function range(entry: { min: number; max: number } | undefined): { min: number; max: number } | undefined {
  return entry && { min: entry.min, max: entry.max };
}
