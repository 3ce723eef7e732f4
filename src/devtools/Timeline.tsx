import type { ReactNode } from 'react';
import type { Exchange } from './traffic.js';

/** Every request of one wish over time: where it began, how long it took, and how it ended. */
export function Timeline({ exchanges, now }: { exchanges: readonly Exchange[]; now: number }): ReactNode {
  const start = Math.min(...exchanges.map(({ at }) => at));
  const endOf = ({ at, ms, state }: Exchange) => (state === 'open' ? now : at + (ms ?? 0));
  const whole = Math.max(1, ...exchanges.map((one) => endOf(one) - start));
  const part = (ms: number) => `${((100 * ms) / whole).toFixed(2)}%`;
  return (
    <ol className="bs-devtools-timeline">
      {exchanges.map((one) => (
        <li key={one.id} data-state={one.state}>
          <span>{one.for}</span>
          <span className="bs-devtools-track" aria-hidden="true">
            <span style={{ insetInlineStart: part(one.at - start), inlineSize: part(endOf(one) - one.at) }} />
          </span>
          <span>
            +{one.at - start} ms · {outcomeOf(one)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function outcomeOf({ state, status, ms, news, error }: Exchange): string {
  const answer = status === undefined ? state : `${status}${state === 'answered' ? '' : ` ${state}`}`;
  return [answer, ms === undefined ? '' : `in ${ms} ms`, news === undefined ? '' : `${news} events`, error ?? ''].filter((part) => part !== '').join(', ');
}
