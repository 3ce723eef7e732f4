// Previews as the hooks make them.
import { catalog, type CostPreviewProps, estimateCost, type GenerationRequest, typicalSeconds } from 'bytespike-react';
import { balanceOf } from '../balance-meter/balances.js';
import { prompt, videoStates } from '../fixtures.js';

export const clip = { model: 'veo-3.1-fast', prompt, durationSeconds: 4, resolution: '720p', aspectRatio: '16:9' } as const;
export const pictures = { model: 'gpt-image-2', prompt, size: '1024x1024', quality: 'high', n: 4 } as const;

/** What `useCostEstimate` gives for a request. */
export const costOf = (request: GenerationRequest): CostPreviewProps['cost'] => ({
  request,
  estimate: estimateCost(request, catalog),
  expectedSeconds: typicalSeconds(request, catalog),
});

const balance = () => balanceOf({ available: 31.4 });
const run = (name: keyof typeof videoStates) => ({ ...videoStates[name](), request: clip });

/** Every state of a preview that can be reached, by name. */
export const previews = {
  ready: () => ({ cost: costOf(clip), balance: balance() }),
  images: () => ({ cost: costOf(pictures), balance: balance() }),
  balanceUnknown: () => ({ cost: costOf(clip), balance: balanceOf() }),
  upTo: () => ({ cost: costOf({ ...pictures, size: '1024x1536', quality: 'medium', n: 1 }), balance: balance() }),
  turn: () => ({ cost: costOf({ model: 'gpt-4o-image', prompt }), balance: balance() }),
  short: () => ({ cost: costOf(clip), balance: balanceOf({ available: 0.05 }) }),
  stale: () => ({ cost: costOf(clip), request: { ...clip, durationSeconds: 8 }, balance: balance(), requirePreview: true }),
  unpriced: () => ({ cost: costOf({ model: 'somebody-new', prompt }), balance: balance() }),
  queued: () => ({ cost: costOf(clip), balance: balance(), task: run('queued') }),
  running: () => ({ cost: costOf(clip), balance: balance(), task: run('running') }),
  completed: () => ({ cost: costOf(clip), balance: balance(), task: run('completed') }),
  cancelledFree: () => ({ cost: costOf(clip), balance: balance(), task: run('cancelledFree') }),
  cancelledBilled: () => ({ cost: costOf(clip), balance: balance(), task: run('cancelledBilled') }),
  unknown: () => ({ cost: costOf(clip), balance: balance(), task: run('unknown') }),
} satisfies Record<string, () => CostPreviewProps>;
