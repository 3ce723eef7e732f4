import { isSafeAssetUrl } from '../core/outcome/asset.js';
import { useIsHydrated } from '../react/region.js';

/** Whether an element may have this address. A server does not know the page: there, and until what it rendered is taken over, paths of the page's own are good. */
export function useIsSafe(url = ''): boolean {
  return isSafeAssetUrl(url, useIsHydrated() ? globalThis.location?.href : 'https://p');
}

/** The page that an address may be relative to; where it is not known, some page, whose own paths are as good as those of any other. */
export function usePageAddress(): string | undefined {
  return useIsHydrated() ? globalThis.location?.href : 'https://p';
}
