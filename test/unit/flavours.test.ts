import type { BalanceResult, CostEstimateResult, ModelRecommendationResult, ModelsResult, VideoTaskResult } from 'bytespike-react';
import type * as reactQuery from 'bytespike-react/react-query';
import type * as swr from 'bytespike-react/swr';
import { describe, expectTypeOf, it } from 'vitest';

// Held by the compiler: what is not so does not pass the type check.

type Hooks<Flavour> = { [Name in keyof Flavour as Name extends `use${string}` ? Name : never]: Flavour[Name] };
type Results<Flavour> = { [Name in keyof Hooks<Flavour>]: Hooks<Flavour>[Name] extends (...given: never[]) => infer Result ? Result : never };

describe('the flavours', () => {
  it('export the same names', () => {
    expectTypeOf<keyof typeof reactQuery>().toEqualTypeOf<keyof typeof swr>();
  });

  it('return the same types, which are the public ones', () => {
    expectTypeOf<Results<typeof reactQuery>>().toEqualTypeOf<Results<typeof swr>>();
    expectTypeOf<Pick<Results<typeof swr>, 'useBalance' | 'useCostEstimate' | 'useModelRecommendation' | 'useModels' | 'useVideoTask'>>().toEqualTypeOf<{
      useBalance: BalanceResult;
      useCostEstimate: CostEstimateResult;
      useModelRecommendation: ModelRecommendationResult;
      useModels: ModelsResult;
      useVideoTask: VideoTaskResult;
    }>();
  });

  it('take the same where a setting of the library is none of it', () => {
    expectTypeOf<Parameters<typeof reactQuery.useCostEstimate>>().toEqualTypeOf<Parameters<typeof swr.useCostEstimate>>();
    expectTypeOf<Parameters<typeof reactQuery.useModelRecommendation>>().toEqualTypeOf<Parameters<typeof swr.useModelRecommendation>>();
    expectTypeOf<Parameters<typeof reactQuery.useVideoTask>>().toEqualTypeOf<Parameters<typeof swr.useVideoTask>>();
    expectTypeOf<Parameters<typeof reactQuery.useImageGeneration>>().toEqualTypeOf<Parameters<typeof swr.useImageGeneration>>();
  });
});
