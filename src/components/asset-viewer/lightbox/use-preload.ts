import { useEffect } from 'react';
import { type Asset, isSafeAssetUrl } from '../../../core/outcome/asset.js';

/** Fetches pictures that may be next. Not clips, which are large, and not base64, which is there. */
export function usePreload(assets: readonly (Asset | undefined)[]): void {
  const urls = assets.flatMap((asset) => (asset?.kind === 'image' && isRemote(asset.url) ? [asset.url] : [])).join('\n');
  useEffect(() => {
    for (const url of urls.split('\n')) if (url !== '') new Image().src = url;
  }, [urls]);
}

function isRemote(url: string): boolean {
  return !url.startsWith('data:') && isSafeAssetUrl(url, globalThis.location?.href);
}
