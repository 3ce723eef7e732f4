import { type PictureType, readSize } from '../../core/base/picture.js';
import { invalid, Refusal } from '../base/refusal.js';
import type { Config } from '../setup/context.js';
import { checkSize, noPicture } from '../uploads/look.js';
import type { DirectUploads, Upload } from '../uploads/stores.js';
import type { Call } from './call.js';
import { notFound } from './not-found.js';
import { readJsonBody } from './read-body.js';
import { type Incoming, keyOf, stored, told, uploadOf } from './upload-parts.js';

const TYPES: readonly unknown[] = ['image/png', 'image/jpeg', 'image/webp'] satisfies PictureType[];
const ANNOUNCEMENT_BYTES = 4096;
/** @source ours: where the size stands in a picture whose metadata was left out, with profiles of colours before it */
const HEAD_BYTES = 256 * 1024;
const HASH = /^[0-9a-f]{64}$/;

/** Where the browser puts it: exactly these bytes, and nothing else. */
export async function announce({ call, config, uploads }: Incoming, store: DirectUploads): Promise<Response> {
  const { request, route, decision } = call;
  const { fields } = await readJsonBody(request, { ...route, maxBytes: ANNOUNCEMENT_BYTES }, config);
  const { type, bytes, sha256 } = fields;
  if (!TYPES.includes(type)) throw noPicture(typeof type === 'string' ? type.slice(0, 64) : undefined);
  if (typeof bytes !== 'number' || !Number.isSafeInteger(bytes) || bytes < 1) throw invalid('bytes', '`bytes` is how long the file is, a whole number. Send it.');
  if (bytes > uploads.maxBytes) throw new Refusal({ status: 413, code: 'request_entity_too_large', message: `The picture is larger than the ${uploads.maxBytes / 1024 / 1024} MiB that are taken here. Make it smaller.` });
  if (typeof sha256 !== 'string' || !HASH.test(sha256)) throw invalid('sha256', '`sha256` is the SHA-256 of the file in 64 hexadecimal letters. Send it.');
  const name = await uploads.nameOf(decision.userId, keyOf(request));
  const share = await uploads.take(config.subjectOf(request, decision), name, bytes);
  await share.checkSame(sha256);
  const upload = uploadOf(name, type as PictureType, bytes, decision.userId, { config, uploads });
  const put = await stored(config, () => store.prepare(upload, sha256));
  return Response.json({ put, token: await uploads.tokens.issue('announced upload', upload) });
}

/** It is there, says the browser: it is looked at before anybody is told its address. @throws Refusal 404 for another user's */
export async function finishUpload({ id: token = '', decision: { userId } }: Call, config: Config): Promise<Response> {
  const { uploads } = config;
  if (uploads === undefined || !('prepare' in uploads.store)) throw notFound();
  const { store, tokens } = uploads;
  const announced = await tokens.open('announced upload', token);
  if (announced === undefined || !(await tokens.isOf(announced, userId))) throw noUpload();
  const upload: Upload = { ...announced, userId };
  await checkThere(upload, store, config);
  return told(upload, await stored(config, () => store.url(upload)));
}

/** The first bytes say what it is, the last ones that it ends there. What is something else is deleted. */
async function checkThere(upload: Upload, store: DirectUploads, config: Config): Promise<void> {
  const head = await stored(config, () => store.read(upload, 0, Math.min(upload.size, HEAD_BYTES)));
  if (head.length === 0) throw noUpload();
  const tail = await stored(config, () => store.read(upload, Math.max(0, upload.size - 12), upload.size));
  const size = readSize(upload.type, head, tail);
  try {
    if (size === undefined) throw noPicture(undefined);
    checkSize(size);
  } catch (error) {
    await stored(config, () => store.remove(upload));
    throw error;
  }
}

export function noUpload(): Refusal {
  return new Refusal({
    status: 404,
    code: 'not_found',
    message: 'There is no such upload, or it has expired. Send the picture again.',
    reason: 'Not an upload of this user, or it has expired.',
  });
}
