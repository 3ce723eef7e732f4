import { TaskProgress, type VideoTaskResult } from 'bytespike-react';
import type { ReactNode } from 'react';
import { useSimulation } from '../../support/Simulation.js';
import { usd } from '../../support/usd.js';

interface ProofProps {
  title: string;
  /** What happens, and what is to be seen of it. */
  children: ReactNode;
  video: VideoTaskResult;
  /** What one can do. */
  actions: ReactNode;
}

/** A promise, what to try, and what the gateway's own books say of it. */
export function Proof({ title, children, video, actions }: ProofProps): ReactNode {
  const { gateway } = useSimulation().page;
  const submits = gateway.requests.filter(({ path }) => path === '/v1/tasks/submit').length;
  const { charges } = gateway.ledger;
  const paid = charges.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <article className="welcome-proof bs-card">
      <h3>{title}</h3>
      <div className="welcome-claim">{children}</div>
      <div className="row">{actions}</div>
      <TaskProgress task={video} />
      <dl className="welcome-ledger">
        <div>
          <dt>Submits that arrived</dt>
          <dd>{submits}</dd>
        </div>
        <div>
          <dt>Charges</dt>
          <dd>{charges.length}</dd>
        </div>
        <div>
          <dt>Paid</dt>
          <dd>{usd(paid)}</dd>
        </div>
      </dl>
    </article>
  );
}

export function Try({ children, onTry, disabled }: { children: string; onTry: () => unknown; disabled?: boolean }): ReactNode {
  return (
    <button type="button" className="bs-button" disabled={disabled} onClick={() => void onTry()}>
      {children}
    </button>
  );
}
