export { useCostEstimate, useModelRecommendation } from '../react/choosing.js';
