// The hooks on SWR, and what a server prefetches for them: no component is within reach.
export { keys } from '../core/client/keys.js';
// A file for each, made for this flavour of what stands once in `react`: some bundlers keep all that a file imports,
// also for those of its exports that a page does not take.
export { useModels } from './useModels.js';
export { useUsage } from './useUsage.js';
export { useBalance } from './useBalance.js';
export { useVideoTask } from './useVideoTask.js';
export { useImageGeneration } from './useImageGeneration.js';
export { useImageEdit } from './useImageEdit.js';
export { useImageConversation } from './useImageConversation.js';
export { useAssetSearch } from './useAssetSearch.js';
export { useBatch } from './useBatch.js';
export { useFirstFrame } from './useFirstFrame.js';
export { useUpload } from './useUpload.js';
export { useMessage } from './useMessage.js';
export { useCaption } from './useCaption.js';
export { usePromptAssist } from './usePromptAssist.js';
export { useModelRecommendation } from './useModelRecommendation.js';
export { useCostEstimate } from './useCostEstimate.js';
export { usePrompts } from '../react/usePrompts.js';
export { useTasks } from '../react/useTasks.js';
export { balanceOptions, modelsOptions, pricingOptions, taskOptions, usageOptions } from './options.js';
