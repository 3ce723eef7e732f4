import { type ReactNode, useState } from 'react';
import type { Asset } from '../../core/asset.js';

/** The picture or clip itself: transparent until there is something to see. */
export function Media({ asset, source, alt, alone, playback, onShown, onBroken }: MediaProps): ReactNode {
  if (asset.kind === 'video') {
    const { autoPlay = false, loop = true, muted = autoPlay } = playback;
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
        autoPlay={autoPlay}
        loop={loop}
        muted={muted}
        onLoadedMetadata={onShown}
        onError={onBroken}
      />
    );
  }
  return <Picture asset={asset} source={source} alt={alt} onShown={onShown} onBroken={onBroken} />;
}

export interface Playback {
  /** Starts by itself, and then silently: browsers refuse anything else. @default false */
  autoPlay?: boolean | undefined;
  /** @default true */
  loop?: boolean | undefined;
  /** @default the value of `autoPlay` */
  muted?: boolean | undefined;
}

interface MediaProps {
  asset: Asset;
  source: string;
  alt: string;
  /** Whether it is the only one shown. */
  alone: boolean;
  playback: Playback;
  onShown: () => void;
  onBroken: () => void;
}

function Picture({ asset, source, alt, onShown, onBroken }: Omit<MediaProps, 'playback' | 'alone'>): ReactNode {
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
      src={source}
      width={asset.width}
      height={asset.height}
      alt={alt}
      decoding="async"
      onLoad={onShown}
      onError={onBroken}
    />
  );
}
