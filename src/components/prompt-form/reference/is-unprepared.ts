import { REFERENCE_TYPES, type ReferenceForms } from '../../../core/catalog/start-image.js';
import { isPublic } from '../../../core/uploads/is-public.js';

/** Files whose bytes are being looked at for what they are: until then their type is what somebody called them. */
export const lookedAt = new WeakSet<Blob>();

/** Whether something has to be done to a reference before it can be sent: it is read, put somewhere, or looked at for what it is. */
export function isUnprepared(image: Blob | string, takes: ReferenceForms, canUpload: boolean, baseUrl?: string): boolean {
  if (typeof image === 'object') return !takes.file || lookedAt.has(image) || !REFERENCE_TYPES.includes(image.type);
  // The proxy behind that address may have it already.
  return takes.file || (canUpload && !isPublic(image) && !image.includes(`${baseUrl}/uploads/`));
}
