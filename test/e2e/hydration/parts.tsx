// Every component in states whose figures and moments a language, a zone or a clock could tell otherwise.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  AssetGallery,
  AssetViewer,
  BalanceMeter,
  BatchGrid,
  BytespikeError,
  BytespikeProvider,
  CompareAssets,
  ConversationCanvas,
  CostPreview,
  MaskEditor,
  createClient,
  estimateCost,
  type GenerationRequest,
  ModelPicker,
  PromptForm,
  recommendModel,
  type TaskRecord,
  TaskProgress,
  UsageChart,
  type VideoTaskState,
} from 'bytespike-react';
import { BatchForm } from 'bytespike-react/components/batch-form';
import { GenerateButton, GenerationPanel, useBatch, useImageConversation, usePrompts } from 'bytespike-react/react-query';
import type { ReactElement, ReactNode } from 'react';

/** Late in the evening, here: another day elsewhere. */
const EVENING = Date.UTC(2026, 10, 20, 23, 30);
const request: GenerationRequest = { model: 'veo-3.1-fast', prompt: 'A kite', durationSeconds: 4 };
const asset = { kind: 'image', url: 'https://files.example.com/1.png', width: 1200, height: 1000, expiresAt: EVENING + 60_000 } as const;
/** Of the page's own origin, which a server does not know. What is there is no picture, and nothing is said of it. */
const OWN = '/?picture';
const record: TaskRecord = {
  version: 1,
  outTaskId: 'a',
  taskId: 't',
  createdAt: EVENING,
  request,
  snapshot: { taskId: 't', status: 'completed', assets: [asset], cost: { final: 1.25, billed: 'yes' }, submittedAt: EVENING, completedAt: EVENING + 83_000 },
};
const video: VideoTaskState = { status: 'running', connection: 'live', request, task: undefined, assets: [], error: undefined, cost: { billed: 'no', estimated: 1.25 }, progress: { submittedAt: EVENING, startedAt: EVENING + 2000, expectedSeconds: { min: 20, max: 1200, basis: 'catalog' } } };
const limited = new BytespikeError({ code: 'rate_limit_exceeded', message: 'Slow down.', retryable: true, retryAt: EVENING });
const balance = {
  available: 1234.5,
  held: 1.25,
  key: 1234.5,
  organisation: 99_999.5,
  status: 'success',
  low: false,
  lowThreshold: 5,
  canAfford: () => true,
  shortfall: () => 0,
  refresh: async () => {},
  updatedAt: EVENING,
  stale: true,
  source: 'headers',
  error: undefined,
} as const;
const usage = {
  usage: { buckets: [{ name: '2026-11-20', spent: 1234.5, calls: 1200 }, { name: '2026-11-18', spent: 1.25, calls: 1 }], spent: 1235.75, calls: 1201 },
  query: { groupBy: 'day' },
  status: 'success',
  error: undefined,
  refresh: async () => {},
} as const;
const cost = { estimate: estimateCost(request), expectedSeconds: { min: 20, max: 1200, basis: 'catalog' }, catalogSource: 'built-in', asOf: '2026-11', request } as const;
const client = createClient({ baseUrl: '/api', fetch: () => new Promise(() => {}) });

const parts: Record<string, ReactElement> = {
  'TaskProgress, running': <TaskProgress task={video} />,
  'TaskProgress, ready': <TaskProgress task={{ ...video, status: 'completed', cost: { billed: 'yes', final: 1.25 }, progress: { ...video.progress, endedAt: EVENING + 83_000 } }} />,
  'TaskProgress, limited': <TaskProgress task={{ ...video, status: 'failed', error: limited }} />,
  'AssetViewer, with an end': <AssetViewer assets={[asset, asset]} task={video} />,
  'AssetViewer, rendering': <AssetViewer assets={[]} task={video} />,
  'AssetViewer, an address of the page': <AssetViewer assets={[{ ...asset, url: OWN }]} task={video} poster={OWN} />,
  'AssetGallery, an address of the page': <AssetGallery tasks={[{ ...record, snapshot: { ...record.snapshot!, assets: [{ ...asset, url: OWN }] } }]} />,
  'PromptForm, from a picture of the page': <PromptForm uploadImage={async () => ''} defaultValue={{ kind: 'video', prompt: 'A kite', models: { video: 'sora-2' }, image: OWN }} />,
  AssetGallery: <AssetGallery tasks={[record, { ...record, outTaskId: 'b', taskId: undefined, snapshot: undefined }]} />,
  BatchForm: <Many />,
  BatchGrid: <Sheet />,
  ConversationCanvas: <Canvas />,
  CompareAssets: <CompareAssets first={{ asset, task: { ...video, cost: { billed: 'yes', final: 1.25 } } }} second={{ asset }} />,
  MaskEditor: <MaskEditor image={OWN} onDone={() => {}} />,
  UsageChart: <UsageChart usage={usage} />,
  BalanceMeter: <BalanceMeter balance={balance} />,
  'BalanceMeter, compact': <BalanceMeter compact balance={balance} />,
  CostPreview: <CostPreview request={request} cost={cost} balance={balance} task={video} />,
  ModelPicker: <ModelPicker kind="video" defaultValue="sora-2" request={{ ...request, model: 'sora-2' }} />,
  'ModelPicker, Auto': <ModelPicker kind="image" recommendation={{ ...recommendModel({ kind: 'image', prompt: 'A sign' }), status: 'ready' }} />,
  'PromptForm, image': <PromptForm kinds={['image', 'video']} defaultValue={{ kind: 'image', prompt: 'A kite', models: { image: 'gpt-image-2' } }} />,
  'PromptForm, empty': <PromptForm />,
  'PromptForm, with saved prompts': <Prompts />,
  'PromptForm, video': <PromptForm defaultValue={{ kind: 'video', prompt: 'A kite', models: { video: 'sora-2' } }} />,
  GenerationPanel: <GenerationPanel defaultDraft={{ kind: 'video', prompt: 'A kite', models: { video: 'sora-2' } }} />,
  'GenerationPanel, typed before': <GenerationPanel persist="typed-before" />,
  GenerateButton: <GenerateButton />,
};

/** Its draft is nowhere but in the browser. */
function Many(): ReactNode {
  return <BatchForm batch={useBatch({ persist: 'many' })} persist="many" />;
}

/** Its cells are nowhere but in the browser. */
function Sheet(): ReactNode {
  return <BatchGrid batch={useBatch({ persist: 'products' })} />;
}

/** Its turns are nowhere but in the browser. */
function Canvas(): ReactNode {
  return <ConversationCanvas conversation={useImageConversation({ persist: 'cover' })} />;
}

/** So is what somebody saved. */
function Prompts(): ReactNode {
  return <PromptForm prompts={usePrompts()} />;
}

/** Each part as an app has it, which says nothing of a language or says German. */
export function pages(locale: string | undefined): Record<string, ReactNode> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      <QueryClientProvider key={name} client={new QueryClient()}>
        <BytespikeProvider client={client} {...(locale === undefined ? {} : { locale })}>
          {part}
        </BytespikeProvider>
      </QueryClientProvider>,
    ]),
  );
}
