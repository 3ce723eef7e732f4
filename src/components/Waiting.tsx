import type { ReactNode } from 'react';

/** In the place of a part that is loaded, or could not be. */
export function Waiting({ said, hasFailed, onAgain }: WaitingProps): ReactNode {
  return (
    <div className="bs-waiting">
      <p role="status" className="bs-fine">
        {hasFailed ? said.notLoaded : said.loading}
      </p>
      {hasFailed && (
        <button type="button" className="bs-button" onClick={onAgain}>
          {said.again}
        </button>
      )}
    </div>
  );
}

interface WaitingProps {
  said: { loading: string; notLoaded: string; again: string };
  hasFailed: boolean;
  onAgain: () => void;
}
