import { type ReactNode, useState } from 'react';
import type { Asset } from '../../../core/outcome/asset.js';
import { lifeLeft } from '../../../core/outcome/link-life.js';
import { useServerNow } from '../../../react/provider.js';
import { useAssetSource } from '../../asset-viewer/use-asset-source.js';
import { Film } from './Film.js';
import type { TileContext } from './tile-context.js';

/** One asset, cut to the square; words instead of one that cannot be shown. The prompt is beside it, so it has no alternative text of its own. */
export function Thumbnail({ asset, active, context }: ThumbnailProps): ReactNode {
  const { gallery } = context.words.messages;
  const serverNow = useServerNow();
  const source = useAssetSource(asset.url);
  const [problem, setProblem] = useState<'expired' | 'broken'>();
  if (problem !== undefined) return <span className="bs-tile-note">{gallery[problem]}</span>;
  if (source.state === 'preparing') return null;
  if (source.state !== 'ready') return <span className="bs-tile-note">{gallery[source.state]}</span>;
  const { instead } = source;
  // A link is called dead only once it was tried.
  const onBroken = () => (instead === undefined ? setProblem(lifeLeft(asset, serverNow()) > 0 ? 'broken' : 'expired') : instead(asset.url));
  if (asset.kind === 'video') return <Film source={source.url} playing={active} onBroken={onBroken} />;
  return (
    <img
      className="bs-tile-media"
      src={source.url}
      width={asset.width}
      height={asset.height}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onLoad={({ currentTarget }) => currentTarget.setAttribute('data-shown', '')}
      onError={onBroken}
    />
  );
}

interface ThumbnailProps {
  asset: Asset;
  /** Whether the keyboard is on its tile: a film then plays. */
  active: boolean;
  context: TileContext;
}
