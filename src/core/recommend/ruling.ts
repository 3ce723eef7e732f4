import type { Model } from '../catalog/model.js';
import type { ReasonCode } from './brief.js';
import type { Reading } from './reading.js';

/** What the guidance says of a brief, before any limit is looked at. */
export interface Ruling {
  /** The rule that applies. */
  code: ReasonCode;
  /** What in the brief made it apply. */
  trigger: string;
  /** Ids, best first. Models that it does not name come last. */
  order: readonly string[];
}

/** The purpose as a trigger: the words it was read from, or the field. */
export function purposeTrigger({ brief, purposeWords }: Reading): string {
  return purposeWords ?? `purpose: ${brief.purpose}`;
}

/** The models as a ruling ranks them. A model that has a successor is never before it. */
export function ranked(models: readonly Model[], { order }: Ruling): Model[] {
  const place = (model: Model) => {
    const named = order.indexOf(model.id);
    if (model.kind === 'video' && model.supersededBy !== undefined) return Number.POSITIVE_INFINITY;
    return named === -1 ? order.length : named;
  };
  return models
    .map((model, index) => ({ model, place: place(model), index }))
    .sort((a, b) => (a.place === b.place ? a.index - b.index : a.place - b.place))
    .map(({ model }) => model);
}
