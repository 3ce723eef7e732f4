'use client';

import { createGenerationPanel } from '../components/generate/create-panel.js';
import { useBalance } from './useBalance.js';
import { useCostEstimate } from './useCostEstimate.js';
import { useImageEdit } from './useImageEdit.js';
import { useImageGeneration } from './useImageGeneration.js';
import { useModelRecommendation } from './useModelRecommendation.js';
import { useModels } from './useModels.js';
import { useVideoTask } from './useVideoTask.js';

/**
 * Everything from the prompt to the result on a page: form, choice of the model, price, balance,
 * progress, result.
 *
 * @example
 * import { GenerationPanel } from 'bytespike-react/swr';
 * <GenerationPanel persist="studio" onAsset={(asset) => setCover(asset.url)} />
 */
export const GenerationPanel = createGenerationPanel({ useBalance, useCostEstimate, useImageEdit, useImageGeneration, useModelRecommendation, useModels, useVideoTask });
