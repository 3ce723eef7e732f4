import type { ReactNode, RefObject } from 'react';
import { isRetryable } from '../../../core/batch/retryable.js';
import type { BatchCell } from '../../../core/batch/states.js';
import { hasEnded } from '../../../core/batch/price.js';
import { cancelCost } from '../../../core/places/cancel-cost.js';
import { formatMoney } from '../../../react/format.js';
import { ActionButton } from '../../ActionButton.js';
import type { GridBatch } from '../settings.js';
import { useSheetWords } from '../words.js';

/** The one thing that can be done with a cell now; cancelling says what it costs. What is unknown is looked for, and never made again by itself. */
export function CellActions({ cell, kind, batch, focusNext }: CellActionsProps): ReactNode {
  const { locale, messages } = useSheetWords();
  const { progress } = messages;
  const { key, status, estimate, cost, taskId } = cell;
  if (isRetryable(cell, true)) return <ActionButton key="retry" label={progress.retry} onPress={() => batch.retry(key)} focusNext={focusNext} />;
  if (status === 'unknown') return <ActionButton key="check" label={progress.check} onPress={() => batch.retry(key)} focusNext={focusNext} />;
  if (hasEnded(cell)) return null;
  const isSending = status === 'submitting';
  // What is one request is made, whoever waits for it.
  const isRequest = kind === 'image' && taskId === undefined && status === 'running';
  const price = cost.estimated ?? estimate?.max;
  const { isFree, max } = cancelCost(status === 'waiting' ? 'idle' : isSending ? 'running' : status, price);
  const label = isRequest ? progress.stopWaiting : isFree ? progress.cancelFree : progress.cancelBillable(max === undefined ? undefined : formatMoney(max, locale));
  return <ActionButton key="cancel" label={label} busyLabel={progress.cancelling} busy={status === 'cancelling'} onPress={() => batch.cancel(key)} focusNext={focusNext} />;
}

interface CellActionsProps {
  cell: BatchCell;
  kind: 'image' | 'video';
  batch: Pick<GridBatch, 'cancel' | 'retry'>;
  /** Gets the focus when a focused button goes away. */
  focusNext: RefObject<HTMLElement | null>;
}
