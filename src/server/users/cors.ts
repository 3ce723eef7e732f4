import { OUTCOME_HEADER, REPLAY_HEADER } from '../../core/wire/proxy-headers.js';
import { headerOf } from '../base/header.js';
import { downHeaderNames } from '../calls/headers.js';
import { type Feature, findRoute } from '../calls/routes.js';

/** Added to every answer once origins are listed, so that no cache mixes one origin's answer with another's. */
export function addCorsHeaders(headers: Headers, request: Request, allowed: ReadonlySet<string>): void {
  if (allowed.size === 0) return;
  headers.append('vary', 'Origin');
  const origin = headerOf(request.headers, 'origin');
  if (origin === null || !allowed.has(origin)) return;
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-allow-credentials', 'true');
  headers.set('access-control-expose-headers', [...downHeaderNames, OUTCOME_HEADER].join(', '));
}

/** Whether this is a listed origin's question about a call that is in the table. Asks neither `authorize` nor the gateway. */
export function isPreflight(
  request: Request,
  path: string,
  features: ReadonlySet<Feature>,
  allowed: ReadonlySet<string>,
): boolean {
  const wanted = headerOf(request.headers, 'access-control-request-method');
  if (request.method !== 'OPTIONS' || wanted === null || findRoute(wanted, path, features) === undefined) return false;
  return allowed.has(headerOf(request.headers, 'origin') ?? '');
}

/**
 * What tools of tracing and of support add to every call of a page (`traceparent`, `sentry-trace`) is
 * granted as well: the origin is listed, and none of it goes up.
 */
export function preflightResponse({ headers }: Request): Response {
  const asked = headers.get('access-control-request-headers');
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST',
      // `authorization` is the app's own, for `authorize`; it does not go up.
      'access-control-allow-headers': `accept, authorization, content-type, idempotency-key, last-event-id, ${REPLAY_HEADER}${asked === null ? '' : `, ${asked}`}`,
      'access-control-max-age': '600',
    },
  });
}
