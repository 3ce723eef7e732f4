import { type ReactNode, useSyncExternalStore } from 'react';
import { Lines } from '../icons.js';
import { ToolButton } from '../tools/ToolButton.js';
import { useLightboxWords } from './words.js';
import type { Zoom } from './zoom.js';

const OUT = 'M3 8h10';
const IN = 'M3 8h10M8 3v10';

/** Smaller, the whole, larger: what keys and fingers do, as buttons. */
export function ZoomControls({ zoom }: { zoom: Zoom }): ReactNode {
  const { locale, messages } = useLightboxWords();
  const { lightbox: words } = messages;
  const scale = useSyncExternalStore(zoom.subscribe, zoom.getScale, zoom.getScale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(scale);
  return (
    <>
      <ToolButton label={words.zoomOut} icon={<Lines path={OUT} />} onPress={zoom.out} />
      <button type="button" className="bs-button bs-figures" aria-label={words.zoomReset(percent)} onClick={zoom.reset}>
        {percent}
      </button>
      <ToolButton label={words.zoomIn} icon={<Lines path={IN} />} onPress={zoom.in} />
      <span role="status" className="bs-hidden">
        {scale > 1 && words.zoomed(percent)}
      </span>
    </>
  );
}
