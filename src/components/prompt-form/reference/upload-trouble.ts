import { isBytespikeError } from '../../../core/base/errors.js';
import { formatTime } from '../../../react/format.js';
import type { Region } from '../../../react/region.js';
import { englishUploads, type UploadMessages } from '../../../react/words/uploads.js';

/** In which language it is said. */
interface UploadWords extends Region {
  uploads: Partial<UploadMessages> | undefined;
}

/** Why an upload failed, where more is to be said than that. */
export function uploadTrouble(error: unknown, { uploads, ...region }: UploadWords): string | undefined {
  const words = { ...englishUploads, ...uploads };
  if (!isBytespikeError(error)) return undefined;
  const { code, field, retryAt } = error;
  if (code === 'unsupported_image') return field === 'heic' ? words.heic : words.unsupported;
  if (code === 'upload_limit') return words.limit(retryAt === undefined ? undefined : formatTime(retryAt, region, Date.now()));
  return code === 'offline' ? words.offline : undefined;
}
