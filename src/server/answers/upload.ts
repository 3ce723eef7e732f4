import { headerOf } from '../base/header.js';
import { mediaType, readBody } from '../base/read-body.js';
import { Refusal } from '../base/refusal.js';
import type { Config } from '../setup/context.js';
import { pictureOf } from '../uploads/look.js';
import type { ServedUploads, Upload, UploadStore } from '../uploads/stores.js';
import type { Call } from './call.js';
import { notFound } from './not-found.js';
import { announce } from './upload-direct.js';
import { type Incoming, keyOf, stored, told, uploadOf } from './upload-parts.js';

/**
 * A picture, as the bytes of the body; or, where browsers send to the storage by themselves, the word
 * that one is to come. @throws Refusal
 */
export async function takeUpload(call: Call, config: Config): Promise<Response> {
  const { uploads } = config;
  if (uploads === undefined) throw notFound();
  const { headers } = call.request;
  const encoding = headerOf(headers, 'content-encoding');
  if (encoding !== null && encoding !== 'identity') throw wrongBody(`\`content-encoding: ${encoding}\``);
  const type = mediaType(headers);
  const incoming = { call, config, uploads };
  if ('prepare' in uploads.store) return announce(incoming, uploads.store);
  if (type === 'multipart/form-data' || type === 'application/json') throw wrongBody(type);
  return keep(incoming, uploads.store);
}

async function keep({ call, config, uploads }: Incoming, store: ServedUploads | UploadStore): Promise<Response> {
  const { request, decision } = call;
  const said = Number(headerOf(request.headers, 'content-length'));
  // What is said to be larger is refused by its reader, before anything is counted.
  if (said > uploads.maxBytes) await readBody(request, uploads.maxBytes, config);
  const size = said > 0 ? Math.min(said, uploads.maxBytes) : uploads.maxBytes;
  const name = await uploads.nameOf(decision.userId, keyOf(request));
  const share = await uploads.take(config.subjectOf(request, decision), name, size);
  try {
    const { type, bytes } = pictureOf(await readBody(request, size, config));
    await share.checkSame(await fingerprintOf(bytes));
    const upload = uploadOf(name, type, bytes.length, decision.userId, { config, uploads });
    await stored(config, async () => store.put(upload, bytes));
    const url = 'get' in store ? await addressOf(upload, { call, config, uploads }) : await stored(config, async () => store.url(upload));
    await share.keep(bytes.length);
    return told(upload, url);
  } catch (error) {
    await share.release();
    throw error;
  }
}

/** Of what the proxy itself serves. The page's origin was checked, and is the app's own unless it is a listed one. */
async function addressOf(upload: Upload, { call: { request }, config, uploads }: Incoming): Promise<string> {
  const page = headerOf(request.headers, 'origin');
  const isOwn = page !== null && page !== 'null' && !config.allowedOrigins.has(page);
  const base = uploads.publicUrl ?? (isOwn ? page : new URL(request.url).origin) + config.basePath;
  return `${base}/uploads/${await uploads.tokens.issue('upload', upload)}`;
}

async function fingerprintOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function wrongBody(what: string): Refusal {
  return new Refusal({ status: 415, code: 'unsupported_image', message: `An upload is the bytes of one picture, not ${what}, so nothing was kept. Send the file itself as the body.` });
}
