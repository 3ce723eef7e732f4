import { mediaType } from '../base/read-body.js';
import { REDIRECT } from '../base/redirect.js';
import { Refusal } from '../base/refusal.js';
import { within } from '../base/within.js';
import type { AssetFacts } from '../results/facts.js';
import { declaredType, SNIFFED_BYTES, sniff } from '../results/type.js';
import type { Config } from '../setup/context.js';
import { answerWithin } from '../upstream/send.js';

/** Bytes of a file as they come. */
interface Opened extends Omit<AssetFacts, 'type'> {
  status: number;
  body: ReadableStream<Uint8Array> | null;
  /** Where the first of them stands, which is not where it was asked for when the CDN knows no parts. */
  first: number;
  last: number | undefined;
  declared: string;
}

export interface Asset {
  url: string;
  config: Config;
  assets: NonNullable<Config['assets']>;
  signal: AbortSignal;
}

const MOST_KNOWN = 10_000;

/**
 * Opens a file at the CDN, whole or from one byte to another, without key and cookies, without
 * following anything. @throws Refusal
 */
export async function openAsset({ url, config, assets, signal }: Asset, range?: string): Promise<Opened> {
  // Packed on the way, lengths and parts would mean something else here than there.
  const headers = new Headers({ accept: '*/*', 'accept-encoding': 'identity', ...(range === undefined ? {} : { range }) });
  let upstream: Response;
  try {
    upstream = await answerWithin(config, config.fetch(url, { method: 'GET', headers, redirect: REDIRECT, credentials: 'omit', signal }));
  } catch {
    if (signal.aborted) throw new Refusal({ status: 499, code: 'aborted', message: 'The client left.', reason: 'The client left.' });
    throw noAnswer('The CDN did not answer, or answered with a redirect.');
  }
  try {
    const opened = read(upstream, range !== undefined);
    if ((opened.size ?? 0) > assets.maxBytes) throw noAnswer('The asset is larger than `assets.maxBytes`.');
    return opened;
  } catch (error) {
    void upstream.body?.cancel().catch(() => {});
    throw error;
  }
}

function read({ status, headers, body }: Response, isPart: boolean): Opened {
  const common = {
    ...{ status, body, declared: mediaType(headers), etag: headers.get('etag') ?? undefined, lastModified: headers.get('last-modified') ?? undefined },
  };
  if (status === 200) {
    const length = headers.has('content-encoding') ? undefined : numberOf(headers.get('content-length'));
    return { ...common, first: 0, last: length === undefined ? undefined : length - 1, size: length };
  }
  const [, first, last, size] = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? [];
  // Of nothing there is no part.
  if (isPart && status === 416 && size === '0') return { ...common, body: null, first: 0, last: -1, size: 0 };
  if (isPart && status === 206 && first !== undefined) return { ...common, first: Number(first), last: Number(last), size: numberOf(size) };
  if (status >= 400 && status < 500) throw noSuchAsset(`The CDN answered ${status}.`);
  throw noAnswer(`The CDN answered ${status}.`);
}

function numberOf(text: string | null | undefined): number | undefined {
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** What the first bytes say, and the same file from its first byte on. @throws Refusal 502 for what is neither picture nor film */
export async function learn(asset: Asset, opened: Opened): Promise<{ facts: AssetFacts; body: ReadableStream<Uint8Array> | null }> {
  const { url, config, assets } = asset;
  const reader = opened.body?.getReader();
  const head: Uint8Array[] = [];
  for (let size = 0; size < SNIFFED_BYTES; ) {
    const part = await within(config.clock, config.timeouts.idleMs, Promise.resolve(reader?.read())).catch(() => undefined);
    if (part?.value === undefined) break;
    head.push(part.value);
    size += part.value.length;
  }
  const { size, etag, lastModified } = opened;
  const type = head.length > 0 ? sniff(beginningOf(head)) : declaredType(opened.declared, url);
  if (type === undefined || opened.first > 0) {
    void reader?.cancel().catch(() => {});
    throw noAnswer('The asset is neither a picture nor a film.');
  }
  const facts = { type, size, etag, lastModified };
  assets.known.delete(url);
  assets.known.set(url, facts);
  const [oldest] = assets.known.keys();
  if (assets.known.size > MOST_KNOWN && oldest !== undefined) assets.known.delete(oldest);
  return { facts, body: reader === undefined ? null : rest(head, reader) };
}

/** Known already, or told by its first bytes. @throws Refusal */
export async function factsOf(asset: Asset): Promise<AssetFacts> {
  const known = asset.assets.known.get(asset.url);
  if (known !== undefined) return known;
  const { facts, body } = await learn(asset, await openAsset(asset, `bytes=0-${SNIFFED_BYTES - 1}`));
  void body?.cancel().catch(() => {});
  return facts;
}

function beginningOf(chunks: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(chunks.flatMap((chunk) => [...chunk.subarray(0, SNIFFED_BYTES)]));
}

function rest(head: Uint8Array[], reader: ReadableStreamDefaultReader<Uint8Array>): ReadableStream<Uint8Array> {
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

/** The same for another user's as for one that never was. */
export function noSuchAsset(reason: string): Refusal {
  return new Refusal({
    status: 404,
    code: 'not_found',
    message: 'There is no such asset of this user any more. Results live 24 hours: read the task again, and save what you keep.',
    reason,
  });
}

export function noAnswer(reason: string): Refusal {
  return new Refusal({ status: 502, code: 'api_error', message: 'The asset could not be fetched. Try again in a moment.', reason });
}
