import { shortfallOf } from '../../core/money/balance-view.js';
import type { CostEstimate } from '../../core/catalog/cost.js';
import { toJson } from '../../core/base/json.js';
import { add } from '../../core/base/money.js';
import type { GenerationRequest } from '../../core/catalog/requests.js';
import type { BalanceResult, CostEstimateResult } from '../../react/hook-results.js';

/** Figures, and what they are of: the result of `useCostEstimate` fits whole. */
export type PreviewedCost = Pick<CostEstimateResult, 'request' | 'estimate'> & Partial<Pick<CostEstimateResult, 'expectedSeconds'>>;
/** What there is to pay with: the result of `useBalance` fits whole. */
export type PreviewedBalance = Pick<BalanceResult, 'available'>;

export interface CostPreviewInput {
  cost: PreviewedCost;
  /** What would be sent now. @default `cost.request` */
  request?: GenerationRequest | undefined;
  balance?: PreviewedBalance | undefined;
  /** Nothing may be sent whose own price was not shown. @default false */
  requirePreview?: boolean | undefined;
}

/**
 * `ready`: this is the price; `short`: the balance does not cover it; `stale`: the figures are those
 * of other parameters; `unpriced`: no rate card names the model.
 */
export type CostPreviewStatus = 'ready' | 'short' | 'stale' | 'unpriced';

/** What `CostPreview` shows, and whether it may be sent. Money in USD. */
export interface CostPreviewState {
  status: CostPreviewStatus;
  /** Whether to let it be submitted. False on a shortfall, and with `requirePreview` also while `stale` or `unpriced`. */
  canSubmit: boolean;
  /** `undefined` while there is none of these parameters. */
  estimate: CostEstimate | undefined;
  /** What is missing for it; 0 when nothing is, or the balance is not known. */
  shortfall: number;
  /** What is left after the most that it can cost; `undefined` when that is not known, or not enough. */
  balanceAfter: number | undefined;
}

/**
 * Whether what would be sent now may be sent, by its price and the balance. Pure, so that a submit
 * handler asks at the moment of the submit, and is told of the parameters of that moment.
 *
 * @example
 * const preview = { request, cost: useCostEstimate(request), balance: useBalance(), requirePreview: true };
 * const submit = () => previewCost(preview).canSubmit && void video.generate(request);
 * return <CostPreview {...preview} />;
 */
export function previewCost({ cost, request = cost.request, balance, requirePreview = false }: CostPreviewInput): CostPreviewState {
  const none = { estimate: undefined, shortfall: 0, balanceAfter: undefined, canSubmit: !requirePreview };
  if (!costsTheSame(request, cost.request)) return { status: 'stale', ...none };
  const { estimate } = cost;
  if (estimate === undefined) return { status: 'unpriced', ...none };
  const available = balance?.available;
  const shortfall = shortfallOf(available, estimate);
  if (shortfall > 0) return { status: 'short', canSubmit: false, estimate, shortfall, balanceAfter: undefined };
  const balanceAfter = available === undefined ? undefined : add(available, -estimate.max);
  return { status: 'ready', canSubmit: true, estimate, shortfall, balanceAfter };
}

/** The most that another request costs, if the figures are those of it as well. */
export function priceOf(cost: PreviewedCost, request: GenerationRequest | undefined): number | undefined {
  return request !== undefined && costsTheSame(request, cost.request) ? cost.estimate?.max : undefined;
}

/** Whether two requests say the same of everything on which a price may depend. Words cost nothing. */
function costsTheSame(a: GenerationRequest, b: GenerationRequest): boolean {
  return a === b || priced(a) === priced(b);
}

function priced(request: GenerationRequest): string {
  const { prompt: _prompt, negativePrompt: _negativePrompt, seed: _seed, ...rest } = request;
  return toJson(Object.entries(rest).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)));
}
