type Handler = (request: Request) => Promise<Response>;

/** What our own adapters know of a proxy. */
interface Mount {
  /** Where it is mounted, for adapters that may hand on what is not its own. */
  basePath: string;
  /** The same handler, whose texts are still beside their responses. */
  bare: Handler;
}

const mounts = new WeakMap<Handler, Mount>();

export function setMount(handler: Handler, mount: Mount): void {
  mounts.set(handler, mount);
}

/** What answers for this handler when the answer is written by `writeResponse`. */
export function bareOf(handler: Handler): Handler {
  return mounts.get(handler)?.bare ?? handler;
}

/**
 * Whether this path, as it was sent, is surely not the handler's. Of a handler that is no proxy
 * nothing is known. A mount with more slashes than it has is left to the app, whose own guards of
 * that mount have not seen the call either.
 */
export function isElsewhere(handler: Handler, url: string): boolean {
  const basePath = mounts.get(handler)?.basePath;
  return basePath !== undefined && !url.startsWith(`${basePath}/`);
}

/**
 * What is left of the path below the mount, or something that is in no table. A slash at its end is
 * what `trailingSlash` of Next.js and others add to each path, several in a row are what `proxy_pass`
 * of nginx makes of an address that ends with one: the same call.
 */
export function pathBelow(basePath: string, url: string): string {
  const path = pathOf(url).replace(/\/{2,}/g, '/');
  if (!path.startsWith(`${basePath}/`)) return '';
  return path.slice(basePath.length, path.endsWith('/') ? -1 : undefined);
}

/** The platform has parsed the address and written it anew: the path begins after the host, and ends before `?` or `#`. */
function pathOf(url: string): string {
  const begin = url.indexOf('/', url.indexOf('//') + 2);
  const end = url.slice(begin).search(/[?#]/);
  return end < 0 ? url.slice(begin) : url.slice(begin, begin + end);
}
