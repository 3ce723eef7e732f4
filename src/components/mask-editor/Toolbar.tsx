import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Toolbar as Bar } from '@base-ui/react/toolbar';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { MaskState } from '../../core/mask/mask.js';
import { formatNumber } from '../../react/format.js';
import { Lines } from '../asset-viewer/icons.js';
import type { Zoom } from '../asset-viewer/lightbox/zoom.js';
import { useMaskWords } from './words.js';

const PATHS = {
  undo: 'M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H6',
  redo: 'M10 3l3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H10',
  invert: 'M8 2.5a5.5 5.5 0 0 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11M8 4v8M6.5 4.5v7M5 5.5v5',
  clear: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9',
  zoomOut: 'M3 8h10',
  zoomIn: 'M3 8h10M8 3v10',
};

/** What is done to the whole of it, and how near it is seen: one stop of the Tab key, arrows between. */
export function Toolbar({ state, isReady, zoom, isRightToLeft, onStep }: ToolbarProps): ReactNode {
  const { locale, messages } = useMaskWords();
  const { mask: words, lightbox } = messages;
  const { canUndo, canRedo, marked } = state;
  const scale = useSyncExternalStore(zoom.subscribe, zoom.getScale, zoom.getScale);
  const percent = formatNumber(scale, locale, { style: 'percent' });
  const button = (name: keyof typeof PATHS, label: string, act: () => void, isOff = false) => (
    <Bar.Button className="bs-button bs-bare" aria-label={label} title={label} disabled={isOff} onClick={act}>
      <Lines path={PATHS[name]} />
    </Bar.Button>
  );
  return (
    <DirectionProvider direction={isRightToLeft ? 'rtl' : 'ltr'}>
      <Bar.Root className="bs-mask-bar" aria-label={words.steps}>
        {button('undo', words.undo, () => onStep('undo'), !canUndo)}
        {button('redo', words.redo, () => onStep('redo'), !canRedo)}
        {button('invert', words.invert, () => onStep('invert'), !isReady)}
        {button('clear', words.clear, () => onStep('clear'), marked === 0)}
        {button('zoomOut', lightbox.zoomOut, zoom.out, scale === 1)}
        <Bar.Button className="bs-button bs-bare bs-figures bs-mask-scale" aria-label={lightbox.zoomReset(percent)} onClick={zoom.reset}>
          {percent}
        </Bar.Button>
        {button('zoomIn', lightbox.zoomIn, zoom.in)}
      </Bar.Root>
    </DirectionProvider>
  );
}

/** A change of the whole mask. */
export type MaskStep = 'undo' | 'redo' | 'invert' | 'clear';

interface ToolbarProps {
  state: MaskState;
  /** Whether there is something to mark. */
  isReady: boolean;
  zoom: Zoom;
  isRightToLeft: boolean;
  onStep: (step: MaskStep) => void;
}
