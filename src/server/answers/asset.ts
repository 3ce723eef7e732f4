import { headerOf } from '../base/header.js';
import { Refusal } from '../base/refusal.js';
import type { Trail } from '../calls/report.js';
import type { AssetFacts } from '../results/facts.js';
import { cut, multipartOf } from '../results/parts.js';
import { type AskedRange, isSame, readRange, type Span, spansOf } from '../results/ranges.js';
import { EXTENSIONS, SVG } from '../results/type.js';
import type { Config } from '../setup/context.js';
import { flow } from '../upstream/flow.js';
import type { Call } from './call.js';
import { type Asset, factsOf, learn, noAnswer, noSuchAsset, openAsset } from './asset-source.js';

/** A film that a person has paused takes nothing; players ask anew after a break. */
const PAUSED_MS = 10 * 60_000;

/** What goes out of a file. */
interface Served {
  status: number;
  facts: AssetFacts;
  headers: Record<string, string>;
  body: ReadableStream<Uint8Array> | null;
}

/**
 * A result, streamed through from the gateway's CDN, whole or in the parts that RFC 9110 knows. Only
 * addresses that the gateway named in an answer to this user, only on the listed hosts. What type it
 * is follows from the beginning of the whole, whichever part is asked for. @throws Refusal
 */
export async function serveAsset({ request, decision: { userId }, id: token = '', trail }: Call, config: Config): Promise<Response> {
  const { assets } = config;
  // The address has a field of its own already: whoever adds `?download` to it means this as well.
  const download = /[?&]download(?=[&=]|$)/.test(new URL(request.url).search);
  const url = await assets?.links.open(userId, token);
  if (assets === undefined || url === undefined) throw noSuchAsset('Not an asset of this user, or its link has died.');
  const asset = { url, assets, config, signal: request.signal };
  const { status, facts, headers, body } = await serve(request, asset, trail);
  const name = `bytespike-${token.slice(-8)}.${EXTENSIONS[facts.type]}`;
  return new Response(body, {
    status,
    headers: {
      'content-type': facts.type,
      'content-disposition': `${download || facts.type === SVG ? 'attachment' : 'inline'}; filename="${name}"`,
      // Opened by itself it is a picture in an empty page that can do nothing.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      ...(facts.size === undefined ? {} : { 'accept-ranges': 'bytes' }),
      ...(facts.etag === undefined ? {} : { etag: facts.etag }),
      ...(facts.lastModified === undefined ? {} : { 'last-modified': facts.lastModified }),
      ...headers,
    },
  });
}

async function serve({ method, headers }: Request, asset: Asset, trail: Trail): Promise<Served> {
  // A part is only of what is fetched.
  if (method === 'HEAD') return { ...whole(await factsOf(asset)), body: null };
  const ranges = readRange(headerOf(headers, 'range'));
  const ifRange = headerOf(headers, 'if-range');
  if (ranges === undefined) return serveWhole(asset, trail, false);
  // From the first byte on: what is fetched tells its own type.
  const [range] = ranges;
  const isRest = ranges.length === 1 && range !== undefined && 'first' in range && range.first === 0 && range.last === Number.POSITIVE_INFINITY;
  if (isRest && ifRange === null) return serveWhole(asset, trail, true);
  const facts = await factsOf(asset);
  if (facts.size === undefined || !isSame(ifRange, facts)) return serveWhole(asset, trail, false);
  return serveParts(asset, trail, ranges, { ...facts, size: facts.size });
}

async function serveWhole(asset: Asset, trail: Trail, asPart: boolean): Promise<Served> {
  const opened = await openAsset(asset, asPart ? 'bytes=0-' : undefined);
  trail.upstreamStatus = opened.status;
  const { facts, body } = await learn(asset, opened);
  const { size } = facts;
  if (asPart && size === 0) return beyond(facts, size);
  const patient = body === null ? null : patiently(asset, body);
  if (!asPart || size === undefined || opened.last === undefined) return { ...whole(facts), body: patient };
  return { ...part(facts, { first: 0, last: opened.last }, size), body: patient };
}

async function serveParts(asset: Asset, trail: Trail, ranges: readonly AskedRange[], facts: AssetFacts & { size: number }): Promise<Served> {
  const { size, type } = facts;
  const spans = spansOf(ranges, size);
  const [only] = spans;
  if (only === undefined) return beyond(facts, size);
  const open = async (span: Span) => {
    const opened = await openAsset(asset, `bytes=${span.first}-${span.last}`);
    trail.upstreamStatus = opened.status;
    const { body, first, last = size - 1 } = opened;
    const isThere = first <= span.first && last >= span.last && opened.size === size && opened.etag === facts.etag;
    if (body !== null && isThere) return cut(patiently(asset, body), first, span);
    void body?.cancel().catch(() => {});
    // What was known of it is no longer so.
    asset.assets.known.delete(asset.url);
    throw noAnswer('The CDN has another file there than before, or other bytes than were asked for.');
  };
  if (spans.length === 1) return { ...part(facts, only, size), body: await open(only) };
  const { type: contentType, length, body } = multipartOf(spans, size, type, open);
  return { status: 206, facts, headers: { 'content-type': contentType, 'content-length': String(length) }, body };
}

function whole(facts: AssetFacts): Omit<Served, 'body'> {
  return { status: 200, facts, headers: facts.size === undefined ? {} : { 'content-length': String(facts.size) } };
}

function part(facts: AssetFacts, { first, last }: Span, size: number): Omit<Served, 'body'> {
  return { status: 206, facts, headers: { 'content-range': `bytes ${first}-${last}/${size}`, 'content-length': String(last - first + 1) } };
}

function beyond({ size: _, ...facts }: AssetFacts, size: number): never {
  throw new Refusal({
    status: 416,
    code: 'invalid_param',
    param: 'range',
    message: `There are no such bytes: the asset has ${size} of them. Ask for others, or for all.`,
    reason: 'A range past the end.',
    headers: new Headers({ 'content-range': `bytes */${size}`, 'accept-ranges': 'bytes', ...(facts.etag === undefined ? {} : { etag: facts.etag }) }),
  });
}

function patiently({ config, assets }: Asset, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const patience = { clock: config.clock, ...config.timeouts, stalledMs: PAUSED_MS };
  return flow(body, { secret: '', whenLeft: 'cancel', patience, maxBytes: assets.maxBytes });
}
