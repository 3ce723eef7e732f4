import { useEffect, useRef, useState } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import { useServerNow } from '../../react/provider.js';

export type LoadState = 'loading' | 'shown' | 'broken' | 'expired';

export interface Load {
  state: LoadState;
  /** Grows with each try of the same address. */
  attempt: number;
  onShown: () => void;
  onBroken: () => void;
  reload: () => void;
}

/**
 * How the loading of an asset goes. An address that does not work is asked for anew, once, through
 * `renew`; only then is it called broken or expired. Nothing is ever made again by itself.
 *
 * @param instead puts the asset's own address in the place of the one that was made for it
 */
export function useAssetLoad(asset: Asset, renew: (() => Promise<unknown>) | undefined, instead?: (url: string) => void): Load {
  const [load, setLoad] = useState({ url: asset.url, attempt: 0, state: 'loading' as LoadState });
  // Another address starts from the beginning.
  const current = load.url === asset.url ? load : { url: asset.url, attempt: 0, state: 'loading' as const };
  const latest = useRef(asset.url);
  const renewed = useRef(false);
  const serverNow = useServerNow();

  useEffect(() => {
    latest.current = asset.url;
  }, [asset.url]);

  async function onBroken(): Promise<void> {
    if (renew !== undefined && !renewed.current) {
      renewed.current = true;
      await renew().catch(() => {});
      if (latest.current !== current.url) return;
    }
    const expired = asset.expiresAt !== undefined && asset.expiresAt <= serverNow();
    setLoad({ ...current, state: expired ? 'expired' : 'broken' });
  }

  return {
    state: current.state,
    attempt: current.attempt,
    onShown() {
      renewed.current = false;
      setLoad({ ...current, state: 'shown' });
    },
    onBroken: () => void (instead ? instead(asset.url) : onBroken()),
    reload: () => setLoad({ url: asset.url, attempt: current.attempt + 1, state: 'loading' }),
  };
}
