import type { ReactNode } from 'react';
import { useOwnStyle } from '../own-style.js';

/** A box of the final shape, with the glow of something being made behind what is in it. */
export function Frame({ ratio, glow, children }: FrameProps): ReactNode {
  const style = useOwnStyle({ '--bs-ratio': String(Math.round(ratio * 10_000) / 10_000) });
  return (
    <div className="bs-frame" style={style}>
      {glow && <div className="bs-glow" aria-hidden="true" />}
      {children}
    </div>
  );
}

interface FrameProps {
  /** Width over height. */
  ratio: number;
  glow: boolean;
  children?: ReactNode;
}
