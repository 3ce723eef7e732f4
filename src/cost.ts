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
} from './core/catalog.js';
export { type CancelCost, cancelCost, type CostBasis, type CostEstimate, estimateCost } from './core/cost.js';
export { type LiveFigures, overlayCatalog } from './core/live-catalog.js';
