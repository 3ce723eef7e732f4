import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, type RefObject, useCallback, useRef, useState } from 'react';
import type { Asset } from '../../../core/outcome/asset.js';
import { useRootProps } from '../../element.js';
import { Layer, useLayer } from '../../layer.js';
import type { FigureContext } from '../AssetFigure.js';
import { LightboxView } from './LightboxView.js';
import { takeSurroundings } from './surroundings.js';
import { useBackCloses } from './use-back-closes.js';
import { useTravel } from './use-travel.js';
import { createZoom } from './zoom.js';

/** Assets one at a time, as large as the window. A dialog: the page behind it waits, and gets the focus back. */
export function Lightbox({ assets, context, index, onIndexChange, opener, holdsBack }: LightboxProps): ReactNode {
  const isOpen = index !== undefined;
  const popup = useRef<HTMLDivElement>(null);
  const [zoom] = useState(createZoom);
  // What is seen while it closes.
  const [last, setLast] = useState(index ?? 0);
  if (isOpen && index !== last) setLast(index);
  const close = () => onIndexChange(undefined);
  useBackCloses(isOpen && holdsBack, close);
  const enter = useCallback(
    (element: HTMLDivElement | null) => {
      popup.current = element;
      if (element !== null) takeSurroundings(element, opener.current);
    },
    [opener],
  );
  const travel = useTravel({ index: last, count: assets.length, zoom, onIndexChange });
  const root = useRootProps<undefined, HTMLDivElement>('bs-lightbox', undefined, { ref: enter }, {});
  const asset = assets[last];
  const host = useLayer();
  return (
    <>
      <Layer host={host} isOpen={isOpen} opener={opener} />
      <Dialog.Root open={isOpen} onOpenChange={(open) => open || close()}>
        <Dialog.Portal container={host}>
          <Dialog.Popup {...root} initialFocus={popup} finalFocus={opener} onKeyDown={travel.onKeyDown}>
            {asset !== undefined && (
              <LightboxView asset={asset} index={last} assets={assets} context={context} zoom={zoom} travel={travel} onClose={close} />
            )}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  );
}

interface LightboxProps {
  assets: readonly Asset[];
  context: FigureContext;
  /** Which one is seen, from 0; `undefined` closes it. */
  index: number | undefined;
  onIndexChange: (index: number | undefined) => void;
  /** Gets the focus when it closes. */
  opener: RefObject<HTMLElement | null>;
  /** Whether the browser's Back closes it. */
  holdsBack: boolean;
}
