import { type CostEstimate, estimateCost, type GenerationRequest } from 'bytespike-react';
import { usd } from './format.js';

/** The price of one of them, as it stands beside a model. */
export function rateOf(request: GenerationRequest): { amount: number; per: string } | undefined {
  const estimate = estimateCost(request);
  return estimate && { amount: estimate.basis.rate, per: estimate.basis.per === 'second' ? '/s' : `/${estimate.basis.per}` };
}

/** How the sum is made, for a person. */
export function sumOf({ basis }: CostEstimate): string {
  if (basis.per === 'second') return `${basis.count} s × ${usd(basis.rate)} + ${usd(basis.fee)} submit fee`;
  return `${basis.count} × ${usd(basis.rate)}`;
}
