import type { ModelEntry } from '../catalog/models.js';
import type { ImageEditRequest, ImageRequest, VideoRequest } from '../catalog/requests.js';
import type { RecommendationBrief } from '../recommend/brief.js';
import type { PromptDraft } from './draft.js';
import { commonFields } from './fields.js';
import { type DraftValues, fitDraft } from './fit.js';
import { candidates } from './reference.js';

/** What a form asks for: an image, a video, or an image that starts from one. */
export type PromptRequest = ImageRequest | ImageEditRequest | VideoRequest;

/** A request with the call that takes it; the call tells which kind of request it is. */
export type PromptSubmission = [request: ImageRequest, call: 'image'] | [request: ImageEditRequest, call: 'edit'] | [request: VideoRequest, call: 'video'];

/** Which call takes a request. */
export type PromptCall = PromptSubmission[1];

/**
 * The request that says this. A file that a video starts from has no place in it: put where the
 * gateway can read it, its address has. The address of what an image starts from stands for its bytes.
 */
export function requestOf({ kind, prompt }: Pick<PromptDraft, 'kind' | 'prompt'>, model: string, values: DraftValues): PromptRequest {
  const { image, aspectRatio, ...rest } = values;
  const shared = { model, prompt: prompt.trim(), ...rest };
  // A size has its shape already; beside it, another word for the shape could contradict.
  const shape = aspectRatio === undefined || values.size !== undefined ? {} : { aspectRatio };
  if (kind === 'video') return { ...shared, ...shape, ...(typeof image === 'string' && { imageUrl: image }) } as VideoRequest;
  return { ...shared, ...shape, ...(image !== undefined && { image }) } as ImageRequest | ImageEditRequest;
}

/** A request of a draft or of a result, with the call that takes it. */
export function submissionOf(kind: PromptDraft['kind'], request: PromptRequest): PromptSubmission {
  // A model that only the gateway knows may be of either kind: the request does not tell.
  if (kind === 'video') return [request as VideoRequest, 'video'];
  return 'image' in request ? [request, 'edit'] : [request as ImageRequest, 'image'];
}

/**
 * What to ask the recommendation while the model is left to it: the prompt and every wish that some
 * model grants. An image to start from is no wish among others: it decides which models are asked.
 *
 * @param models those of the draft's kind that may be chosen
 */
export function briefOf(draft: PromptDraft, models: readonly ModelEntry[]): RecommendationBrief {
  const among = candidates(draft, models);
  const { values } = fitDraft(draft, commonFields(among));
  const wished = <Name extends 'aspectRatio' | 'resolution' | 'n' | 'durationSeconds' | 'seed'>(name: Name) =>
    draft[name] === undefined ? undefined : values[name];
  // The rules know these themselves, and say so of the others.
  const isStated = values.image !== undefined && among.every(({ facts }) => facts?.imageInit);
  return {
    kind: draft.kind,
    prompt: draft.prompt,
    aspectRatio: wished('aspectRatio'),
    resolution: wished('resolution'),
    n: wished('n'),
    durationSeconds: wished('durationSeconds'),
    seed: wished('seed'),
    imageInit: isStated || undefined,
    models: (isStated ? models : among).map(({ id }) => id),
  };
}

/** The draft without what nobody can ask for while the model is left to the recommendation; the wishes wait. */
export function openDraft(draft: PromptDraft): PromptDraft {
  const { size: _size, quality: _quality, style: _style, stylePreset: _preset, motionIntensity: _motion, outputFormat: _format, outputCompression: _compression, ...rest } = draft;
  return rest;
}
