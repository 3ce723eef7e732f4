// What somebody made over three days: forty results that are really there, no two alike.
import { type Asset, estimateCost, type GenerationRequest, type ImageRequest, type SubmittedRecord } from 'bytespike-react';
import { clip, picture } from '../generated.js';

const MINUTE = 60_000;

/** Apart from each other, so that each day of a gallery has something in it. */
const APART = 97 * MINUTE;

/** Two that give JPEG, which a page draws in a fifth of the time of PNG. */
const MODELS = ['gpt-image-2', 'gpt-image-2-official'] as const;

const PICTURES = [
  'A red kettle on a wooden table at dawn, steam rising',
  'A neon sign that says “Open late” over a wet street at night',
  'Mountains above a lake, first light',
  'A portrait in profile against an orange sky',
  'Three lemons and a blue cup on marble',
  'A forest in fog, ink drawing',
  'A cat on the left and a lamp on the right, evening interior',
  'Map of an island with two harbours',
  'City skyline at dusk, lights coming on',
  'A perfume bottle on slate, soft light from the left',
  'Abstract shapes in coral and teal',
  'A whale under the ice, deep blue',
  'A bowl of ramen on a dark table, steam',
  'A lighthouse on a cliff, storm coming in',
  'Wild flowers in a meadow at noon',
  'A sailing boat at sunset',
  'Two green bottles and a loaf of bread',
  'A planet with rings, seen from its moon',
  'A fox in the snow',
];

const CLIPS = ['Tide coming in over black rocks', 'Steam over a bowl of ramen'];

/** A story of somebody who has been at it for days. */
export const withPast = { loaders: [async () => ({ past: await pastWork() })] };

/** Newest first, as records that a client finds in its storage. */
async function pastWork(): Promise<readonly SubmittedRecord[]> {
  const [first = [], second = []] = await Promise.all(MODELS.map((model) => Promise.all(PICTURES.map((prompt) => drawn({ model, prompt, size: '1024x1024', outputFormat: 'jpeg' })))));
  const [tide = [], steam = []] = await Promise.all(CLIPS.map(filmed));
  // The same words by the second model lie days behind those of the first.
  return [first.slice(0, 1), tide, first.slice(1), steam, second].flat().map(recordOf);
}

interface Made {
  request: GenerationRequest;
  assets: readonly Asset[];
}

async function drawn(request: ImageRequest): Promise<Made> {
  return { request, assets: await picture(request) };
}

async function filmed(prompt: string): Promise<Made[]> {
  return [{ request: { model: 'veo-3.1-fast', prompt, durationSeconds: 4, aspectRatio: '1:1' }, assets: await clip(prompt, '1:1') }];
}

function recordOf({ request, assets }: Made, index: number): SubmittedRecord {
  const createdAt = Date.now() - (index + 1) * APART;
  return {
    version: 1,
    outTaskId: `past-${index}`,
    taskId: `task_past_${index}`,
    request,
    createdAt,
    snapshot: {
      taskId: `task_past_${index}`,
      status: 'completed',
      assets,
      cost: { billed: 'yes', final: estimateCost(request)?.max },
      submittedAt: createdAt,
      completedAt: createdAt + 9000 + (index % 7) * 4000,
    },
  };
}
