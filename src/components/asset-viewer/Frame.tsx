import type { CSSProperties, ReactNode } from 'react';

/** A box of the final shape, with the glow of something being made behind what is in it. */
export function Frame({ ratio, glow, children }: FrameProps): ReactNode {
  // The name of a custom property is no key of CSSProperties.
  const style = { '--bs-ratio': String(Math.round(ratio * 10_000) / 10_000) } as CSSProperties;
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
