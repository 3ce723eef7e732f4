import { invalid, Refusal } from './refusal.js';

/** A request's whole body, never more of it in memory than `limit` bytes and one chunk. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (request.bodyUsed) throw bodyTaken();
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  const bytes = await readCapped(request.body, limit).catch((error: unknown) => {
    throw error instanceof Refusal ? error : invalid(undefined, 'The body broke off before its end. Send the request again.');
  });
  if (bytes === 'over') throw tooLarge(limit);
  return bytes;
}

/** A stream's bytes, or `'over'` once there are more than `limit`; the rest is then cancelled unread. */
export async function readCapped(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | 'over'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.length;
    if (size > limit) {
      void reader?.cancel().catch(() => {});
      return 'over';
    }
    chunks.push(part.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The type without its parameters, in lower case. */
export function mediaType(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

export function checkMediaType(request: Request, wanted: 'application/json' | 'multipart/form-data'): void {
  const type = mediaType(request.headers);
  if (type === wanted) return;
  throw new Refusal({
    status: 415,
    code: 'invalid_param',
    message: `This call takes ${wanted}, not ${type || 'a body without a type'}. Set the content-type header.`,
  });
}

function tooLarge(limit: number): Refusal {
  return new Refusal({
    status: 413,
    code: 'request_entity_too_large',
    message: `The body is larger than the ${limit / 1024 / 1024} MiB that this call takes. Shorten the prompt or shrink the image.`,
  });
}

function bodyTaken(): Refusal {
  return new Refusal({
    status: 500,
    code: 'internal_error',
    message: 'The server lost the body of this request, so nothing was sent. Whoever runs it finds the reason in its log.',
    reason: 'The body was already read: `authorize` or a middleware before the proxy must leave it alone.',
  });
}
