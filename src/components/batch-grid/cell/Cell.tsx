import { memo, type ReactNode, useMemo } from 'react';
import type { BatchCell } from '../../../core/batch/states.js';
import { isRetryable } from '../../../core/batch/retryable.js';
import { lengthOf } from '../../../core/outcome/length.js';
import type { TaskRecord } from '../../../core/records/task-store.js';
import { formatDuration, formatMoney } from '../../../react/format.js';
import { priceOf } from '../../asset-gallery/item.js';
import type { TileContext } from '../../asset-gallery/tile/tile-context.js';
import { TileFrame } from '../../asset-gallery/tile/TileFrame.js';
import type { SheetWords } from '../words.js';
import { recordOf, tileStatus } from './record.js';

/** What came of one prompt by one model: the picture or why there is none, how it stands, and what it cost. */
export const Cell = memo(function Cell({ id, cell, column, isEntry, isActive, isPicked, heads, context }: CellProps): ReactNode {
  const { tile, words, canMark } = context;
  const { status } = cell;
  const record = useMemo(() => recordOf(cell), [cell]);
  const { gallery, progress } = words.messages;
  return (
    <div
      id={id}
      role="gridcell"
      className="bs-tile bs-batch-cell"
      tabIndex={isEntry ? 0 : -1}
      aria-colindex={column}
      aria-describedby={heads}
      aria-selected={canMark ? isPicked : undefined}
      data-key={cell.key}
      data-status={status}
      data-selected={isPicked || undefined}
    >
      {status === 'waiting' ? <div className="bs-tile-frame" /> : <TileFrame task={record} status={tileStatus(status)} active={isActive} context={tile} />}
      <div className="bs-tile-line">
        <span className="bs-tile-status">{statusText(cell, context)}</span>
        <span translate="no">{priceText(cell, record, context)}</span>
      </div>
      {isRetryable(cell, false) && (
        // The cell has the keyboard, and opens where the same can be done; this is for pointers.
        <button type="button" className="bs-button bs-batch-again" tabIndex={-1} data-again="">
          {progress.retry}
        </button>
      )}
      {canMark && <input type="checkbox" className="bs-tile-check" tabIndex={-1} aria-label={gallery.select} checked={isPicked} readOnly />}
    </div>
  );
});

/** How it stands, where the picture does not say it already: how long it took, of what was made. */
function statusText(cell: BatchCell, context: CellContext): string | undefined {
  const { sheet, gallery, progress } = context.words.messages;
  if (cell.status === 'unknown') return undefined;
  if (cell.status === 'waiting') return sheet.waiting;
  return cell.status === 'cancelling' ? progress.cancelling : (tookOf(cell, context) ?? gallery.statusOf(cell.status));
}

/** What it cost, or by the catalog may cost. */
function priceText({ status, estimate }: BatchCell, record: TaskRecord, { words: { locale }, tile }: CellContext): string | undefined {
  if (status !== 'waiting' && status !== 'submitting') return priceOf(record, tile.words);
  return estimate && tile.words.messages.figures.price({ amount: formatMoney(estimate.max, locale), precision: estimate.exact ? 'about' : 'most' });
}

/** How long it took, of what was made. */
function tookOf(cell: BatchCell, { tile: { words } }: CellContext): string | undefined {
  const { submittedAt, endedAt: completedAt } = cell.progress;
  const took = cell.status === 'completed' ? lengthOf({ submittedAt, completedAt }) : undefined;
  return took === undefined ? undefined : formatDuration(took, words.locale, words.messages.units);
}

/** What all cells have in common. The same object for as long as none of it changes: a cell then renders only when it is another. */
export interface CellContext {
  tile: TileContext;
  words: SheetWords;
  canMark: boolean;
}

interface CellProps {
  id: string;
  cell: BatchCell;
  /** Counts from 1, the heads of the rows included. */
  column: number;
  /** Whether the Tab key leads to it. */
  isEntry: boolean;
  /** Whether the keyboard is there. */
  isActive: boolean;
  isPicked: boolean;
  /** Ids of the heads of its row and column. */
  heads: string;
  context: CellContext;
}
