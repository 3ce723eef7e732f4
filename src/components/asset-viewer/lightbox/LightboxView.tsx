import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import type { Asset } from '../../../core/outcome/asset.js';
import type { FigureContext } from '../AssetFigure.js';
import { NoteLine } from '../NoteLine.js';
import { useNote } from '../use-note.js';
import { useShownAsset } from '../use-shown-asset.js';
import { useAssetWords } from '../words.js';
import { LightboxBar } from './LightboxBar.js';
import { Slide } from './Slide.js';
import { Step } from './Step.js';
import { usePreload } from './use-preload.js';
import type { Travel } from './use-travel.js';
import type { Zoom } from './zoom.js';

/** What is in the large view: the bar, the asset, and the ways to its neighbours. */
export function LightboxView({ asset, index, assets, context, zoom, travel, onClose }: LightboxViewProps): ReactNode {
  const { asset: words } = useAssetWords().messages;
  const shown = useShownAsset(asset, context.renew);
  const [note, say] = useNote();
  const count = assets.length;
  usePreload([assets[index + 1], assets[index - 1]]);
  return (
    <div className="bs-lightbox-view" data-from={travel.cameBy}>
      <Dialog.Title className="bs-hidden">{words.label(asset.kind, 1)}</Dialog.Title>
      <LightboxBar asset={asset} source={shown.url} index={index} count={count} context={context} zoom={zoom} say={say} />
      <Slide key={index} asset={asset} index={index} shown={shown} context={context} zoom={zoom} travel={travel} onOutside={onClose} />
      {count > 1 && <Step to="previous" isEnd={index === 0} onPress={() => travel.go('previous')} />}
      {count > 1 && <Step to="next" isEnd={index === count - 1} onPress={() => travel.go('next')} />}
      <div className="bs-lightbox-foot">
        <NoteLine note={note} />
        {context.prompt !== undefined && <p className="bs-lightbox-prompt" dir="auto">{context.prompt}</p>}
      </div>
    </div>
  );
}

interface LightboxViewProps {
  asset: Asset;
  /** Counts from 0. */
  index: number;
  assets: readonly Asset[];
  context: FigureContext;
  zoom: Zoom;
  travel: Travel;
  onClose: () => void;
}
