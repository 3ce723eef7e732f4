import { isBytespikeError } from '../base/errors.js';
import { isUndecidedType, REFERENCE_TYPES, type ReferenceForms } from '../catalog/start-image.js';
import { validateRequest, validateTaskBody } from '../catalog/validate.js';
import { isSafeAssetUrl } from '../outcome/asset.js';
import type { DraftField } from './draft.js';
import type { WholeField } from './fields.js';
import { isWithin } from './fit.js';
import type { PromptRequest } from './request.js';
import { readWhole } from './whole.js';

/** What keeps a draft from being sent, and where. */
export type DraftIssue =
  | { field: 'prompt'; code: 'empty' }
  | { field: 'prompt'; code: 'too_long'; length: number; limit: number }
  | { field: 'model'; code: 'none' }
  | { field: DraftField; code: 'not_whole'; min: number; max: number | undefined }
  | { field: 'image'; code: 'type' | 'unreadable' | 'unfetched' | 'address' | 'no_upload' }
  /** `message`, where one is known, says why, in the words of the page. */
  | { field: 'image'; code: 'upload'; message?: string }
  | { field: 'image'; code: 'too_large'; bytes: number; limit: number }
  /** Refused by what checks every request before it is sent; `message` is its own, in English. */
  | { field: DraftField | undefined; code: 'refused'; message: string };

/** Characters of a prompt, where the app states no other limit: the gateway's reference says that one may be too long, and not from when on. @source OpenAI reference, Images, whose shape the gateway's calls have, as of 2026-05 */
export const PROMPT_LIMIT = 32_000;

/** Bytes of a reference: what a proxy lets through, with room for the rest. @source ours: our proxy's limit of a call with a picture, 32 MiB */
export const REFERENCE_BYTES = 20 * 1024 * 1024;

export function promptIssue(prompt: string, limit: number = PROMPT_LIMIT): DraftIssue | undefined {
  if (prompt.trim() === '') return { field: 'prompt', code: 'empty' };
  const { length } = prompt.trim();
  return length > limit ? { field: 'prompt', code: 'too_long', length, limit } : undefined;
}

/** Whether a text is a number that the field takes. An empty one leaves it to the model. */
export function wholeIssue(name: DraftField, text: string, field: WholeField): DraftIssue | undefined {
  const value = readWhole(text);
  if (text.trim() === '' || (value !== undefined && isWithin(value, field))) return undefined;
  return { field: name, code: 'not_whole', min: field.min, max: field.max };
}

/** What can be done with a reference where the draft is. */
interface ReferenceMeans {
  /** Whether a file can be put where the gateway can read it. */
  canUpload: boolean;
  /** Whether what uploads it makes it smaller, and of a type that is taken, by itself. @default false */
  makesReady?: boolean | undefined;
  /** Bytes that a file may have. @default 20 MiB */
  limit?: number | undefined;
  /** Whether its first bytes are looked at before it is sent, so that a type that says nothing will do. @default false */
  maySniff?: boolean | undefined;
  /** Address of the page, on whose own origin `http:` will do. @default none */
  page?: string | undefined;
}

/** Whether this can be a reference image, before anything leaves the page. */
export function imageIssue(image: Blob | string, takes: ReferenceForms, { canUpload, makesReady = false, limit = REFERENCE_BYTES, page, maySniff = false }: ReferenceMeans): DraftIssue | undefined {
  const takesFile = takes.file || canUpload;
  if (typeof image === 'string') {
    // What becomes a file is read by this page, and can be what only this page can read.
    const isAddress = /^https:\/\/[^/\s]+/i.test(image) || (takesFile && isSafeAssetUrl(image, page));
    return isAddress ? undefined : { field: 'image', code: 'address' };
  }
  if (makesReady && canUpload && !takes.file && /^image\/(?!svg)/.test(image.type)) return undefined;
  if (!REFERENCE_TYPES.includes(image.type) && !(maySniff && isUndecidedType(image.type))) return { field: 'image', code: 'type' };
  if (image.size > limit) return { field: 'image', code: 'too_large', bytes: image.size, limit };
  return takesFile ? undefined : { field: 'image', code: 'no_upload' };
}

/** What core refuses of a finished request; the last word before it is sent. */
export function requestIssue(request: PromptRequest): DraftIssue | undefined {
  try {
    validateRequest(request);
    // A picture that a picture is made from is in the body of no task.
    validateTaskBody('image' in request ? { ...request, image: undefined } : request);
    return undefined;
  } catch (error) {
    if (!isBytespikeError(error)) throw error;
    return { field: FIELDS[error.field ?? ''] ?? (error.field as DraftField | undefined), code: 'refused', message: error.message };
  }
}

/** Where the field of the form is not called what the field of the request is. */
const FIELDS: Record<string, DraftField> = { imageUrl: 'image' };
