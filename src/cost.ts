export {
  type Catalog,
  catalog,
  findModel,
  type ImageModel,
  type ImageModelId,
  type Model,
  type OpenModel,
  type OpenRate,
  typicalSeconds,
  type VideoModel,
  type VideoModelId,
} from './core/catalog/catalog.js';
export { type CancelCost, cancelCost, type CostBasis, type CostEstimate, estimateCost } from './core/catalog/cost.js';
export { type LiveFigures, overlayCatalog } from './core/catalog/overlay.js';
