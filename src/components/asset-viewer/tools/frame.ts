import { isBytespikeError } from '../../../core/base/errors.js';
import type { ChainMessages } from '../../../react/words/chain.js';
import type { UploadMessages } from '../../../react/words/uploads.js';

/** Loaded when somebody asks for a frame. */
export { firstFrameOf } from '../../../core/client/first-frame.js';

/** Why no frame was taken, in words for the person. */
export function frameTrouble(error: unknown, chain: ChainMessages, uploads: UploadMessages): string {
  if (!isBytespikeError(error)) return chain.notTaken;
  const { code, field } = error;
  if (code === 'invalid_config') return chain.noPlace;
  if (code === 'not_found') return chain.expired;
  if (code === 'offline') return uploads.offline;
  if (code === 'upload_limit') return uploads.limit(undefined);
  if (code === 'unsupported_image') return uploads.unsupported;
  return field === 'forbidden' ? chain.forbidden : chain.notTaken;
}
