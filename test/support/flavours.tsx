import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  type BalanceResult,
  BytespikeProvider,
  type Client,
  type CostEstimate,
  type GenerationRequest,
  type ImageEditResult,
  type ImageGenerationResult,
  type ModelsResult,
  type Recommendation,
  type RecommendationBrief,
  type TasksResult,
  type UsageQuery,
  type UsageResult,
  type VideoTaskResult,
} from 'bytespike-react';
import * as reactQuery from 'bytespike-react/react-query';
import * as swr from 'bytespike-react/swr';
import { type ReactNode, StrictMode, useState } from 'react';
import { SWRConfig } from 'swr';

/** What both flavours offer, under one set of types; the compiler holds each of them to it. */
interface Hooks {
  useBalance(options?: { lowBelow?: number }): BalanceResult;
  useCostEstimate(request: GenerationRequest): CostEstimate | undefined;
  useImageEdit(options?: { keepRuns?: number }): ImageEditResult;
  useImageGeneration(options?: { via?: 'sync' | 'task' | undefined; keepRuns?: number }): ImageGenerationResult;
  useModelRecommendation(brief: RecommendationBrief): Recommendation;
  useModels(): ModelsResult;
  useTasks(): TasksResult;
  useUsage(query?: UsageQuery): UsageResult;
  useVideoTask(options?: { taskId?: string | undefined; persist?: string | undefined }): VideoTaskResult;
}

interface Flavour {
  name: string;
  hooks: Hooks;
  /** A fresh cache of the library's own. */
  Cache: (props: { children: ReactNode }) => ReactNode;
}

function ReactQueryCache({ children }: { children: ReactNode }): ReactNode {
  const [queryClient] = useState(() => new QueryClient());
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}

function SwrCache({ children }: { children: ReactNode }): ReactNode {
  const [cache] = useState(() => new Map());
  return <SWRConfig value={{ provider: () => cache }}>{children}</SWRConfig>;
}

// That `swr` fits `Hooks` is itself checked by the compiler: one interface for both flavours.
export const flavours: readonly Flavour[] = [
  { name: 'react-query', hooks: reactQuery, Cache: ReactQueryCache },
  { name: 'swr', hooks: swr, Cache: SwrCache },
];

/** What an app has around its components, StrictMode included. */
export function appWith({ Cache }: Flavour, client: Client) {
  return function App({ children }: { children: ReactNode }): ReactNode {
    return (
      <StrictMode>
        <Cache>
          <BytespikeProvider client={client}>{children}</BytespikeProvider>
        </Cache>
      </StrictMode>
    );
  };
}
