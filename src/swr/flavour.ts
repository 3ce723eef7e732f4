'use client';

import { useMemo } from 'react';
import type { UsageQuery } from '../core/wire/account.js';
import type { Usage } from '../core/wire/account-readings.js';
import type { Balance } from '../core/wire/quota.js';
import type { Catalog } from '../core/catalog/model.js';
import { useCatalog, useModelsResult } from '../react/choosing.js';
import type { BalanceResult, ModelsResult, UsageResult } from '../react/hook-results.js';
import { useClient } from '../react/provider.js';
import { type BalanceOptions, useBalanceResult, useBalanceState, useUsageResult } from '../react/reads.js';
import { createUseAssetSearch, type UseAssetSearch } from '../react/useAssetSearch.js';
import { createUseBatch, type UseBatch } from '../react/useBatch.js';
import { createUseCaption, type UseCaption } from '../react/useCaption.js';
import { createUseCostEstimate, type UseCostEstimate } from '../react/useCostEstimate.js';
import { createUseFirstFrame, type UseFirstFrame } from '../react/useFirstFrame.js';
import { createUseImageConversation, type UseImageConversation } from '../react/useImageConversation.js';
import { createUseImageEdit, type UseImageEdit } from '../react/useImageEdit.js';
import { createUseImageGeneration, type UseImageGeneration } from '../react/useImageGeneration.js';
import { createUseMessage, type UseMessage } from '../react/useMessage.js';
import { createUseModelRecommendation, type UseModelRecommendation } from '../react/useModelRecommendation.js';
import { createUsePromptAssist, type UsePromptAssist } from '../react/usePromptAssist.js';
import { createUseUpload, type UseUpload } from '../react/useUpload.js';
import { createUseVideoTask, type UseVideoTask } from '../react/useVideoTask.js';
import { balanceOptions, modelsOptions, pricingOptions, usageOptions } from './options.js';
import { useCall } from './useCall.js';
import { type QueryOverrides, type SharedOverrides, useCached, useRead } from './useRead.js';
import { useTaskCache } from './useTaskCache.js';

export { usePrompts } from '../react/usePrompts.js';
export { useTasks } from '../react/useTasks.js';

/**
 * The models to choose from: the built-in catalog, and what the key reaches and what it costs laid
 * over it. With it on the page, `useModelRecommendation` and `useCostEstimate` go by live figures.
 *
 * @param options.swr settings of SWR, for both reads
 * @example const { models, source, catalog } = useModels();
 */
export function useModels(options: { swr?: SharedOverrides } = {}): ModelsResult {
  const client = useClient();
  return useModelsResult(useRead(modelsOptions(client), options.swr), useRead(pricingOptions(client), options.swr));
}

/**
 * What was spent, by day, hour, model or, behind a proxy that has several, by key. `UsageChart` shows it.
 *
 * @param query what to ask for; 30 days by day by default, 90 days at most
 * @param options.swr settings of SWR
 * @example const { usage } = useUsage({ groupBy: 'model' });
 */
export function useUsage(query: UsageQuery = {}, options: { swr?: QueryOverrides<Usage> } = {}): UsageResult {
  return useUsageResult(useRead(usageOptions(useClient(), query), options.swr), query);
}

/**
 * Money left, in USD. Read off the headers of answers that come anyway, and asked for only before
 * the first of them. It goes down at once when a task or an image is submitted, comes back when
 * that fails, and says what was billed when it ends. One for the client, however many hooks.
 *
 * @param options.lowBelow USD below which `low` is true
 * @param options.swr settings of SWR for the read
 * @example const { available, low, canAfford, shortfall } = useBalance({ lowBelow: 5 });
 */
export function useBalance(options: BalanceOptions & { swr?: QueryOverrides<Balance> } = {}): BalanceResult {
  const client = useClient();
  const state = useBalanceState(client);
  const isKnown = state.updatedAt !== undefined;
  const asked = useMemo(() => balanceOptions(client), [client]);
  const read = useRead(asked, { ...unasked, revalidateOnMount: !isKnown, ...options.swr });
  return useBalanceResult(client, state, read, options.lowBelow);
}

/** Headers keep it up to date: it is not read again for a look at the page. */
const unasked = { revalidateOnFocus: false, revalidateOnReconnect: false };

function useKnownCatalog(): Catalog {
  const client = useClient();
  return useCatalog(useCached(modelsOptions(client)), useCached(pricingOptions(client)));
}

// Written once, in `react`, for both flavours. An app that uses one of them carries no other: the calls have no effect.
export const useVideoTask: UseVideoTask = /* @__PURE__ */ createUseVideoTask(useCall, useTaskCache);
export const useImageGeneration: UseImageGeneration = /* @__PURE__ */ createUseImageGeneration(useCall);
export const useImageEdit: UseImageEdit = /* @__PURE__ */ createUseImageEdit(useCall);
export const useImageConversation: UseImageConversation = /* @__PURE__ */ createUseImageConversation(useCall);
export const useAssetSearch: UseAssetSearch = /* @__PURE__ */ createUseAssetSearch(useCall);
export const useBatch: UseBatch = /* @__PURE__ */ createUseBatch(useCall);
export const useFirstFrame: UseFirstFrame = /* @__PURE__ */ createUseFirstFrame(useCall);
export const useUpload: UseUpload = /* @__PURE__ */ createUseUpload(useCall);
export const useMessage: UseMessage = /* @__PURE__ */ createUseMessage(useCall);
export const useCaption: UseCaption = /* @__PURE__ */ createUseCaption(useCall);
export const usePromptAssist: UsePromptAssist = /* @__PURE__ */ createUsePromptAssist(useCall);
export const useModelRecommendation: UseModelRecommendation = /* @__PURE__ */ createUseModelRecommendation(useKnownCatalog);
export const useCostEstimate: UseCostEstimate = /* @__PURE__ */ createUseCostEstimate(useKnownCatalog);
