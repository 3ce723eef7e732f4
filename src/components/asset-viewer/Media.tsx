import { type ReactNode, useState } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import type { PlaybackSettings } from './playback.js';

/** The picture or clip itself: transparent until there is something to see. */
export function Media({ asset, source, alt, alone, playback, onShown, onBroken, onEnlarge }: MediaProps): ReactNode {
  if (asset.kind === 'video') {
    const { renderPlayer, ...settings } = playback;
    if (renderPlayer !== undefined) {
      return <div className="bs-player">{renderPlayer({ ...settings, asset, src: source, label: alt, onError: onBroken })}</div>;
    }
    return (
      <video
        className="bs-media"
        src={source}
        width={asset.width}
        height={asset.height}
        aria-label={alt}
        controls
        playsInline
        // Alone it is the hero and shows its first frame; many would fetch many films.
        preload={alone ? 'auto' : 'metadata'}
        {...settings}
        onLoadedMetadata={onShown}
        onError={onBroken}
      />
    );
  }
  return <Picture asset={asset} source={source} alt={alt} onShown={onShown} onBroken={onBroken} onEnlarge={onEnlarge} />;
}

interface MediaProps {
  asset: Asset;
  source: string;
  alt: string;
  /** Whether it is the only one shown. */
  alone: boolean;
  playback: PlaybackSettings;
  onShown: () => void;
  onBroken: () => void;
  /** For a pointer; the keyboard has a button. `undefined` when there is nothing larger. */
  onEnlarge: (() => void) | undefined;
}

function Picture({ asset, source, alt, onShown, onBroken, onEnlarge }: Omit<MediaProps, 'playback' | 'alone'>): ReactNode {
  const [wasComplete, setWasComplete] = useState(false);
  // A picture that came with server-rendered HTML may have loaded before React could listen.
  const inspect = (image: HTMLImageElement | null) => {
    if (image === null || wasComplete || !image.complete || image.naturalWidth === 0) return;
    setWasComplete(true);
    onShown();
  };
  return (
    <img
      ref={inspect}
      className="bs-media"
      data-enlarges={onEnlarge && ''}
      src={source}
      width={asset.width}
      height={asset.height}
      alt={alt}
      decoding="async"
      onLoad={onShown}
      onError={onBroken}
      onClick={onEnlarge}
    />
  );
}
