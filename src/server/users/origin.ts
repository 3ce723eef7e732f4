import { parseUrl } from '../../core/base/url.js';
import { lastOf } from '../base/address.js';
import { headerOf } from '../base/header.js';
import { isHost, isLocal } from '../base/host.js';
import { Refusal } from '../base/refusal.js';

/** Which host the browser asked for, as something says that the app trusts. */
export type RequestedHost = (request: Request) => string | null | undefined;

interface Caller {
  method: string;
  /** `Sec-Fetch-Site`: what the browser says about the page; a page cannot forge it. */
  site: string | null;
  /** `Origin`: older and never sent with a same-origin GET; a page cannot forge it either. */
  origin: string | null;
}

/**
 * Whether a page may make this call with the user's cookies. A listed origin always may.
 *
 * | Sec-Fetch-Site | Origin | GET, HEAD | POST |
 * |---|---|---|---|
 * | `same-origin`, `none` | any | yes | yes |
 * | `same-site`, `cross-site`, anything else | any | no | no |
 * | absent | own | yes | yes |
 * | absent | foreign, `null`, garbage | no | no |
 * | absent | absent | yes | no |
 *
 * Own is what the host that was asked for says (`ownHosts`). The last row: browsers leave both out of a same-origin GET over plain http, where a read is safe
 * since no foreign page can see its answer. Every browser puts `Origin` on a POST.
 */
function mayCall(caller: Caller, isOwn: (origin: string) => boolean, allowed: ReadonlySet<string>): boolean {
  const { method, site, origin } = caller;
  if (origin !== null && allowed.has(origin)) return true;
  if (site !== null) return site === 'same-origin' || site === 'none';
  if (origin === null) return method === 'GET' || method === 'HEAD';
  return isOwn(origin);
}

export function checkCaller(request: Request, allowed: ReadonlySet<string>, requestedHost: RequestedHost | undefined): void {
  const { method, headers } = request;
  const isOwn = (origin: string) => isOneOf(origin, new URL(request.url).protocol, ownHosts(request, requestedHost));
  if (mayCall({ method, site: headerOf(headers, 'sec-fetch-site'), origin: headerOf(headers, 'origin') }, isOwn, allowed)) return;
  throw new Refusal({
    status: 403,
    code: 'permission_denied',
    message:
      "This call does not come from a page of the proxy's own origin. Serve the page and the proxy from one origin, or list the page's origin in `allowedOrigins`; behind a load balancer that changes `Host`, say in `requestedHost` which host was asked for. A program that is no browser sends an `Origin` header with the proxy's own origin.",
    reason: 'Foreign origin.',
  });
}

/**
 * No page can choose the `Host` that its browser sends, so that it says whose page is the proxy's own.
 * The address of the request is what the server makes of it: a framework that was told its public
 * name has that there, and one that was not the name by which it listens. Pages of that name are the
 * machine's of whoever looks at them, and not the app's.
 */
function ownHosts(request: Request, requestedHost: RequestedHost | undefined): string[] {
  const told = requestedHost?.(request);
  // Of a list the last, as of addresses: those before it were told by the caller.
  if (typeof told === 'string') return [lastOf(told, 'host')];
  const { host, hostname } = new URL(request.url);
  const asked = headerOf(request.headers, 'host');
  if (asked === null) return [host];
  return isLocal(hostname) ? [asked] : [asked, host];
}

/** Before a proxy that ends TLS the page is https and the request is http, so only the host is compared there. */
function isOneOf(origin: string, scheme: string, hosts: readonly string[]): boolean {
  const page = parseUrl(origin);
  const schemes = scheme === 'https:' ? ['https:'] : ['http:', 'https:'];
  if (page === undefined || page.origin !== origin || !schemes.includes(page.protocol)) return false;
  // With the page's scheme, so that a port which goes without saying may be written.
  return hosts.some((host) => isHost(host) && parseUrl(`${page.protocol}//${host}`)?.host === page.host);
}
