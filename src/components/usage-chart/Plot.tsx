import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';

interface PlotProps {
  /** Of each bar, 0–1. */
  heights: readonly number[];
  /** Each of them in words. */
  said: readonly string[];
  label: string;
  /** Which of them is read out. */
  at: number | undefined;
  onAt: (at: number | undefined) => void;
}

/** Steps of a key that goes far. */
const FAR = 7;

/** The bars. One of them is chosen as on a slider, by pointer or keys, and read out. */
export function Plot({ heights, said, label, at, onAt }: PlotProps): ReactNode {
  const plot = useRef<HTMLDivElement>(null);
  const last = heights.length - 1;
  const now = at ?? last;
  const isBackwards = () => plot.current !== null && getComputedStyle(plot.current).direction === 'rtl';
  const point = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const share = width === 0 ? 0 : (clientX - left) / width;
    onAt(within(Math.floor((isBackwards() ? 1 - share : share) * heights.length), last));
  };
  const press = (event: KeyboardEvent) => {
    const forth = isBackwards() ? -1 : 1;
    const to = { ArrowRight: now + forth, ArrowLeft: now - forth, ArrowUp: now + 1, ArrowDown: now - 1, PageUp: now + FAR, PageDown: now - FAR, Home: 0, End: last }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onAt(within(to, last));
  };
  return (
    <div
      ref={plot}
      className="bs-usage-plot"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={heights.length}
      aria-valuenow={now + 1}
      aria-valuetext={said[now]}
      onFocus={() => onAt(now)}
      onBlur={() => onAt(undefined)}
      onKeyDown={press}
      onPointerDown={point}
      onPointerMove={point}
      onPointerLeave={({ currentTarget }) => onAt(currentTarget === currentTarget.ownerDocument.activeElement ? at : undefined)}
    >
      <svg viewBox={`0 0 ${heights.length} 100`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {at !== undefined && <path className="bs-usage-band" d={`M${at} 0h1v100h-1z`} />}
        <path className="bs-usage-bars" d={heights.map(barOf).join('')} />
        {at !== undefined && <path className="bs-usage-at" d={barOf(heights[at] ?? 0, at)} />}
      </svg>
    </div>
  );
}

const within = (index: number, last: number): number => Math.max(0, Math.min(last, index));

/** Room between two bars, as a share of a step. */
const GAP = 0.24;
/** What is next to nothing is seen all the same. */
const LEAST = 1;

function barOf(height: number, index: number): string {
  const tall = height === 0 ? 0 : Math.max(LEAST, Math.round(height * 1000) / 10);
  return tall === 0 ? '' : `M${index + GAP / 2} 100v-${tall}h${1 - GAP}v${tall}z`;
}
