/**
 * Asks for what is behind an address, again past the cache when that fails: a picture that was only
 * shown is often kept there without the headers that would let this page read it.
 */
export function readBytes(source: string, fetch: typeof globalThis.fetch): Promise<Response> {
  const ask = (cache: RequestCache) => fetch(source, { credentials: 'same-origin', cache });
  return ask('default').catch(() => ask('reload'));
}
