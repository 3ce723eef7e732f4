import { BytespikeError } from '../base/errors.js';
import { fieldsOf } from '../base/fields.js';
import { fieldIn, textIn } from '../wire/fields.js';
import { sendWithProgress } from '../wire/with-progress.js';
import type { UploadsContext } from './context.js';
import type { ReadyPicture } from './make-ready.js';

interface Sending {
  key: string;
  signal: AbortSignal | undefined;
  onProgress: (part: number) => void;
}

/** @source ours: 10 MiB over a slow phone */
const TIMEOUT_MS = 10 * 60_000;

/** Sends a picture in the way that the proxy offers, and gives what it answers in the end. */
export function createSender({ transport, ownFetch }: Pick<UploadsContext, 'transport' | 'ownFetch'>) {
  const takes = typeof XMLHttpRequest === 'function' && ownFetch === undefined;
  const via = (body: Blob, onProgress: Sending['onProgress']) =>
    takes ? (request: Request) => sendWithProgress(request, body, (sent) => onProgress(sent / body.size)) : undefined;

  return async function send(way: 'direct' | 'proxied', { bytes, type }: ReadyPicture, { key, signal, onProgress }: Sending): Promise<unknown> {
    const body = new Blob([bytes], { type });
    const headers = { 'idempotency-key': key };
    const fetch = via(body, onProgress);
    onProgress(0);
    if (way === 'proxied') {
      return (await transport.send({ method: 'POST', path: '/uploads', body, headers, signal, timeoutMs: TIMEOUT_MS, via: fetch })).body;
    }
    const sha256 = await hexHash(bytes);
    if (sha256 === undefined) throw insecure();
    const announced = fieldsOf((await transport.send({ method: 'POST', path: '/uploads', body: { type, bytes: bytes.length, sha256 }, headers, signal })).body);
    const put = fieldsOf(fieldIn(announced, 'put'));
    await putThere(textIn(put, 'url') ?? '', fieldsOf(fieldIn(put, 'headers')) ?? {}, body, fetch ?? ownFetch ?? globalThis.fetch, signal);
    return (await transport.send({ method: 'POST', path: `/uploads/${textIn(announced, 'token')}`, signal })).body;
  };
}

/** To another host than the proxy's: nothing of the app's goes along. */
async function putThere(url: string, headers: object, body: Blob, fetch: (request: Request) => Promise<Response>, signal: AbortSignal | undefined): Promise<void> {
  let status: number | undefined;
  let cause: unknown;
  try {
    const { status: told } = await fetch(new Request(url, { method: 'PUT', headers: headers as Record<string, string>, body, credentials: 'omit', ...(signal ? { signal } : {}) }));
    status = told;
  } catch (error) {
    cause = error;
  }
  if (signal?.aborted) throw new BytespikeError({ code: 'aborted', message: 'The upload was stopped by its own signal.' });
  if (status !== undefined && status < 300) return;
  throw new BytespikeError({
    code: 'network_error',
    message: status === undefined ? 'The connection to the storage for pictures broke. Check the network, and that the bucket lets pages of this origin send (CORS).' : `The storage for pictures answered ${status}. Check that the bucket takes what the proxy signed.`,
    retryable: status === undefined || status >= 500,
    status,
    cause,
  });
}

/** SHA-256 in hexadecimal letters; `undefined` where the page is not served securely. */
export async function hexHash(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const { subtle }: { subtle?: SubtleCrypto } = (globalThis as { crypto?: Crypto }).crypto ?? {};
  if (subtle === undefined) return undefined;
  return [...new Uint8Array(await subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function insecure(): BytespikeError {
  return new BytespikeError({ code: 'invalid_config', message: 'A picture is sent to a bucket only from a page that is served securely, so nothing was sent. Serve it by https, or from localhost.' });
}
