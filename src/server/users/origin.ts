import { Refusal } from '../base/refusal.js';

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
 * The last row: browsers leave both out of a same-origin GET over plain http, where a read is safe
 * since no foreign page can see its answer. Every browser puts `Origin` on a POST.
 */
function mayCall(caller: Caller, ownUrl: string, allowed: ReadonlySet<string>): boolean {
  const { method, site, origin } = caller;
  if (origin !== null && allowed.has(origin)) return true;
  if (site !== null) return site === 'same-origin' || site === 'none';
  if (origin === null) return method === 'GET' || method === 'HEAD';
  return isOwn(origin, new URL(ownUrl));
}

export function checkCaller(request: Request, allowed: ReadonlySet<string>): void {
  const { method, headers } = request;
  if (mayCall({ method, site: headers.get('sec-fetch-site'), origin: headers.get('origin') }, request.url, allowed)) return;
  throw new Refusal({
    status: 403,
    code: 'permission_denied',
    message:
      "This call does not come from a page of the proxy's own origin. Serve the page and the proxy from one origin, or list the page's origin in `allowedOrigins`. A program that is no browser sends an `Origin` header with the proxy's own origin.",
    reason: 'Foreign origin.',
  });
}

/** Before a proxy that ends TLS the page is https and the request is http, so only the host is compared there. */
function isOwn(origin: string, own: URL): boolean {
  let page: URL;
  try {
    page = new URL(origin);
  } catch {
    return false;
  }
  const schemes = own.protocol === 'https:' ? ['https:'] : ['http:', 'https:'];
  return page.origin === origin && schemes.includes(page.protocol) && page.host === own.host;
}
