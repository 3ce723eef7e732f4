import { isSafeAssetUrl } from '../core/outcome/asset.js';
import { useIsHydrated } from '../react/region.js';

/** Whether an element may have this address. Until what a server rendered is taken over, paths of the page's own are good. */
export function useIsSafe(url = ''): boolean {
  return isSafeAssetUrl(url, usePageAddress());
}

/** The page that an address may be relative to; where it is not known, as on a server, some page, whose own paths are as good as those of any other. */
export function usePageAddress(): string | undefined {
  return useIsHydrated() ? globalThis.location?.href : 'https://p';
}
