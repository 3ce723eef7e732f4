'use client';

import { createGenerationPanel } from '../components/generate/create-panel.js';
import { useCostEstimate, useModelRecommendation } from './choosing.js';
import { useBalance } from './useBalance.js';
import { useImageEdit } from './useImageEdit.js';
import { useImageGeneration } from './useImageGeneration.js';
import { useModels } from './useModels.js';
import { useVideoTask } from './useVideoTask.js';

/**
 * Everything from the prompt to the result on a page: form, choice of the model, price, balance,
 * progress, result.
 *
 * @example <GenerationPanel persist="studio" onAsset={(asset) => setCover(asset.url)} />
 */
export const GenerationPanel = createGenerationPanel({ useBalance, useCostEstimate, useImageEdit, useImageGeneration, useModelRecommendation, useModels, useVideoTask });
