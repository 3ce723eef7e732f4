import { useMemo, useSyncExternalStore } from 'react';
import { decode } from '../../core/uploads/decode.js';
import { type Addressed, type BytesAddress, shownBytes, unchanging } from '../shown-bytes.js';
import { useIsSafe } from '../use-page-address.js';

/** An address that may be put on an element, or what is in the way: it is never to be shown. */
type AssetSource = BytesAddress | { state: 'unsafe' };

/** The address to show an asset by; base64 has one made for it. */
export function useAssetSource(url: string): AssetSource {
  const isSafe = useIsSafe(url);
  const source = useMemo((): Addressed<AssetSource> => {
    if (!isSafe) return unchanging({ state: 'unsafe' });
    return url.startsWith('data:') ? shownBytes(() => decode(url), url) : unchanging({ state: 'ready', url });
  }, [url, isSafe]);
  return useSyncExternalStore(source.subscribe, source.get, source.get);
}
