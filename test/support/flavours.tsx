import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import {
  type AssetSearchOptions,
  type AssetSearchResult,
  type BalanceResult,
  type BatchOptions,
  type BatchResult,
  type CaptionResult,
  BytespikeProvider,
  type Client,
  type CostEstimateResult,
  type FirstFrameResult,
  type GenerationRequest,
  type ConversationOptions,
  type ImageConversationResult,
  type ImageEditResult,
  type ImageGenerationResult,
  type MessageResult,
  type ModelRecommendationResult,
  type ModelsResult,
  type PromptAssistResult,
  type PromptsResult,
  type RecommendationBrief,
  type TasksResult,
  type UploadResult,
  type UsageQuery,
  type UsageResult,
  type VideoTaskResult,
} from 'bytespike-react';
import * as reactQuery from 'bytespike-react/react-query';
import * as swr from 'bytespike-react/swr';
import { type ReactNode, StrictMode, useState } from 'react';
import { SWRConfig, unstable_serialize, useSWRConfig } from 'swr';

/** What both flavours offer, under one set of types; the compiler holds each of them to it. */
interface Hooks {
  useAssetSearch(query?: string, options?: AssetSearchOptions): AssetSearchResult;
  useBalance(options?: { lowBelow?: number }): BalanceResult;
  useBatch(options: BatchOptions): BatchResult;
  useCaption(options: { model: string; maxTokens?: number | undefined }): CaptionResult;
  useCostEstimate(request: GenerationRequest): CostEstimateResult;
  useFirstFrame(): FirstFrameResult;
  useImageConversation(options: ConversationOptions): ImageConversationResult;
  useImageEdit(options?: { keepRuns?: number }): ImageEditResult;
  useImageGeneration(options?: { via?: 'sync' | 'task' | undefined; keepRuns?: number; persist?: string | undefined }): ImageGenerationResult;
  useMessage(): MessageResult;
  useModelRecommendation(brief: RecommendationBrief): ModelRecommendationResult;
  useModels(): ModelsResult;
  usePromptAssist(options: { model: string; maxTokens?: number | undefined }): PromptAssistResult;
  usePrompts(): PromptsResult;
  useTasks(): TasksResult;
  useUpload(): UploadResult;
  useUsage(query?: UsageQuery): UsageResult;
  useVideoTask(options?: { taskId?: string | undefined; persist?: string | undefined }): VideoTaskResult;
}

interface Flavour {
  name: string;
  hooks: Hooks;
  /** A fresh cache of the library's own, or one that knows something already. */
  Cache: (props: { children: ReactNode; known?: Known | undefined }) => ReactNode;
  /** Looks into that cache. */
  useLook: () => (key: readonly unknown[]) => unknown;
}

/** Something that was prefetched: where it lies, and what it is. */
type Known = readonly [key: readonly unknown[], data: unknown];

function ReactQueryCache({ children, known }: Parameters<Flavour['Cache']>[0]): ReactNode {
  const [queryClient] = useState(() => {
    const fresh = new QueryClient();
    if (known !== undefined) fresh.setQueryData(...known);
    return fresh;
  });
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}

function SwrCache({ children, known }: Parameters<Flavour['Cache']>[0]): ReactNode {
  const [cache] = useState(() => new Map());
  const fallback = known === undefined ? {} : { [unstable_serialize(known[0])]: known[1] };
  return <SWRConfig value={{ provider: () => cache, fallback }}>{children}</SWRConfig>;
}

function useReactQueryLook() {
  const queryClient = useQueryClient();
  return (key: readonly unknown[]) => queryClient.getQueryData(key);
}

function useSwrLook() {
  const { cache } = useSWRConfig();
  return (key: readonly unknown[]): unknown => cache.get(unstable_serialize(key))?.data;
}

// That `swr` fits `Hooks` is itself checked by the compiler: one interface for both flavours.
export const flavours: readonly Flavour[] = [
  { name: 'react-query', hooks: reactQuery, Cache: ReactQueryCache, useLook: useReactQueryLook },
  { name: 'swr', hooks: swr, Cache: SwrCache, useLook: useSwrLook },
];

/** What an app has around its components, StrictMode included. */
export function appWith({ Cache }: Flavour, client: Client, known?: Known) {
  return function App({ children }: { children: ReactNode }): ReactNode {
    return (
      <StrictMode>
        <Cache known={known}>
          <BytespikeProvider client={client}>{children}</BytespikeProvider>
        </Cache>
      </StrictMode>
    );
  };
}
