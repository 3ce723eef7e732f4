import type { ImageRecord, SubmittedRecord, TaskRecord } from 'bytespike-react';
import { expect, expectTypeOf, it } from 'vitest';

// What a release takes away or renames here breaks somebody's build: it belongs in the changelog.
const entries = {
  'bytespike-react': () => import('bytespike-react'),
  'bytespike-react/react-query': () => import('bytespike-react/react-query'),
  'bytespike-react/swr': () => import('bytespike-react/swr'),
  'bytespike-react/server': () => import('bytespike-react/server'),
  'bytespike-react/server/redis': () => import('bytespike-react/server/redis'),
  'bytespike-react/testing': () => import('bytespike-react/testing'),
  'bytespike-react/locales/de': () => import('bytespike-react/locales/de'),
};

it('every entry has the names that it had', async () => {
  const names = await Promise.all(Object.entries(entries).map(async ([entry, load]) => [entry, Object.keys(await load()).sort()] as const));
  expect(Object.fromEntries(names)).toMatchInlineSnapshot(`
    {
      "bytespike-react": [
        "AssetGallery",
        "AssetViewer",
        "BalanceMeter",
        "BytespikeError",
        "BytespikeProvider",
        "CompareAssets",
        "CostPreview",
        "ModelPicker",
        "PromptForm",
        "TaskProgress",
        "cancelCost",
        "catalog",
        "createBalanceState",
        "createClient",
        "english",
        "estimateCost",
        "findModel",
        "isBytespikeError",
        "isSafeAssetUrl",
        "overlayCatalog",
        "previewCost",
        "recommendModel",
        "requestFor",
        "taskStore",
        "typicalSeconds",
      ],
      "bytespike-react/locales/de": [
        "messages",
      ],
      "bytespike-react/react-query": [
        "GenerateButton",
        "GenerationPanel",
        "balanceOptions",
        "keys",
        "modelsOptions",
        "pricingOptions",
        "taskOptions",
        "usageOptions",
        "useBalance",
        "useCostEstimate",
        "useImageEdit",
        "useImageGeneration",
        "useModelRecommendation",
        "useModels",
        "useTasks",
        "useUsage",
        "useVideoTask",
      ],
      "bytespike-react/server": [
        "createMemoryStore",
        "createProxy",
        "toNodeHandler",
      ],
      "bytespike-react/server/redis": [
        "createRedisStore",
      ],
      "bytespike-react/swr": [
        "GenerateButton",
        "GenerationPanel",
        "balanceOptions",
        "keys",
        "modelsOptions",
        "pricingOptions",
        "taskOptions",
        "usageOptions",
        "useBalance",
        "useCostEstimate",
        "useImageEdit",
        "useImageGeneration",
        "useModelRecommendation",
        "useModels",
        "useTasks",
        "useUsage",
        "useVideoTask",
      ],
      "bytespike-react/testing": [
        "createSimulatedGateway",
        "faultKinds",
        "steering",
      ],
    }
  `);
});

it('has a name for either kind of record', () => {
  expectTypeOf<TaskRecord>().toEqualTypeOf<SubmittedRecord | ImageRecord>();
});
