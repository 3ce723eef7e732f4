import { type ReactElement, type ReactNode, useId, useMemo, useRef } from 'react';
import type { BatchCell } from '../../core/batch/states.js';
import { useTileContext } from '../asset-gallery/tile/use-tile-context.js';
import { useVirtualRows } from '../asset-gallery/use-virtual-rows.js';
import { useGalleryWords } from '../asset-gallery/words.js';
import { useOwnStyle } from '../own-style.js';
import type { CellContext } from './cell/Cell.js';
import { GridRow, Head, headId, RowElement } from './GridRow.js';
import type { SheetLayout, SheetRow } from './layout.js';
import { useCellInput } from './use-cell-input.js';
import type { Heads } from './use-heads.js';
import type { Picks } from './use-picks.js';
import { useSheetWords } from './words.js';

/** Up to so many cells are all in the page: it is light enough, and can be searched by the browser. */
const MOST_IN_PAGE = 100;
const NO_TASKS: readonly never[] = [];

/** The sheet itself: an ARIA grid of which only the rows that are seen are in the page, and the one where the keyboard is. */
export function Grid(props: GridProps): ReactNode {
  const { label, layout, heads, picks, canMark } = props;
  const { across, down } = layout;
  const words = useSheetWords();
  const { sheet, gallery } = words.messages;
  const gridId = useId();
  const drawing = useVirtualRows(down.length * across.length > MOST_IN_PAGE);
  const inPage = drawing.by === 'first' ? down.slice(0, Math.ceil(MOST_IN_PAGE / across.length)) : down;
  const grid = useRef<HTMLDivElement>(null);
  const input = useCellInput({ ...props, ref: grid, isReady: drawing.by !== 'first' });
  const tile = useTileContext(useGalleryWords(), heads.catalog, false, NO_TASKS);
  const context = useMemo<CellContext>(() => ({ tile, words, canMark }), [tile, words, canMark]);
  const style = useOwnStyle({ '--bs-across': across.length });

  const row = (each: SheetRow, index: number): ReactElement => (
    <GridRow
      row={each}
      across={across}
      gridId={gridId}
      heads={heads}
      picked={picks.keys}
      entry={index === input.row ? input.column : undefined}
      isActive={input.hasFocus}
      context={context}
    />
  );
  return (
    <div
      ref={grid}
      role="grid"
      className="bs-batch-sheet"
      style={style}
      data-virtual={typeof drawing.by === 'string' ? undefined : ''}
      aria-label={label}
      aria-description={gallery.keys({ open: true, select: canMark, remove: false })}
      aria-rowcount={down.length + 1}
      aria-colcount={across.length + 1}
      aria-multiselectable={canMark || undefined}
      onPointerEnter={props.onApproach}
      onKeyDown={input.onKeyDown}
      onClick={input.onClick}
      onFocus={input.onFocus}
      onBlur={input.onBlur}
    >
      <div className="bs-batch-rows">
        <div role="row" aria-rowindex={1} className="bs-batch-row bs-batch-heads">
          <div role="columnheader" aria-colindex={1} className="bs-batch-corner bs-fine">
            {sheet.acrossOf(across[0]?.row === undefined ? 'prompt' : 'model')}
          </div>
          {across.map((head, index) => (
            <Head key={head.key} id={headId(gridId, head)} role="columnheader" column={index + 2} head={head} heads={heads} />
          ))}
        </div>
        {typeof drawing.by === 'string' ? (
          inPage.map((each, index) => (
            <RowElement key={each.key} index={index}>
              {row(each, index)}
            </RowElement>
          ))
        ) : (
          <drawing.by scroller={grid} rows={down} item={RowElement} keep={[input.row]}>
            {row}
          </drawing.by>
        )}
      </div>
    </div>
  );
}

interface GridProps {
  label: string;
  layout: SheetLayout;
  heads: Heads;
  picks: Picks;
  canMark: boolean;
  onOpen: (cell: BatchCell, element: HTMLElement) => void;
  onToggle: (cell: BatchCell) => void;
  onRetry: (cell: BatchCell) => void;
  /** Somebody is about to open a cell. */
  onApproach: () => void;
}
