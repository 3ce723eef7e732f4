import type { ReactNode } from 'react';

/** Lines on a square of 16, drawn at 1.5. */
const LINES = {
  enlarge: 'M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9',
  copy: 'M6 5.5h7a.5.5 0 0 1 .5.5v7a.5.5 0 0 1-.5.5H6a.5.5 0 0 1-.5-.5V6a.5.5 0 0 1 .5-.5M10.5 5.5V3a.5.5 0 0 0-.5-.5H3a.5.5 0 0 0-.5.5v7c0 .3.2.5.5.5h2.5',
  text: 'M2.5 4h11M2.5 8h11M2.5 12h6',
  download: 'M8 2.5V10M4.75 7 8 10.25 11.25 7M2.5 13.5h11',
  reference: 'M13.5 7v6a.5.5 0 0 1-.5.5H3a.5.5 0 0 1-.5-.5V3c0-.3.2-.5.5-.5h6M2.5 11 6 7.5l5.5 6M12.5 1.5v4M10.5 3.5h4',
  sameSeed: 'M6.5 2.5 5 13.5M11 2.5 9.5 13.5M2.5 5.75h11M2.5 10.25h11',
  remix: 'M2 4.5h2.5c3.5 0 3.5 7 7 7H14M12 9.5l2 2-2 2M2 11.5h2.5c.9 0 1.6-.5 2.1-1.1M9.4 5.6c.5-.6 1.2-1.1 2.1-1.1H14M12 2.5l2 2-2 2',
  variations: 'M2.5 2.5h4.25v4.25H2.5zM9.25 2.5h4.25v4.25H9.25zM2.5 9.25h4.25v4.25H2.5zM9.25 9.25h4.25v4.25H9.25z',
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
