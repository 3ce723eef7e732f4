import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Size } from '../../core/mask/rows.js';
import { useOwnStyle } from '../own-style.js';
import type { Tool } from './brush.js';
import type { useFrame } from './use-frame.js';
import type { StageParts } from './use-stage.js';

/** The picture, what is marked of it over it, and the rectangle of the keyboard. */
export function Stage({ parts, source, size, tool, isInert, frame, label, describedBy, onKeyDown, onSize, onBroken }: StageProps): ReactNode {
  const { stage, plane, marks, ring, zoom } = parts;
  const { width = 1, height = 1 } = size ?? {};
  const { area, follow } = frame;
  const rectangle = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (area !== undefined) follow(rectangle.current, zoom);
  });
  const shape = useOwnStyle({ '--bs-mask-ratio': width / height });
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return (
    // What an application does with keys and pointers is its own, and is told in its description.
    <div ref={stage} className="bs-mask-stage" role="application" aria-label={label} aria-describedby={describedBy} data-tool={tool} tabIndex={0} inert={isInert} style={shape} onKeyDown={onKeyDown}>
      <div ref={plane} className="bs-mask-plane" hidden={size === undefined}>
        {source !== undefined && (
          <img
            src={source}
            alt=""
            draggable={false}
            decoding="async"
            onLoad={({ currentTarget }) => onSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight }, getComputedStyle(currentTarget).direction === 'rtl')}
            onError={onBroken}
          />
        )}
        <div ref={marks} className="bs-mask-marks" aria-hidden="true" />
        {area !== undefined && (
          <div
            ref={rectangle}
            className="bs-mask-frame"
            style={{ left: percent(area.x, width), top: percent(area.y, height), width: percent(area.width, width), height: percent(area.height, height) }}
          />
        )}
      </div>
      <span ref={ring} className="bs-mask-ring" aria-hidden="true" />
    </div>
  );
}

interface StageProps {
  parts: StageParts;
  /** Address of the picture. */
  source: string | undefined;
  /** Of the picture, once it is known. */
  size: Size | undefined;
  tool: Tool;
  /** Whether nothing can be done on it for a moment. */
  isInert: boolean;
  frame: ReturnType<typeof useFrame>;
  label: string;
  describedBy: string;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onSize: (size: Size, isRightToLeft: boolean) => void;
  onBroken: () => void;
}
