import { BytespikeError } from '../base/errors.js';
import { toJson } from '../base/json.js';
import { findModel } from './catalog.js';
import type { Choice, ImageModel, Model, VideoModel } from './model.js';
import type { GenerationRequest, ImageRequest, VideoRequest } from './requests.js';

/** @throws BytespikeError `invalid_param` */
export function refuse(field: string, message: string): never {
  throw new BytespikeError({ code: 'invalid_param', field, message });
}

function oneOf(field: string, value: string | undefined, options: readonly string[] | null | undefined, model: Model): void {
  if (value === undefined) return;
  if (options === null || options === undefined) {
    refuse(field, `${model.name} takes no ${field}. Leave ${field} out, or choose a model that has it.`);
  }
  if (!options.includes(value)) {
    refuse(field, `${model.name} has no ${field} "${value}". Use one of: ${options.join(', ')}.`);
  }
}

function whole(field: string, value: number | undefined, min: number, max: number, model: Model): void {
  if (value === undefined) return;
  if (!Number.isInteger(value) || value < min || value > max) {
    refuse(field, `${model.name} takes a whole ${field} from ${min} to ${max}, not ${value}. Set ${field} within that.`);
  }
}

const choices = (choice: Choice | null | undefined) => choice?.options;

/**
 * Refuses what the gateway would refuse, before any request. A model that the catalog does not
 * know is let through with whatever it is given.
 * @throws BytespikeError `invalid_param` with the field, the limit and what to do
 */
export function validateRequest(request: GenerationRequest): void {
  if (typeof request.model !== 'string' || request.model === '') {
    refuse('model', 'No model was named. Set model to an id of the catalog, for example "veo-3.1-fast".');
  }
  if (typeof request.prompt !== 'string' || request.prompt.trim() === '') {
    refuse('prompt', 'The prompt is empty. Say in a few words what to make.');
  }
  const model = findModel(request.model);
  if (model === undefined) return;
  if (model.kind === 'image') validateImage(model, request as ImageRequest);
  else validateVideo(model, request as VideoRequest);
  if (request.seed !== undefined && !model.seed) {
    refuse('seed', `${model.name} takes no seed. Leave seed out, or choose a model that has it.`);
  }
}

function validateImage(model: ImageModel, request: ImageRequest): void {
  oneOf('size', request.size, model.sizes, model);
  oneOf('quality', request.quality, choices(model.quality), model);
  oneOf('style', request.style, choices(model.style), model);
  oneOf('outputFormat', request.outputFormat, choices(model.formats), model);
  oneOf('aspectRatio', request.aspectRatio, model.aspectRatios, model);
  whole('n', request.n, 1, model.maxN, model);
  if (request.negativePrompt !== undefined && !model.negativePrompt) {
    refuse('negativePrompt', `${model.name} takes no negativePrompt. Say in the prompt itself what to leave out.`);
  }
  if (request.outputCompression === undefined) return;
  const only = model.formats?.compression.onlyFor ?? [];
  oneOf('outputFormat', request.outputFormat ?? model.formats?.default ?? 'png', only, model);
  whole('outputCompression', request.outputCompression, 0, 100, model);
}

function validateVideo(model: VideoModel, request: VideoRequest): void {
  whole('durationSeconds', request.durationSeconds, model.duration.min, model.duration.max, model);
  oneOf('resolution', request.resolution, model.resolutions, model);
  oneOf('aspectRatio', request.aspectRatio, model.aspectRatios, model);
  oneOf('stylePreset', request.stylePreset, model.stylePresets, model);
  oneOf('motionIntensity', request.motionIntensity, choices(model.motionIntensity), model);
  if (request.imageUrl !== undefined && !model.imageInit) {
    refuse('imageUrl', `${model.name} cannot start from an image. Leave imageUrl out, or choose a model that can.`);
  }
}

/** The gateway's cap on a task's body. */
const TASK_BODY_LIMIT = 1024 * 1024;

/** @throws BytespikeError `request_entity_too_large` for a body over 1 MiB */
export function validateTaskBody(body: object): void {
  const bytes = new TextEncoder().encode(toJson(body)).length;
  if (bytes <= TASK_BODY_LIMIT) return;
  throw new BytespikeError({
    code: 'request_entity_too_large',
    message: `The request is ${bytes} bytes and a task may have ${TASK_BODY_LIMIT}. Shorten the prompt, or pass the image by its address.`,
  });
}
