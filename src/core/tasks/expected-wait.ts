import { findModel, typicalSeconds } from '../catalog/catalog.js';
import type { GenerationRequest } from '../catalog/requests.js';
import type { VideoModel } from '../catalog/model.js';

/** How long a task should take, and how often its model's reference says to ask. Seconds. */
export interface Expectation {
  expected: { min: number; max: number } | undefined;
  /** Who says so; `observed`: tasks of this user. */
  basis: 'catalog' | 'estimate' | 'observed' | undefined;
  steps: VideoModel['cadence'] | undefined;
}

/**
 * The catalog's typical range, unless the gateway's own estimate lies outside of it: an estimate
 * is a point, and the range says how far around it ends are found.
 */
export function expectationOf(request: GenerationRequest | undefined, estimate: number | undefined): Expectation {
  const model = request && findModel(request.model);
  const typical = request && typicalSeconds(request);
  const inside = estimate === undefined || (typical && estimate >= typical.min * 0.8 && estimate <= typical.max * 1.2);
  const expected = inside ? typical : { min: estimate * 0.75, max: estimate * 1.25 };
  const steps = model?.kind === 'video' ? model.cadence : undefined;
  const basis = expected && (inside ? 'catalog' : 'estimate');
  return { expected, basis, steps };
}
