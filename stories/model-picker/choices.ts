// Choices as the hooks make them.
import { catalog, type ModelPickerProps, overlayCatalog, recommendModel, type RecommendationBrief } from 'bytespike-react';
import { listModels } from '../../src/core/catalog/models.js';
import { prompt } from '../fixtures.js';

/** What `useModels` gives, when the key reaches only these, and one that the catalog does not know. */
export function reaching(ids: readonly string[]): ModelPickerProps['models'] {
  const listed = ids.map((id) => ({ id, capabilities: [id.startsWith('seed') || id.startsWith('veo') ? 'video_gen' : 'image_gen'] }));
  const live = overlayCatalog(catalog, { models: { models: [...listed, { id: 'somebody-new-1', ownedBy: 'Somebody', capabilities: ['video_gen'] }], asOf: new Date().toISOString() } });
  return { models: listModels(live), catalog: live };
}

/** A list as long as a gateway may make it. */
export function many(count: number): ModelPickerProps['models'] {
  const models = Array.from({ length: count }, (_, index) => ({ id: `model-${index + 1}`, ownedBy: `Vendor ${Math.floor(index / 25) + 1}`, capabilities: ['video_gen'] }));
  const live = overlayCatalog({ ...catalog, models: [] }, { models: { models, asOf: new Date().toISOString() } });
  return { models: listModels(live), catalog: live };
}

export const videoBrief: RecommendationBrief = { kind: 'video', prompt, latencyBudgetSeconds: 30 };
export const clip = { model: 'veo-3.1-fast', prompt, durationSeconds: 4, resolution: '720p' } as const;
const impossible: RecommendationBrief = { kind: 'video', prompt, latencyBudgetSeconds: 5 };

/** Every state of a picker that can be reached, by name. */
export const choices = {
  auto: () => ({ kind: 'video', recommendation: recommendModel(videoBrief), request: clip }),
  autoImage: () => ({ kind: 'image', recommendation: recommendModel({ kind: 'image', prompt: 'A neon sign that says "OPEN LATE"' }) }),
  autoLowered: () => ({ kind: 'image', recommendation: recommendModel({ kind: 'image', prompt: 'Portrait of a woman, hands folded', purpose: 'hero', latencyBudgetSeconds: 15 }) }),
  looking: () => ({ kind: 'video', recommendation: { reasons: [], status: 'loading' } }),
  unfit: () => ({ kind: 'video', recommendation: recommendModel(impossible) }),
  unavailable: () => ({ kind: 'video', recommendation: { reasons: [], status: 'error' } }),
  chosen: () => ({ kind: 'video', defaultValue: 'veo-3.1', recommendation: recommendModel({ kind: 'video', prompt }), request: clip }),
  chosenExcluded: () => ({ kind: 'video', defaultValue: 'sora-2-pro', recommendation: recommendModel(videoBrief), request: clip }),
  chosenOpen: () => ({ kind: 'video', defaultValue: 'somebody-new-1', models: reaching(['veo-3.1', 'veo-3.1-fast']) }),
  empty: () => ({ kind: 'image' }),
  disabled: () => ({ kind: 'image', defaultValue: 'gpt-image-2', disabled: true }),
} satisfies Record<string, () => ModelPickerProps>;
