import type { ReactNode } from 'react';
import { type CancelCost, cancelCost } from '../../core/places/cancel-cost.js';
import { formatMoney } from '../../react/format.js';
import { type Generation, type GenerationStatus, generationStatus, isActive, isImage } from '../generation.js';
import { Row } from './Figures.js';
import { type CostWords, useCostWords } from './words.js';

/** What became of the money of the one that was sent: while it is made, what cancelling costs; afterwards what it cost. */
export function LastRun({ task, price }: LastRunProps): ReactNode {
  const words = useCostWords();
  const { cost } = words.messages;
  const status = generationStatus(task);
  const rows = isActive(status) ? activeRows(task, status, price, words) : endedRows(task, price, words);
  if (status === 'idle' || rows.length === 0) return null;
  return (
    <div className="bs-cost-run">
      <p className="bs-cost-heading">{isActive(status) ? cost.underWay : cost.lastRun}</p>
      <dl className="bs-cost-figures">
        {rows.map(([label, text]) => (
          <Row key={label} label={label}>
            {text}
          </Row>
        ))}
      </dl>
    </div>
  );
}

interface LastRunProps {
  task: Generation;
  /** USD by the rate card, until the gateway has said its own. */
  price: number | undefined;
}

type Rows = readonly (readonly [label: string, text: string])[];

/** As many lines at each stage as at the end, so that nothing below moves. */
function activeRows(task: Generation, status: GenerationStatus, price: number | undefined, words: CostWords): Rows {
  const { cost } = words.messages;
  const known = task.cost.estimated ?? price;
  const estimated = estimatedRows(task, price, words);
  // A synchronous call has no task that could be cancelled.
  if (isImage(task) && task.via === 'sync') return [[cost.billed, cost.notKnownYet], ...estimated];
  const now = [cost.cancelNow, cancelText(cancelCost(status, known), words)] as const;
  const isRendering = status !== 'submitting' && status !== 'queued';
  return isRendering ? [now, ...estimated] : [now, [cost.cancelOnceRunning, cancelText(cancelCost('running', known), words)]];
}

function estimatedRows({ cost: told }: Generation, price: number | undefined, { locale, messages }: CostWords): Rows {
  const { estimated = price, estimatedBy = 'gateway' } = told;
  const { cost } = messages;
  const isOwn = told.estimated === undefined || estimatedBy !== 'gateway';
  return estimated === undefined ? [] : [[isOwn ? cost.estimated : cost.estimatedByGateway, formatMoney(estimated, locale)]];
}

function cancelText({ isFree, max }: CancelCost, { locale, messages }: CostWords): string {
  if (isFree) return messages.cost.free;
  return max === undefined ? messages.cost.someOfIt : messages.cost.upTo(formatMoney(max, locale));
}

function endedRows(task: Generation, price: number | undefined, words: CostWords): Rows {
  return [[words.messages.cost.billed, billedText(task, words)], ...estimatedRows(task, price, words)];
}

function billedText({ cost, error }: Generation, { locale, messages }: CostWords): string {
  if (cost.final !== undefined && cost.final > 0) return formatMoney(cost.final, locale);
  const isFree = cost.final === 0 || (error?.billed ?? cost.billed) === 'no';
  return isFree ? messages.cost.nothing : messages.cost.notKnownYet;
}
