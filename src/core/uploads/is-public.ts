/** Whether others than this page may be able to read it: what is on its own origin is often for the user alone. */
export function isPublic(image: Blob | string): boolean {
  const url = typeof image === 'string' && URL.canParse(image) ? new URL(image) : undefined;
  return url?.protocol === 'https:' && url.origin !== globalThis.location?.origin;
}
