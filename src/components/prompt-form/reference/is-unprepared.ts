import { REFERENCE_TYPES, type ReferenceForms } from '../../../core/catalog/start-image.js';

/** Whether something has to be done to a reference before it can be sent: it is read, put somewhere, or looked at for what it is. */
export function isUnprepared(image: Blob | string, takes: ReferenceForms, canUpload: boolean): boolean {
  if (typeof image === 'object') return !takes.file || !REFERENCE_TYPES.includes(image.type);
  return takes.file || (canUpload && !isPublic(image));
}

/** Whether others than this page may be able to read it: what is on its own origin is often for the user alone. */
export function isPublic(image: Blob | string): boolean {
  const url = typeof image === 'string' && URL.canParse(image) ? new URL(image) : undefined;
  return url?.protocol === 'https:' && url.origin !== globalThis.location?.origin;
}
