import type { ImageRecord, SubmittedRecord, TaskRecord } from 'bytespike-react';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, expectTypeOf, it } from 'vitest';
import { entries as published, sheets } from '../../scripts/entries.mjs';

// What a release takes away or renames here breaks somebody's build: it belongs in the changelog.
const entries = {
  'bytespike-react': () => import('bytespike-react'),
  'bytespike-react/client': () => import('bytespike-react/client'),
  'bytespike-react/cost': () => import('bytespike-react/cost'),
  'bytespike-react/recommend': () => import('bytespike-react/recommend'),
  'bytespike-react/reuse': () => import('bytespike-react/reuse'),
  'bytespike-react/store': () => import('bytespike-react/store'),
  'bytespike-react/text': () => import('bytespike-react/text'),
  'bytespike-react/provider': () => import('bytespike-react/provider'),
  'bytespike-react/components/asset-gallery': () => import('bytespike-react/components/asset-gallery'),
  'bytespike-react/components/asset-viewer': () => import('bytespike-react/components/asset-viewer'),
  'bytespike-react/components/balance-meter': () => import('bytespike-react/components/balance-meter'),
  'bytespike-react/components/compare-assets': () => import('bytespike-react/components/compare-assets'),
  'bytespike-react/components/batch-form': () => import('bytespike-react/components/batch-form'),
  'bytespike-react/components/batch-grid': () => import('bytespike-react/components/batch-grid'),
  'bytespike-react/components/conversation-canvas': () => import('bytespike-react/components/conversation-canvas'),
  'bytespike-react/components/cost-preview': () => import('bytespike-react/components/cost-preview'),
  'bytespike-react/components/mask-editor': () => import('bytespike-react/components/mask-editor'),
  'bytespike-react/components/usage-chart': () => import('bytespike-react/components/usage-chart'),
  'bytespike-react/components/model-picker': () => import('bytespike-react/components/model-picker'),
  'bytespike-react/components/prompt-form': () => import('bytespike-react/components/prompt-form'),
  'bytespike-react/components/task-progress': () => import('bytespike-react/components/task-progress'),
  'bytespike-react/react-query': () => import('bytespike-react/react-query'),
  'bytespike-react/react-query/hooks': () => import('bytespike-react/react-query/hooks'),
  'bytespike-react/react-query/generate-button': () => import('bytespike-react/react-query/generate-button'),
  'bytespike-react/react-query/generation-panel': () => import('bytespike-react/react-query/generation-panel'),
  'bytespike-react/swr': () => import('bytespike-react/swr'),
  'bytespike-react/swr/hooks': () => import('bytespike-react/swr/hooks'),
  'bytespike-react/swr/generate-button': () => import('bytespike-react/swr/generate-button'),
  'bytespike-react/swr/generation-panel': () => import('bytespike-react/swr/generation-panel'),
  'bytespike-react/server': () => import('bytespike-react/server'),
  'bytespike-react/server/redis': () => import('bytespike-react/server/redis'),
  'bytespike-react/server/s3': () => import('bytespike-react/server/s3'),
  'bytespike-react/devtools': () => import('bytespike-react/devtools'),
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
        "BatchGrid",
        "BytespikeError",
        "BytespikeProvider",
        "CompareAssets",
        "ConversationCanvas",
        "CostPreview",
        "MaskEditor",
        "ModelPicker",
        "PromptForm",
        "TaskProgress",
        "UsageChart",
        "cancelCost",
        "catalog",
        "createBalanceState",
        "createClient",
        "english",
        "estimateCost",
        "expandPrompts",
        "findModel",
        "isBytespikeError",
        "isSafeAssetUrl",
        "message",
        "overlayCatalog",
        "previewCost",
        "recommendModel",
        "requestFor",
        "takeFirstFrame",
        "taskStore",
        "typicalSeconds",
      ],
      "bytespike-react/client": [
        "BytespikeError",
        "createBalanceState",
        "createClient",
        "isBytespikeError",
      ],
      "bytespike-react/components/asset-gallery": [
        "AssetGallery",
      ],
      "bytespike-react/components/asset-viewer": [
        "AssetViewer",
        "isSafeAssetUrl",
      ],
      "bytespike-react/components/balance-meter": [
        "BalanceMeter",
      ],
      "bytespike-react/components/batch-form": [
        "BatchForm",
        "englishMany",
      ],
      "bytespike-react/components/batch-grid": [
        "BatchGrid",
      ],
      "bytespike-react/components/compare-assets": [
        "CompareAssets",
      ],
      "bytespike-react/components/conversation-canvas": [
        "ConversationCanvas",
      ],
      "bytespike-react/components/cost-preview": [
        "CostPreview",
        "previewCost",
      ],
      "bytespike-react/components/mask-editor": [
        "MaskEditor",
      ],
      "bytespike-react/components/model-picker": [
        "ModelPicker",
      ],
      "bytespike-react/components/prompt-form": [
        "PromptForm",
      ],
      "bytespike-react/components/task-progress": [
        "TaskProgress",
      ],
      "bytespike-react/components/usage-chart": [
        "UsageChart",
      ],
      "bytespike-react/cost": [
        "cancelCost",
        "catalog",
        "estimateCost",
        "findModel",
        "overlayCatalog",
        "typicalSeconds",
      ],
      "bytespike-react/devtools": [
        "BytespikeDevtools",
        "createDevtools",
      ],
      "bytespike-react/locales/de": [
        "messages",
      ],
      "bytespike-react/provider": [
        "BytespikeProvider",
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
        "useAssetSearch",
        "useBalance",
        "useBatch",
        "useCaption",
        "useCostEstimate",
        "useFirstFrame",
        "useImageConversation",
        "useImageEdit",
        "useImageGeneration",
        "useMessage",
        "useModelRecommendation",
        "useModels",
        "usePromptAssist",
        "usePrompts",
        "useTasks",
        "useUpload",
        "useUsage",
        "useVideoTask",
      ],
      "bytespike-react/react-query/generate-button": [
        "GenerateButton",
      ],
      "bytespike-react/react-query/generation-panel": [
        "GenerationPanel",
      ],
      "bytespike-react/react-query/hooks": [
        "balanceOptions",
        "keys",
        "modelsOptions",
        "pricingOptions",
        "taskOptions",
        "usageOptions",
        "useAssetSearch",
        "useBalance",
        "useBatch",
        "useCaption",
        "useCostEstimate",
        "useFirstFrame",
        "useImageConversation",
        "useImageEdit",
        "useImageGeneration",
        "useMessage",
        "useModelRecommendation",
        "useModels",
        "usePromptAssist",
        "usePrompts",
        "useTasks",
        "useUpload",
        "useUsage",
        "useVideoTask",
      ],
      "bytespike-react/recommend": [
        "recommendModel",
      ],
      "bytespike-react/reuse": [
        "requestFor",
        "takeFirstFrame",
      ],
      "bytespike-react/server": [
        "createMemoryStore",
        "createProxy",
        "memoryUploads",
        "toNodeHandler",
      ],
      "bytespike-react/server/redis": [
        "createRedisStore",
      ],
      "bytespike-react/server/s3": [
        "s3Uploads",
      ],
      "bytespike-react/store": [
        "taskStore",
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
        "useAssetSearch",
        "useBalance",
        "useBatch",
        "useCaption",
        "useCostEstimate",
        "useFirstFrame",
        "useImageConversation",
        "useImageEdit",
        "useImageGeneration",
        "useMessage",
        "useModelRecommendation",
        "useModels",
        "usePromptAssist",
        "usePrompts",
        "useTasks",
        "useUpload",
        "useUsage",
        "useVideoTask",
      ],
      "bytespike-react/swr/generate-button": [
        "GenerateButton",
      ],
      "bytespike-react/swr/generation-panel": [
        "GenerationPanel",
      ],
      "bytespike-react/swr/hooks": [
        "balanceOptions",
        "keys",
        "modelsOptions",
        "pricingOptions",
        "taskOptions",
        "usageOptions",
        "useAssetSearch",
        "useBalance",
        "useBatch",
        "useCaption",
        "useCostEstimate",
        "useFirstFrame",
        "useImageConversation",
        "useImageEdit",
        "useImageGeneration",
        "useMessage",
        "useModelRecommendation",
        "useModels",
        "usePromptAssist",
        "usePrompts",
        "useTasks",
        "useUpload",
        "useUsage",
        "useVideoTask",
      ],
      "bytespike-react/testing": [
        "createSimulatedGateway",
        "faultKinds",
        "steering",
      ],
      "bytespike-react/text": [
        "message",
      ],
    }
  `);
});

it('has a name for either kind of record', () => {
  expectTypeOf<TaskRecord>().toEqualTypeOf<SubmittedRecord | ImageRecord>();
});

it('every name that the manifest publishes is pinned here, one language for all', () => {
  const names = new Set(published.map(({ name }) => name.replace(/\/locales\/.+$/, '/locales/de')));
  expect(Object.keys(entries).sort()).toEqual([...names].sort());
});

it('the compiler reads every published name from its source', () => {
  const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as { compilerOptions: { paths: Record<string, string[]> } };
  const sourceOf = (name: string) => {
    const exact = compilerOptions.paths[name];
    if (exact !== undefined) return exact[0];
    const [pattern, targets] = Object.entries(compilerOptions.paths).find(([path]) => path.endsWith('*') && name.startsWith(path.slice(0, -1))) ?? ['', []];
    return targets[0]?.replace('*', name.slice(pattern.length - 1));
  };
  const wanted = published.filter(({ condition }) => condition === 'default').map(({ name, source }) => [name, `./${source}`]);
  expect(wanted.map(([name = '']) => [name, sourceOf(name)])).toEqual(wanted);
});

it('every component has a style sheet of its name, and every rule is in one', () => {
  const names = sheets.map(({ name }) => name.replace('bytespike-react/', ''));
  const components = published.flatMap(({ name }) => name.match(/\/(?:components|react-query)\/((?!hooks$).+)$/)?.[1] ?? []);
  expect(names).toEqual(expect.arrayContaining(['styles.css', 'styles/base.css', ...components.map((name) => `styles/${name}.css`)]));
  const imported = (path: string): string[] => [...readFileSync(path, 'utf8').matchAll(/@import '\.\/([^']+)'/g)].map(([, file = '']) => file);
  const reached = new Set(sheets.flatMap(({ source }) => imported(source)).map((file) => file.split('/').at(-1)));
  expect(readdirSync('src/styles/parts').filter((file) => !reached.has(file))).toEqual([]);
  expect(imported('src/styles.css').sort()).toEqual(names.filter((name) => name.includes('/')).sort());
});

it('every name has types, those of style sheets too: compilers ask for them', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, string | { types: string }> };
  const typed = Object.entries(exports).filter(([subpath]) => subpath !== './package.json');
  const sources = typed.map(([subpath, target]) => [subpath, typeof target === 'string' ? 'none' : target.types.replace('./dist/', 'src/')] as const);
  const isThere = (path: string) => path.includes('*') || [path.replace('.d.ts', '.ts'), path.replace('.d.ts', '.tsx')].some((source) => path !== source && existsSync(source));
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.filter(([, path]) => !path.endsWith('.d.ts') || !isThere(path))).toEqual([]);
});
