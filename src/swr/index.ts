export { keys } from '../core/keys.js';
export { balanceOptions, modelsOptions, pricingOptions, taskOptions, usageOptions } from './options.js';
export { useBalance } from './useBalance.js';
export { useImageEdit } from './useImageEdit.js';
export { useImageGeneration } from './useImageGeneration.js';
export { useModels } from './useModels.js';
export { useTasks } from './useTasks.js';
export { useUsage } from './useUsage.js';
export { useVideoTask } from './useVideoTask.js';
