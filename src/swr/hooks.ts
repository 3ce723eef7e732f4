// The hooks on SWR, and what a server prefetches for them: no component is within reach.
export { keys } from '../core/client/keys.js';
export { useAssetSearch, useBalance, useBatch, useCaption, useCostEstimate, useFirstFrame, useImageConversation, useImageEdit, useImageGeneration, useMessage, useModelRecommendation, useModels, usePromptAssist, usePrompts, useTasks, useUpload, useUsage, useVideoTask } from './flavour.js';
export { balanceOptions, modelsOptions, pricingOptions, taskOptions, usageOptions } from './options.js';
