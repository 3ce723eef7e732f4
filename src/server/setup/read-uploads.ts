import { isLoopback, parseUrl } from '../../core/base/url.js';
import { DIRECT_UPLOADS_OFFER, EVENTS_OFFER, IMAGES_OFFER, UPLOADS_OFFER } from '../../core/wire/proxy-headers.js';
import { invalidConfig } from '../base/invalid-config.js';
import type { TaskEvents } from '../events/task-events.js';
import { createUploads, type UploadOptions, type Uploads } from '../uploads/uploads.js';

/** @throws BytespikeError `invalid_config` */
export function readUploads(uploads: UploadOptions | undefined, means: Parameters<typeof createUploads>[1]): Uploads | undefined {
  if (uploads === undefined) return undefined;
  const { store, maxBytes = 1, limits = {}, expiresIn = 1, publicUrl } = uploads;
  if (!isStore(store)) {
    throw invalidConfig('uploads.store', 'createProxy keeps uploads in a `uploads.store`: memoryUploads(), s3Uploads(…) of bytespike-react/server/s3, or { put, url } of your own.');
  }
  const numbers = [maxBytes, expiresIn, limits.perSeconds ?? 1, (limits.count ?? 0) + 1, (limits.bytes ?? 0) + 1];
  if (!numbers.every((number) => Number.isFinite(number) && number > 0)) {
    throw invalidConfig('uploads', 'createProxy takes as `uploads` numbers: { maxBytes, expiresIn, limits: { count, bytes, perSeconds } }. Leave out what is to be as usual.');
  }
  return createUploads({ ...uploads, publicUrl: publicUrl === undefined ? undefined : readPublicUrl(publicUrl) }, means);
}

function isStore(store: unknown): boolean {
  if (typeof store !== 'object' || store === null) return false;
  const has = (name: string) => typeof (store as Record<string, unknown>)[name] === 'function';
  return (has('put') && (has('get') || has('url'))) || ['prepare', 'read', 'remove', 'url'].every(has);
}

function readPublicUrl(publicUrl: string): string {
  const url = parseUrl(publicUrl);
  const reachable = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url !== undefined && reachable && !url.username && !url.search && !url.hash) return url.href.replace(/\/+$/, '');
  throw invalidConfig('uploads.publicUrl', 'createProxy takes as `uploads.publicUrl` the whole https: address of the proxy as the gateway reaches it, for example https://app.example.com/api/bytespike. Look for an empty variable.');
}

/** What the proxy does beyond passing on, in the words that clients know. */
export function offersOf(events: TaskEvents | undefined, uploads: Uploads | undefined): string {
  const kept = uploads && ('prepare' in uploads.store ? DIRECT_UPLOADS_OFFER : UPLOADS_OFFER);
  return [IMAGES_OFFER, events && EVENTS_OFFER, kept].filter((word) => word !== undefined).join(', ');
}
