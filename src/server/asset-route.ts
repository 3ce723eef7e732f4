import { declaredType, EXTENSIONS, SNIFFED_BYTES, sniff, SVG } from './asset-type.js';
import type { Config } from './config.js';
import { flow } from './flow.js';
import { mediaType } from './read-body.js';
import { Refusal } from './refusal.js';
import type { Trail } from './report.js';
import { answerWithin } from './send.js';
import { REDIRECT } from './upstream.js';

/** One part of a file, as players ask for it. */
const RANGE = /^bytes=(\d+-\d*|-\d+)$/;
/** A film that a person has paused takes nothing; players ask anew after a break. */
const PAUSED_MS = 10 * 60_000;
const DOWN = ['accept-ranges', 'content-range', 'etag', 'last-modified'];

export interface AssetCall {
  request: Request;
  userId: string;
  token: string;
  download: boolean;
  trail: Trail;
}

/**
 * A result, streamed through from the gateway's CDN. Only addresses that the gateway named in an
 * answer to this user, only on the listed hosts, without key and cookies, without following
 * anything. @throws Refusal
 */
export async function serveAsset({ request, userId, token, download, trail }: AssetCall, config: Config): Promise<Response> {
  const url = await config.assets?.links.open(userId, token);
  if (config.assets === undefined || url === undefined) throw noSuchAsset('Not an asset of this user, or its link has died.');
  const upstream = await fetchAsset(request, url, config);
  trail.upstreamStatus = upstream.status;
  if (upstream.status === 416) return partly(upstream, 416, null);
  if (upstream.status !== 200 && upstream.status !== 206) {
    drop(upstream);
    throw upstream.status >= 400 && upstream.status < 500 ? noSuchAsset(`The CDN answered ${upstream.status}.`) : noAnswer(`The CDN answered ${upstream.status}.`);
  }
  if (sizeOf(upstream) > config.assets.maxBytes) {
    drop(upstream);
    throw noAnswer('The asset is larger than `assets.maxBytes`.');
  }
  const isBegin = upstream.status === 200 || (upstream.headers.get('content-range') ?? '').startsWith('bytes 0-');
  const reader = upstream.body?.getReader();
  const head = isBegin && request.method === 'GET' ? await readHead(reader) : [];
  const type = head.length > 0 ? sniffAll(head) : declaredType(mediaType(upstream.headers), url);
  if (type === undefined) {
    void reader?.cancel().catch(() => {});
    throw noAnswer('The asset is neither a picture nor a film.');
  }
  const body = reader === undefined || request.method === 'HEAD' ? null : flow(rest(head, reader), { secret: '', whenLeft: 'cancel', patience: { clock: config.clock, ...config.timeouts, stalledMs: PAUSED_MS }, maxBytes: config.assets.maxBytes });
  const response = partly(upstream, upstream.status, body);
  const name = `bytespike-${token.slice(-8)}.${EXTENSIONS[type]}`;
  response.headers.set('content-type', type);
  response.headers.set('content-disposition', `${download || type === SVG ? 'attachment' : 'inline'}; filename="${name}"`);
  return response;
}

async function fetchAsset({ method, headers, signal }: Request, url: string, config: Config): Promise<Response> {
  const range = headers.get('range');
  const ifRange = headers.get('if-range');
  // Packed on the way, lengths and ranges would mean something else here than there.
  const up = new Headers({ accept: '*/*', 'accept-encoding': 'identity' });
  if (range !== null && RANGE.test(range)) {
    up.set('range', range);
    if (ifRange !== null) up.set('if-range', ifRange);
  }
  try {
    const sent = config.fetch(url, { method, headers: up, redirect: REDIRECT, credentials: 'omit', signal });
    return await answerWithin(config, sent);
  } catch {
    if (signal.aborted) throw new Refusal({ status: 499, code: 'aborted', message: 'The client left.', reason: 'The client left.' });
    throw noAnswer('The CDN did not answer, or answered with a redirect.');
  }
}

function partly(upstream: Response, status: number, body: ReadableStream<Uint8Array> | null): Response {
  if (body === null) drop(upstream);
  const headers = new Headers({
    // Opened by itself it is a picture in an empty page that can do nothing.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  });
  for (const name of DOWN) {
    const value = upstream.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const length = upstream.headers.get('content-length');
  if (length !== null && status !== 416 && !upstream.headers.has('content-encoding')) headers.set('content-length', length);
  return new Response(body, { status, headers });
}

/** Bytes of the whole, as far as the CDN says. */
function sizeOf({ headers }: Response): number {
  const whole = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1] ?? headers.get('content-length');
  return Number(whole ?? 0);
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function readHead(reader: Reader | undefined): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < SNIFFED_BYTES) {
    const part = await reader?.read().catch(() => undefined);
    if (part?.value === undefined) break;
    chunks.push(part.value);
    size += part.value.length;
  }
  return chunks;
}

function sniffAll(chunks: readonly Uint8Array[]): string | undefined {
  return sniff(Uint8Array.from(chunks.flatMap((chunk) => [...chunk.subarray(0, SNIFFED_BYTES)])));
}

function rest(head: Uint8Array[], reader: Reader): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = head.shift() ?? (await reader.read()).value;
        if (chunk === undefined) return controller.close();
        controller.enqueue(chunk);
      },
      cancel: () => reader.cancel().catch(() => {}),
    },
    { highWaterMark: 0 },
  );
}

function drop({ body }: Response): void {
  if (body !== null && !body.locked) void body.cancel().catch(() => {});
}

/** The same for another user's as for one that never was. */
function noSuchAsset(reason: string): Refusal {
  return new Refusal({
    status: 404,
    code: 'not_found',
    message: 'There is no such asset of this user any more. Results live 24 hours: read the task again, and save what you keep.',
    reason,
  });
}

function noAnswer(reason: string): Refusal {
  return new Refusal({ status: 502, code: 'api_error', message: 'The asset could not be fetched. Try again in a moment.', reason });
}
