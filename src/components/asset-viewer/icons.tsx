import type { ReactNode } from 'react';

/** Lines on a square of 16, drawn at 1.5. */
const LINES = {
  enlarge: 'M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9',
  copy: 'M6 5.5h7a.5.5 0 0 1 .5.5v7a.5.5 0 0 1-.5.5H6a.5.5 0 0 1-.5-.5V6a.5.5 0 0 1 .5-.5M10.5 5.5V3a.5.5 0 0 0-.5-.5H3a.5.5 0 0 0-.5.5v7c0 .3.2.5.5.5h2.5',
  text: 'M2.5 4h11M2.5 8h11M2.5 12h6',
  download: 'M8 2.5V10M4.75 7 8 10.25 11.25 7M2.5 13.5h11',
} as const;

/** Beside or in place of words that say the same, so it is hidden from who does not see it. */
export function Icon({ name }: { name: keyof typeof LINES }): ReactNode {
  return <Lines path={LINES[name]} />;
}

export function Lines({ path }: { path: string }): ReactNode {
  return (
    <svg className="bs-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
