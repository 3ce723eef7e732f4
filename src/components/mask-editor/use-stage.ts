import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Mask } from '../../core/mask/mask.js';
import { createZoom, type Zoom } from '../asset-viewer/lightbox/zoom.js';
import type { Tool } from './brush.js';
import { createOverlay } from './overlay.js';
import { listenToPointers } from './pointers.js';
import { listenToRing } from './ring.js';
import { createStrokes } from './strokes.js';

interface StageSettings {
  tool: Tool;
  /** Width of the brush in pixels of the picture. */
  size: number;
}

/** The elements of a picture that is painted on, and what moves them. */
export interface StageParts {
  stage: RefObject<HTMLDivElement | null>;
  plane: RefObject<HTMLDivElement | null>;
  /** Holds what shows what is marked. */
  marks: RefObject<HTMLDivElement | null>;
  ring: RefObject<HTMLSpanElement | null>;
  zoom: Zoom;
}

/** @param onNoRoom called where this browser has no canvas for it */
export function useStage(mask: Mask | undefined, settings: StageSettings, onNoRoom: () => void): StageParts {
  const [zoom] = useState(createZoom);
  const [stage, plane, marks] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const ring = useRef<HTMLSpanElement>(null);
  const latest = useRef({ settings, onNoRoom });
  useEffect(() => {
    latest.current = { settings, onNoRoom };
  });
  useEffect(() => {
    const [on, picture, over, around] = [stage.current, plane.current, marks.current, ring.current];
    if (mask === undefined || on === null || picture === null || over === null || around === null) return;
    const drawn = createOverlay(over, mask);
    if (drawn === undefined) return latest.current.onNoRoom();
    mask.showOn(drawn);
    const now = () => latest.current.settings;
    const strokes = createStrokes({ plane: picture, mask, settings: now });
    const ends = [
      () => mask.showOn(undefined),
      drawn.remove,
      zoom.attach(picture),
      listenToPointers({ stage: on, strokes, zoom, tool: () => now().tool }),
      listenToRing({ stage: on, plane: picture, ring: around, width: () => (now().tool === 'move' ? undefined : now().size / mask.width) }),
    ];
    return () => ends.forEach((end) => end());
  }, [mask, zoom, stage, plane, marks, ring]);
  return { stage, plane, marks, ring, zoom };
}
