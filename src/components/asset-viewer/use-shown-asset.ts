import type { Asset } from '../../core/outcome/asset.js';
import type { OutcomeWords } from '../../react/words/parts.js';
import { type Load, type LoadState, useAssetLoad } from './use-asset-load.js';
import { useAssetSource } from './use-asset-source.js';
import { useAssetWords } from './words.js';

/** Where an asset stands between its address and what a person sees of it. */
type AssetState = LoadState | 'unsafe' | 'unreadable';

export interface ShownAsset {
  state: AssetState;
  /** What an element may load; `undefined` while it is prepared, and when there is a problem. */
  url: string | undefined;
  /** In place of the picture. */
  problem: OutcomeWords | undefined;
  /** What may be kept of an asset that is not shown: it came with its bytes. */
  kept: string | undefined;
  load: Load;
}

/** A picture within its own address, by its first bytes: PNG, JPEG or WebP. */
const EMBEDDED = /^data:.*,(iVBOR|\/9j|UklG)/;

/**
 * An asset as it can be shown.
 *
 * @param renew asks for the address anew
 */
export function useShownAsset(asset: Asset, renew: (() => Promise<unknown>) | undefined): ShownAsset {
  const words = useAssetWords().messages.asset;
  const source = useAssetSource(asset.url);
  const ready = source.state === 'ready' ? source : undefined;
  const load = useAssetLoad(asset, renew, ready?.instead);
  const state = source.state === 'unsafe' || source.state === 'unreadable' ? source.state : load.state;
  const problem = state === 'loading' || state === 'shown' ? undefined : words[state](asset.kind);
  return { state, url: problem ? undefined : ready?.url, problem, kept: state === 'broken' && EMBEDDED.test(asset.url) ? asset.url : undefined, load };
}
