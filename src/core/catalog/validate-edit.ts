import { findModel } from './catalog.js';
import type { Model } from './model.js';
import type { ImageEditRequest, ImageRequest, PastTurn } from './requests.js';
import { REFERENCE_TYPES } from './start-image.js';
import { refuse, validateRequest } from './validate.js';

/** What has transparency and is taken as a mask. @source OpenAI reference, Images, whose shape the gateway's calls have, as of 2026-05 */
const MASK_TYPES: readonly string[] = ['image/png'];

const ADDRESS = /^(https:\/\/[^/\s]+|data:image\/(png|jpeg|webp);base64,)/i;

/** Whether the model draws in a conversation, and is edited in one. */
export function isConversational(model: Model | undefined): boolean {
  return model?.endpoint === 'chat';
}

/**
 * Refuses an edit that the gateway would refuse, before any request. A model that the catalog does
 * not know is taken for one of the Images endpoints.
 * @throws BytespikeError `invalid_param` with the field and what to do
 */
export function validateEdit(request: ImageEditRequest): void {
  validateRequest(request);
  const model = findModel(request.model);
  const name = model?.name ?? request.model;
  if (model?.kind === 'video') refuse('model', `${name} makes videos and edits no images. Choose a model that draws, for example "gpt-image-2".`);
  if (isConversational(model) && request.mask !== undefined) {
    refuse('mask', `${name} takes no mask. Leave mask out and say in the prompt what to change, or choose a model that has it, for example "gpt-image-2".`);
  }
  if (typeof request.image === 'string') checkAddress(request.image, model, name);
  else checkFile('image', request.image);
  if (request.mask !== undefined) checkFile('mask', request.mask, MASK_TYPES);
}

/** Refuses what cannot be said before a turn. @throws BytespikeError `invalid_param` with what to do */
export function validateHistory({ model: id }: ImageRequest, history: readonly PastTurn[] = []): void {
  if (history.length === 0) return;
  const model = findModel(id);
  if (!isConversational(model)) refuse('history', `${model?.name ?? id} remembers nothing of what was said before. Leave history out, or choose a model that draws in a conversation, for example "gpt-4o-image".`);
  for (const { prompt, images } of history) {
    if (prompt.trim() === '') refuse('history', 'A turn of the conversation has no words. Leave it out.');
    if (images.length === 0 || images.includes('')) refuse('history', `The turn "${prompt.slice(0, 80)}" has no picture to go on from. Leave it out.`);
  }
}

function checkAddress(address: string, model: Model | undefined, name: string): void {
  if (!isConversational(model)) refuse('image', `${name} takes the image itself and not its address. Load it first, and pass the file as a Blob.`);
  if (!ADDRESS.test(address)) refuse('image', 'This is no address that the gateway can read an image from. Pass one that begins with https:, a data: one of a PNG, JPEG or WebP, or the file itself.');
}

function checkFile(field: 'image' | 'mask', file: Blob, types = REFERENCE_TYPES): void {
  // By what it can and not by its class, of which another frame of the page has its own.
  if (typeof (file as Partial<Blob> | undefined)?.arrayBuffer !== 'function') refuse(field, `There is no ${field} to send. Pass a ${listed(types)} file as a Blob.`);
  if (file.size === 0) refuse(field, `The ${field} is an empty file. Choose another one.`);
  if (!types.includes(file.type)) {
    refuse(field, `The ${field} is "${file.type}" and not a ${listed(types)}. Convert it, or say what it is: new File([bytes], 'a.png', { type: 'image/png' }).`);
  }
}

function listed(types: readonly string[]): string {
  return types === MASK_TYPES ? 'PNG' : 'PNG, JPEG or WebP';
}
