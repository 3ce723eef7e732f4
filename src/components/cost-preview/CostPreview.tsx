'use client';

import { type ReactNode, useRef } from 'react';
import { cancelCost } from '../../core/places/cancel-cost.js';
import { formatMoney } from '../../react/format.js';
import type { GenerationKind, OutcomeWords } from '../../react/words/parts.js';
import { ActionButton } from '../ActionButton.js';
import { type StyleProps, useRoot } from '../element.js';
import { type Generation, isImage } from '../generation.js';
import { formatLeft } from '../money-left.js';
import { Figures } from './Figures.js';
import { LastRun } from './LastRun.js';
import { type CostPreviewInput, type CostPreviewState, previewCost, priceOf } from './preview.js';
import { priceText, totalText } from './price-text.js';
import { Source } from './Source.js';
import { Said } from '../Said.js';
import { useSettled } from '../use-settled.js';
import { type CostWords, useCostWords } from './words.js';

/**
 * What exactly this costs, before it is sent: the price and how it is made, the wait, what is left,
 * what is missing, what cancelling costs, and afterwards what was billed.
 *
 * It decides nothing by itself: ask `previewCost` with the same props before you submit.
 */
export function CostPreview({ cost, request, balance, requirePreview = false, task, onTopUp, ...styling }: CostPreviewProps): ReactNode {
  const words = useCostWords();
  const state = previewCost({ cost, request, balance, requirePreview });
  const { status, estimate, balanceAfter } = state;
  const kind = kindOf(state, request ?? cost.request, task);
  const total = totalText(estimate, kind, words);
  const said = useSettled(announcement(state, total, words), matterOf(state));
  const notice = noticeOf(state, requirePreview, words);
  const line = useRef<HTMLDivElement>(null);

  return useRoot('bs-cost-preview', state, styling, {
    role: 'group',
    'aria-label': words.messages.cost.label,
    'aria-busy': status === 'stale' || undefined,
    'data-status': status,
    'data-submit': state.canSubmit ? 'allowed' : 'blocked',
    children: (
      <>
        <Figures total={total} estimate={estimate} wait={status === 'stale' ? undefined : cost.expectedSeconds} balanceAfter={balanceAfter} />
        <div ref={line} tabIndex={-1} className="bs-cost-focus">
          {notice !== undefined && (
            <div className="bs-cost-notice" data-tone={status === 'short' ? 'bad' : 'plain'}>
              <div>
                <strong className="bs-headline">{notice.title}</strong>
                <span>{notice.text}</span>
              </div>
              {status === 'short' && onTopUp !== undefined && (
                <ActionButton label={words.messages.cost.topUp} onPress={onTopUp} focusNext={line} />
              )}
            </div>
          )}
        </div>
        {task !== undefined && <LastRun task={task} price={priceOf(cost, task.request)} />}
        <p className="bs-fine bs-figures">{termsText(state, kind, task, words)}</p>
        {estimate !== undefined && <Source estimate={estimate} />}
        <Said>{said}</Said>
      </>
    ),
  });
}

export interface CostPreviewProps extends StyleProps<CostPreviewState, HTMLDivElement>, CostPreviewInput {
  /**
   * The result of `useCostEstimate`, whole. Figures are not worked out here: the catalog that they
   * take would be downloaded by every app that shows a price.
   */
  cost: CostPreviewInput['cost'];
  /**
   * What would be sent now. Until `cost` is of the same parameters, its figures are not shown.
   * @default what `cost` is of
   */
  request?: CostPreviewInput['request'];
  /** The result of `useBalance`, whole: what is left afterwards, and what is missing. */
  balance?: CostPreviewInput['balance'];
  /** Says that nothing is sent before its own price was shown; `previewCost` then holds it back. @default false */
  requirePreview?: boolean | undefined;
  /** What was sent last, from `useVideoTask` or `useImageGeneration`: what cancelling it costs, and what was billed. */
  task?: Generation | undefined;
  /** Leads to where money is added; a button when the balance does not cover it. */
  onTopUp?: (() => unknown) | undefined;
}

function kindOf({ estimate }: CostPreviewState, request: object, task: Generation | undefined): GenerationKind {
  if (estimate !== undefined) return estimate.basis.per === 'second' ? 'video' : 'image';
  return 'durationSeconds' in request || (task !== undefined && !isImage(task)) ? 'video' : 'image';
}

function noticeOf({ status, shortfall }: CostPreviewState, isRequired: boolean, { locale, messages }: CostWords): OutcomeWords | undefined {
  if (status === 'short') return messages.cost.short(formatMoney(shortfall, locale));
  if (status === 'unpriced') return messages.cost.unpriced({ isRequired });
  return status === 'stale' ? messages.cost.stale({ isRequired }) : undefined;
}

function termsText({ estimate }: CostPreviewState, kind: GenerationKind, task: Generation | undefined, { locale, messages }: CostWords): string {
  const isTask = kind === 'video' || (task !== undefined && isImage(task) && task.via === 'task');
  const { max } = cancelCost('running', estimate);
  return messages.cost.terms({ isTask, upTo: max === undefined ? undefined : formatMoney(max, locale) });
}

/** What is news: another price, or that it can no longer be paid; not that the balance moved. */
function matterOf({ status, estimate }: CostPreviewState): string | undefined {
  return estimate && `${status} ${estimate.max} ${estimate.exact}`;
}

/** The news in one sentence; nothing while the figures are on their way. */
function announcement({ estimate, balanceAfter, shortfall }: CostPreviewState, total: string, words: CostWords): string | undefined {
  if (estimate === undefined) return undefined;
  return words.messages.cost.announce({
    total,
    price: priceText(estimate, words),
    after: balanceAfter === undefined ? undefined : formatLeft(balanceAfter, words.locale),
    missing: shortfall > 0 ? formatMoney(shortfall, words.locale) : undefined,
  });
}
