import type { ModelEntry } from '../catalog/models.js';
import { referenceOf } from '../catalog/start-image.js';
import type { GenerationParent } from '../catalog/requests.js';
import { chosenAmong, type PromptDraft, withModel } from './draft.js';

type Facts = Pick<ModelEntry, 'facts'>;

const formsOf = ({ facts }: Facts) => facts && referenceOf(facts);

/** Whether it is known that a model can start from an image. */
export const takesReference = (model: Facts): boolean => formsOf(model) !== undefined;

/** Whether it is known that a model takes a mask with it. */
export const takesMask = (model: Facts): boolean => formsOf(model)?.mask === true;

/**
 * Those among which the recommendation chooses for a draft: with an image to start from, only models
 * that take one. First those of which `imageInit` says so; where none of them can be used, what else
 * is edited; with a mask those that take one, before all others. Where none takes one, all of them, and the image is left out.
 */
export function candidates(draft: Pick<PromptDraft, 'image' | 'mask'>, models: readonly ModelEntry[]): readonly ModelEntry[] {
  if (draft.image === undefined) return models;
  const takers = models.filter((model) => model.reachable && takesReference(model));
  const first = takers.filter(draft.mask === undefined ? ({ facts }) => facts?.imageInit : takesMask);
  return [first, takers, models].find((some) => some.length > 0) ?? models;
}

/**
 * The draft with an image to start from, and all else as it was. Where the chosen model takes none,
 * and another may be chosen that does, the choice is left to the recommendation.
 *
 * @param models those that may be chosen, of either kind
 * @param parent what result it is of
 */
export function withReference(draft: PromptDraft, image: Blob | string, models: readonly ModelEntry[], parent?: GenerationParent): PromptDraft {
  const ofKind = models.filter(({ kind }) => kind === draft.kind);
  const chosen = chosenAmong(draft, ofKind);
  const givesWay = chosen !== undefined && !takesReference(chosen) && ofKind.some(takesReference);
  return { ...(givesWay ? withModel(draft, undefined) : draft), image, mask: undefined, parent };
}
