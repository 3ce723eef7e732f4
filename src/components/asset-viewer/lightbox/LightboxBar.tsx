import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import type { Asset } from '../../../core/outcome/asset.js';
import type { FigureContext } from '../AssetFigure.js';
import { CopyImageButton } from '../tools/CopyImageButton.js';
import { DownloadButton } from '../tools/DownloadButton.js';
import { Lines } from '../icons.js';
import type { Say } from '../use-note.js';
import { placeOf } from '../words.js';
import { useLightboxWords } from './words.js';
import type { Zoom } from './zoom.js';
import { ZoomControls } from './ZoomControls.js';

/** Which one it is, and what can be done with it. */
export function LightboxBar({ asset, source, index, count, context, zoom, say }: LightboxBarProps): ReactNode {
  const { locale, messages } = useLightboxWords();
  const { lightbox: words } = messages;
  const place = placeOf(index, count, locale);
  return (
    <div className="bs-lightbox-bar">
      <span role="status" dir="auto" className="bs-figures bs-lightbox-place">
        {place && words.place(place)}
      </span>
      {source !== undefined && (
        <>
          {asset.kind === 'image' && <ZoomControls zoom={zoom} />}
          {asset.kind === 'image' && <CopyImageButton source={source} place={undefined} say={say} />}
          <DownloadButton key={source} asset={asset} source={source} prompt={context.prompt} index={index} count={count} say={say} />
        </>
      )}
      <Dialog.Close className="bs-button bs-bare" aria-label={words.close} title={words.close}>
        <Lines path="M3.5 3.5l9 9M12.5 3.5l-9 9" />
      </Dialog.Close>
    </div>
  );
}

interface LightboxBarProps {
  asset: Asset;
  /** The address that is shown; `undefined` when there is nothing to keep. */
  source: string | undefined;
  /** Counts from 0. */
  index: number;
  count: number;
  context: FigureContext;
  zoom: Zoom;
  say: Say;
}
