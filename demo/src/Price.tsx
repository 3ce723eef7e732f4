import { estimateCost, type GenerationRequest } from 'bytespike-react';
import { usd, usdLeft } from './format.js';
import { sumOf } from './estimate.js';

/** What exactly this costs, before it is sent. */
export function Price({ title, request, balance }: PriceProps) {
  const estimate = estimateCost(request);
  if (estimate === undefined) return null;
  return (
    <dl className="price">
      <div className="total">
        <dt>{title}</dt>
        <dd>{usd(estimate.max)}</dd>
      </div>
      <div>
        <dt>{sumOf(estimate)}</dt>
        <dd>{estimate.exact ? 'exact' : 'at most'}</dd>
      </div>
      {balance !== undefined && (
        <div>
          <dt>Balance after</dt>
          <dd>{usdLeft(balance - estimate.max)}</dd>
        </div>
      )}
    </dl>
  );
}

export interface PriceProps {
  title: string;
  request: GenerationRequest;
  /** USD. */
  balance: number | undefined;
}
