import { REDIRECT } from '../base/redirect.js';
import { upHeaders } from '../calls/headers.js';
import { endsWithClient, type Route } from '../calls/routes.js';

/** What is to go up, before it has a key. */
export interface UpstreamDraft {
  url: string;
  body?: string | Blob | FormData;
  /** What the client calls this wish, apart from those of other users. */
  idempotencyKey?: string;
}

/** What goes up. As its parts, because a `Request` is copied by `fetch`, and making one is a good part of a call's cost. */
export interface UpstreamRequest {
  url: string;
  init: RequestInit;
}

/**
 * A read ends when the client leaves; what costs or changes something runs to its end. `ends` says
 * otherwise of a read that we need ourselves.
 */
export function withKey(client: Request, route: Route, { url, body, idempotencyKey }: UpstreamDraft, key: string, ends = endsWithClient(route)): UpstreamRequest {
  const headers = upHeaders(client.headers, key);
  if (body !== undefined && !(body instanceof FormData)) headers['content-type'] = 'application/json';
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  return {
    url,
    init: {
      method: route.method,
      headers,
      redirect: REDIRECT,
      ...(body === undefined ? {} : { body }),
      ...(ends ? { signal: client.signal } : {}),
    },
  };
}
