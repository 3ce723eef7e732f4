import type { ReactNode } from 'react';

/** Said to whoever does not see it, as soon as it is another. */
export function Said({ children }: { children: ReactNode }): ReactNode {
  return (
    <span className="bs-hidden" role="status">
      {children}
    </span>
  );
}
