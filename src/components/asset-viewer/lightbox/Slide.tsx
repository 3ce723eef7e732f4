import { type ReactNode, useEffect, useRef } from 'react';
import type { Asset } from '../../../core/outcome/asset.js';
import type { FigureContext } from '../AssetFigure.js';
import { Problem } from '../Problem.js';
import type { ShownAsset } from '../use-shown-asset.js';
import { listenToGestures } from './gestures.js';
import { isRightToLeft, type Travel } from './use-travel.js';
import type { Zoom } from './zoom.js';

/** One asset, as large as it can be. */
export function Slide({ asset, index, shown, context, zoom, travel, onOutside }: SlideProps): ReactNode {
  const stage = useRef<HTMLDivElement>(null);
  const latest = useRef({ travel, onOutside });
  useEffect(() => {
    latest.current = { travel, onOutside };
  });
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    return listenToGestures(element, {
      zoom,
      // A finger pulls in what is on the other side.
      onSwipe: (direction) => latest.current.travel.go(direction > 0 === isRightToLeft(element) ? 'next' : 'previous'),
      onOutside: () => latest.current.onOutside(),
    });
  }, [zoom]);
  return (
    <div ref={stage} className="bs-lightbox-stage" data-state={shown.state} data-kind={asset.kind}>
      {shown.url !== undefined && <LargeMedia asset={asset} url={shown.url} shown={shown} alt={context.alt(index)} context={context} zoom={zoom} />}
      <Problem shown={shown} />
    </div>
  );
}

interface SlideProps {
  asset: Asset;
  /** Counts from 0. */
  index: number;
  shown: ShownAsset;
  context: FigureContext;
  zoom: Zoom;
  travel: Travel;
  /** Somebody pressed beside the picture. */
  onOutside: () => void;
}

function LargeMedia({ asset, url, shown, alt, context, zoom }: LargeMediaProps): ReactNode {
  const { load } = shown;
  const { renderPlayer, ...settings } = context.playback;
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => (picture.current === null ? undefined : zoom.attach(picture.current)), [zoom, load.attempt]);
  const common = { className: 'bs-lightbox-media', src: url, width: asset.width, height: asset.height, onError: load.onBroken };
  if (asset.kind === 'image') return <img key={load.attempt} {...common} ref={picture} alt={alt} draggable={false} onLoad={load.onShown} />;
  if (renderPlayer !== undefined) {
    return <div className="bs-player">{renderPlayer({ ...settings, asset, src: url, label: alt, onError: load.onBroken })}</div>;
  }
  return <video key={load.attempt} {...common} aria-label={alt} controls playsInline preload="auto" {...settings} onLoadedMetadata={load.onShown} />;
}

interface LargeMediaProps {
  asset: Asset;
  url: string;
  shown: ShownAsset;
  alt: string;
  context: FigureContext;
  zoom: Zoom;
}
