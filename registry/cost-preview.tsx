'use client';

import { CostPreview, type GenerationRequest } from 'bytespike-react';
import { useBalance, useCostEstimate } from 'bytespike-react/react-query';
import 'bytespike-react/styles/base.css';
import 'bytespike-react/styles/cost-preview.css';

/** The price of exactly this request, against the balance. */
export function Price({ request, onTopUp }: { request: GenerationRequest; onTopUp?: () => void }) {
  return <CostPreview request={request} cost={useCostEstimate(request)} balance={useBalance()} onTopUp={onTopUp} />;
}
