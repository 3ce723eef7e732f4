'use client';

import { createGenerationPanel } from '../components/generate/create-panel.js';
import { useBalance, useCostEstimate, useImageEdit, useImageGeneration, useModelRecommendation, useModels, useVideoTask } from './flavour.js';

/**
 * Everything from the prompt to the result on a page: form, choice of the model, price, balance,
 * progress, result.
 *
 * @example
 * import { GenerationPanel } from 'bytespike-react/react-query';
 * <GenerationPanel persist="studio" onAsset={(asset) => setCover(asset.url)} />
 */
export const GenerationPanel = createGenerationPanel({ useBalance, useCostEstimate, useImageEdit, useImageGeneration, useModelRecommendation, useModels, useVideoTask });
