import { isBytespikeError } from '../errors.js';
import { validateRequest, validateTaskBody } from '../validate.js';
import type { DraftField } from './draft.js';
import type { WholeField } from './fields.js';
import { isWithin } from './fit.js';
import type { PromptRequest } from './request.js';

/** What keeps a draft from being sent, and where. */
export type DraftIssue =
  | { field: 'prompt'; code: 'empty' }
  | { field: 'prompt'; code: 'too_long'; length: number; limit: number }
  | { field: 'model'; code: 'none' }
  | { field: DraftField; code: 'not_whole'; min: number; max: number | undefined }
  | { field: 'image'; code: 'type' | 'unreadable' | 'address' | 'upload' | 'no_upload' }
  | { field: 'image'; code: 'too_large'; bytes: number; limit: number }
  /** Refused by what checks every request before it is sent; `message` is its own, in English. */
  | { field: DraftField | undefined; code: 'refused'; message: string };

/** Characters that the gateway takes in a prompt, where the app states no other limit. */
export const PROMPT_LIMIT = 32_000;

/** What can be a reference: the types that the gateway reads, and what a proxy lets through with room for the rest. */
export const REFERENCE_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];
export const REFERENCE_BYTES = 20 * 1024 * 1024;

export function promptIssue(prompt: string, limit: number = PROMPT_LIMIT): DraftIssue | undefined {
  if (prompt.trim() === '') return { field: 'prompt', code: 'empty' };
  const { length } = prompt.trim();
  return length > limit ? { field: 'prompt', code: 'too_long', length, limit } : undefined;
}

/** Whether a text is a number that the field takes. An empty one leaves it to the model. */
export function wholeIssue(name: DraftField, text: string, field: WholeField): DraftIssue | undefined {
  if (text.trim() === '' || (/^\d+$/.test(text.trim()) && isWithin(Number(text), field))) return undefined;
  return { field: name, code: 'not_whole', min: field.min, max: field.max };
}

/** Whether this can be a reference image, before anything leaves the page. */
export function imageIssue(image: Blob | string, takes: 'file' | 'address', canUpload: boolean, limit: number = REFERENCE_BYTES): DraftIssue | undefined {
  if (typeof image === 'string') return /^https:\/\/[^/\s]+/i.test(image) ? undefined : { field: 'image', code: 'address' };
  if (!REFERENCE_TYPES.includes(image.type)) return { field: 'image', code: 'type' };
  if (image.size > limit) return { field: 'image', code: 'too_large', bytes: image.size, limit };
  return takes === 'address' && !canUpload ? { field: 'image', code: 'no_upload' } : undefined;
}

/** What core refuses of a finished request; the last word before it is sent. */
export function requestIssue(request: PromptRequest): DraftIssue | undefined {
  try {
    validateRequest(request);
    validateTaskBody(request);
    return undefined;
  } catch (error) {
    if (!isBytespikeError(error)) throw error;
    return { field: FIELDS[error.field ?? ''] ?? (error.field as DraftField | undefined), code: 'refused', message: error.message };
  }
}

/** Where the field of the form is not called what the field of the request is. */
const FIELDS: Record<string, DraftField> = { imageUrl: 'image' };
