import type { ReactNode } from 'react';
import { formatNumber } from '../../react/format.js';
import { Lines } from '../asset-viewer/icons.js';
import { useCompareWords } from './words.js';

/** The line between the two, and a native slider over all of it: drag anywhere, or use the arrows. */
export function Divider({ first, second, position, onPositionChange }: DividerProps): ReactNode {
  const { locale, messages } = useCompareWords();
  const { compare: words } = messages;
  const percent = formatNumber(position / 100, locale, { style: 'percent' });
  return (
    <>
      <input
        type="range"
        className="bs-compare-range"
        min={0}
        max={100}
        step={1}
        value={position}
        aria-label={words.divider({ first, second })}
        aria-valuetext={words.dividerAt({ first, second, percent })}
        onChange={(event) => onPositionChange(event.currentTarget.valueAsNumber)}
      />
      <div className="bs-compare-line" aria-hidden="true">
        <span className="bs-compare-knob">
          <Lines path="M6 4.5 2.5 8 6 11.5M10 4.5 13.5 8 10 11.5" />
        </span>
      </div>
    </>
  );
}

interface DividerProps {
  /** What the sides are called. */
  first: string;
  second: string;
  /** How much of the first is seen, 0–100. */
  position: number;
  onPositionChange: (position: number) => void;
}
