import type { ReactNode } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import type { ShownAsset } from '../asset-viewer/use-shown-asset.js';

/** The picture or clip of one side. One of two clips has no controls of its own. */
export function ComparedMedia({ asset, alt, shown, hasControls, onVideo }: ComparedMediaProps): ReactNode {
  if (shown.url === undefined) return null;
  const common = {
    className: 'bs-media',
    src: shown.url,
    width: asset.width,
    height: asset.height,
    'data-loaded': shown.state === 'shown' ? '' : undefined,
    onError: shown.load.onBroken,
  };
  if (asset.kind === 'image') return <img {...common} key={shown.load.attempt} alt={alt} decoding="async" draggable={false} onLoad={shown.load.onShown} />;
  return (
    <video
      {...common}
      key={shown.load.attempt}
      ref={onVideo}
      aria-label={alt}
      controls={hasControls}
      // Two sounds at once are none.
      muted={!hasControls}
      loop={hasControls}
      playsInline
      preload="auto"
      onLoadedMetadata={shown.load.onShown}
    />
  );
}

interface ComparedMediaProps {
  asset: Asset;
  alt: string;
  shown: ShownAsset;
  /** Whether it plays for itself. */
  hasControls: boolean;
  /** Told of its clip, and that it left. */
  onVideo: (video: HTMLVideoElement | null) => void;
}
