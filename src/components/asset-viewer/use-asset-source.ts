import { useMemo, useSyncExternalStore } from 'react';
import { decode } from '../../core/uploads/decode.js';
import { addressOf } from '../absent.js';
import { useIsSafe } from '../use-page-address.js';

/** An address that may be put on an element: ready, still being made, unreadable, or never to be shown. */
type AssetSource = { state: 'ready'; url: string } | { state: 'preparing' | 'unreadable' | 'unsafe' };

const PREPARING: AssetSource = { state: 'preparing' };

/**
 * The address to show an asset by. Base64 is turned into a `blob:` address, which is given up when
 * it is no longer shown: megabytes stay out of the DOM, and a page's policy needs no `data:`.
 */
export function useAssetSource(url: string): AssetSource {
  const isSafe = useIsSafe(url);
  const source = useMemo(() => {
    if (!isSafe) return constant({ state: 'unsafe' });
    return url.startsWith('data:') ? embedded(url) : constant({ state: 'ready', url });
  }, [url, isSafe]);
  return useSyncExternalStore(source.subscribe, source.get, source.get);
}

interface SourceStore {
  subscribe: (changed: () => void) => () => void;
  get: () => AssetSource;
}

function constant(source: AssetSource): SourceStore {
  return { subscribe: () => () => {}, get: () => source };
}

/** Lives as long as somebody watches: the address is made on the first look and revoked after the last. */
function embedded(url: string): SourceStore {
  let source = PREPARING;
  return {
    get: () => source,
    subscribe(changed) {
      const blob = decode(url);
      const made = blob === undefined ? undefined : addressOf(blob);
      source = blob === undefined ? { state: 'unreadable' } : { state: 'ready', url: made ?? url };
      changed();
      return () => {
        source = PREPARING;
        if (made !== undefined) URL.revokeObjectURL(made);
      };
    },
  };
}
