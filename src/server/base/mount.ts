type Handler = (request: Request) => Promise<Response>;

/** Where each proxy is mounted, for adapters that may hand on what is not its own. */
const mounts = new WeakMap<Handler, string>();

export function setMount(handler: Handler, basePath: string): void {
  mounts.set(handler, basePath);
}

/** Whether this path, as it was sent, is surely not the handler's. Of a handler that is no proxy nothing is known. */
export function isElsewhere(handler: Handler, url: string): boolean {
  const basePath = mounts.get(handler);
  return basePath !== undefined && !url.startsWith(`${basePath}/`);
}

/**
 * What is left of the path below the mount, or something that is in no table. A slash at its end is
 * what `trailingSlash` of Next.js and others add to each path: the same call.
 */
export function pathBelow(basePath: string, url: string): string {
  const path = pathOf(url);
  if (!path.startsWith(`${basePath}/`)) return '';
  return path.slice(basePath.length, path.endsWith('/') ? -1 : undefined);
}

/** The platform has parsed the address and written it anew: the path begins after the host, and ends before `?` or `#`. */
function pathOf(url: string): string {
  const begin = url.indexOf('/', url.indexOf('//') + 2);
  const end = url.slice(begin).search(/[?#]/);
  return end < 0 ? url.slice(begin) : url.slice(begin, begin + end);
}
