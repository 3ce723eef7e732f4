export { catalog, findModel, type ImageModelId, typicalSeconds, type VideoModelId } from './core/catalog/catalog.js';
export type { AsOf, Catalog, ImageModel, Model, OpenModel, OpenRate, VideoModel } from './core/catalog/model.js';
export { type CostBasis, type CostEstimate, estimateCost } from './core/catalog/cost.js';
export { type CancelCost, cancelCost } from './core/places/cancel-cost.js';
export { type LiveFigures, overlayCatalog } from './core/catalog/overlay.js';
