import { type ReactNode, useState } from 'react';
import type { Asset } from '../../core/asset.js';
import { useAssetSource } from '../asset-viewer/use-asset-source.js';
import { Film } from './Film.js';
import type { TileContext } from './Tile.js';

/** One asset, cut to the square; words instead of one that cannot be shown. The prompt is beside it, so it has no alternative text of its own. */
export function Thumbnail({ asset, active, context }: ThumbnailProps): ReactNode {
  const { opened, words } = context;
  const { gallery } = words.messages;
  const expired = asset.expiresAt !== undefined && asset.expiresAt <= opened.server;
  const source = useAssetSource(expired ? NOWHERE : asset.url);
  const [broken, setBroken] = useState(false);
  if (expired) return <span className="bs-tile-note">{gallery.expired}</span>;
  if (broken) return <span className="bs-tile-note">{gallery.broken}</span>;
  if (source.state === 'preparing') return null;
  if (source.state !== 'ready') return <span className="bs-tile-note">{gallery[source.state]}</span>;
  if (asset.kind === 'video') return <Film source={source.url} playing={active} onBroken={() => setBroken(true)} />;
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
      onError={() => setBroken(true)}
    />
  );
}

/** A link that is known to be dead is not asked for, and its bytes are not kept. */
const NOWHERE = 'blob:expired';

interface ThumbnailProps {
  asset: Asset;
  /** Whether the keyboard is on its tile: a film then plays. */
  active: boolean;
  context: TileContext;
}
