import type { ReactNode } from 'react';

const TILES = 8;

/** Where tiles will be, while they are loaded. It is still: only what is being made glows. */
export function Skeleton({ label }: { label: string }): ReactNode {
  return (
    <div className="bs-gallery-skeleton" role="status">
      <span className="bs-hidden">{label}</span>
      {[...Array(TILES).keys()].map((index) => (
        <div key={index} className="bs-tile" aria-hidden="true">
          <div className="bs-tile-frame" />
        </div>
      ))}
    </div>
  );
}
