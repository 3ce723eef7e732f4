import { OFFER_HEADER } from '../../core/wire/proxy-headers.js';
import { headerOf } from '../base/header.js';

/** `content-type` is not among them: the body is written anew, and its type with it. */
const UP = ['accept', 'last-event-id'] as const;

const QUOTA = [
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-quota-remaining-credits',
  'x-org-quota-remaining-credits',
] as const;

/** `x-ratelimit-reset` is a time and no money: a refused client needs it to know when to come back. */
const DOWN = ['date', 'retry-after', 'x-ratelimit-reset', 'x-request-id'] as const;

const DOWN_WITH_QUOTA = [...DOWN, ...QUOTA];

/** On an answer that was given before. */
export const REPLAYED_HEADER = 'idempotent-replayed';

/** What a page of another origin may read, once that origin is listed. */
export const downHeaderNames: readonly string[] = [...DOWN, ...QUOTA, OFFER_HEADER, REPLAYED_HEADER];

/** The client's headers that the gateway gets. No cookie, no address, no authorization of the client's. */
export function upHeaders(client: Headers, key: string): Record<string, string> {
  const headers: Record<string, string> = { authorization: `Bearer ${key}` };
  for (const name of UP) {
    const value = headerOf(client, name);
    if (value !== null) headers[name] = value;
  }
  return headers;
}

/** The gateway's headers that the client gets. No cookie, nothing about what runs behind. */
export function downHeaders(gateway: Headers, showQuota: boolean, redact: (text: string) => string): Headers {
  const headers = new Headers();
  for (const name of showQuota ? DOWN_WITH_QUOTA : DOWN) {
    const value = gateway.get(name);
    if (value !== null) headers.set(name, redact(value));
  }
  return headers;
}

/** On every answer, whoever wrote it. */
export function addGuards(headers: Headers, offers: string): void {
  // `no-transform` keeps a compressing middleware from holding frames back.
  const events = headers.get('content-type') === 'text/event-stream';
  headers.set('cache-control', events ? 'no-store, no-transform' : 'no-store');
  if (events) headers.set('x-accel-buffering', 'no');
  headers.set('x-content-type-options', 'nosniff');
  headers.set(OFFER_HEADER, offers);
}
