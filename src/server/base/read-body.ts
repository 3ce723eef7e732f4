import type { Clock } from '../../core/base/clock.js';
import { headerOf } from './header.js';
import { yieldToOthers } from './yielding.js';
import { invalid, Refusal } from './refusal.js';
import { TimedOut, within } from './within.js';

/** How long a client may take to send a body. Milliseconds. */
export interface BodyPatience {
  clock: Clock;
  timeouts: { bodyMs: number };
}

/** Of the time between two bytes, for the whole body. */
const WHOLE = 4;

/** A request's whole body, never more of it in memory than twice `limit`, nor longer waited for than is said. @throws Refusal */
export async function readBody(request: Request, limit: number, { clock, timeouts }: BodyPatience): Promise<Uint8Array<ArrayBuffer>> {
  if (request.bodyUsed || request.body?.locked === true) throw bodyTaken();
  if (Number(headerOf(request.headers, 'content-length') ?? 0) > limit) throw tooLarge(limit);
  const until = clock.now() + WHOLE * timeouts.bodyMs;
  const patiently = <T>(part: Promise<T>) => within(clock, Math.min(timeouts.bodyMs, Math.max(0, until - clock.now())), part);
  const bytes = await readCapped(request.body, limit, patiently).catch((error: unknown) => {
    if (error instanceof TimedOut) throw tooSlow();
    throw invalid(undefined, 'The body broke off before its end. Send the request again.');
  });
  if (bytes === 'over') throw tooLarge(limit);
  return bytes;
}

const SMALLEST_ROOM = 16 * 1024;
/** After so many pieces others have their turn: they may be of one byte each, and all there. */
const BREATH = 4096;

/** A stream's bytes, or `'over'` once there are more than `limit`; the rest is then cancelled unread. */
export async function readCapped(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
  patiently: <T>(part: Promise<T>) => Promise<T> = (part) => part,
): Promise<Uint8Array<ArrayBuffer> | 'over'> {
  // One piece that grows: of a body that comes byte by byte a list would take a hundred times as much.
  let room = new Uint8Array();
  let size = 0;
  const reader = stream?.getReader();
  const leave = () => void reader?.cancel().catch(() => {});
  try {
    for (let part = await take(), count = 1; part?.value !== undefined; part = await take(), count++) {
      if (count % BREATH === 0) await yieldToOthers();
      const { value } = part;
      if (size + value.length > limit) {
        leave();
        return 'over';
      }
      if (size + value.length > room.length) room = larger(room.subarray(0, size), size + value.length, limit);
      room.set(value, size);
      size += value.length;
    }
  } catch (error) {
    leave();
    throw error;
  }
  return room.subarray(0, size);

  async function take() {
    return reader && patiently(reader.read());
  }
}

function larger(held: Uint8Array, atLeast: number, limit: number): Uint8Array<ArrayBuffer> {
  // Most bodies come in one piece, and need no more than that.
  const wanted = held.length === 0 ? atLeast : Math.max(2 * held.length, atLeast, SMALLEST_ROOM);
  const room = new Uint8Array(Math.max(atLeast, Math.min(wanted, limit)));
  room.set(held);
  return room;
}

/** The type without its parameters, in lower case. */
export function mediaType(headers: Headers): string {
  return (headerOf(headers, 'content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
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

function tooSlow(): Refusal {
  return new Refusal({
    status: 408,
    code: 'timeout',
    message: 'The body did not come in time, so nothing was sent. Send the request again, whole.',
    reason: 'The client did not send its body in time.',
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
