import { type ReactNode, type RefObject, useId, useLayoutEffect, useMemo, useRef } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { TaskRecord } from '../../core/records/task-store.js';
import { bringIntoSight } from '../absent.js';
import { useOwnStyle } from '../own-style.js';
import { cellId, Row, RowElement } from './Row.js';
import { rowsOf } from './rows.js';
import type { TileContext } from './tile/tile-context.js';
import { useColumns } from './use-columns.js';
import { useGridInput } from './use-grid-input.js';
import { useKeepPlace } from './use-keep-place.js';
import { useLooking } from './use-looking.js';
import { useVirtualRows } from './use-virtual-rows.js';

/** Up to so many are all in the page: it is light enough, and can be searched by the browser. */
const MOST_IN_PAGE = 100;

const NONE: readonly number[] = [];

/**
 * The tiles: an ARIA grid of which only what is seen is in the page. The grid has the focus and
 * names the tile where the keyboard is, so that no tile must stay for the focus's sake.
 */
export function Grid(props: GridProps): ReactNode {
  const { ref, tasks, tileSize, selection, context, held, onOpen, onRemove } = props;
  const { selectable, words } = context;
  const { gallery } = words.messages;
  const gridId = useId();
  const list = useRef<VirtualizerHandle>(null);
  const { columns, ref: measure } = useColumns(tileSize);
  const rows = useMemo(() => rowsOf(tasks, columns), [tasks, columns]);
  const isVirtual = tasks.length > MOST_IN_PAGE;
  const drawing = useVirtualRows(isVirtual);
  const inPage = drawing.by === 'first' ? rows.slice(0, Math.ceil(MOST_IN_PAGE / columns)) : rows;

  const reveal = (index: number) => {
    const id = tasks[index]?.outTaskId ?? '';
    if (list.current !== null) list.current.scrollToIndex(Math.floor(index / columns), { align: 'nearest' });
    else bringIntoSight(ref.current?.querySelector(`[id="${cellId(gridId, id)}"]`));
  };

  const input = useGridInput(props, columns, reveal);
  const { active, byKeyboard } = input;
  const activeRow = Math.floor(active / columns);
  // Where the keyboard went while the list was loaded.
  useLayoutEffect(() => {
    if (byKeyboard) reveal(active);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- other moves reveal for themselves
  }, [drawing.by]);
  const activeId = input.chosen ? tasks[active]?.outTaskId : undefined;
  const { showNew, ...looking } = useLooking(props, input, columns, reveal, useKeepPlace(list, columns));

  const row = (inRow: readonly TaskRecord[], index: number) => (
    <Row
      tasks={inRow}
      gridId={gridId}
      activeId={byKeyboard && index === activeRow ? activeId : undefined}
      selection={selection}
      context={context}
    />
  );

  const style = useOwnStyle({ '--bs-columns': columns });
  return (
    <div ref={measure} className="bs-gallery-stage">
      {held > 0 && (
        <button type="button" className="bs-button bs-gallery-new" onClick={showNew}>
          {gallery.showNew({ count: held, written: String(held) })}
        </button>
      )}
      <div
        ref={ref}
        role="grid"
        tabIndex={0}
        className="bs-gallery-grid"
        style={style}
        data-virtual={isVirtual || undefined}
        aria-label={props.label}
        aria-description={[gallery.keys({ open: onOpen !== undefined, select: selectable, remove: onRemove !== undefined }), context.family?.keys].filter(Boolean).join(', ')}
        aria-multiselectable={selectable || undefined}
        aria-rowcount={rows.length}
        aria-colcount={columns}
        aria-activedescendant={activeId === undefined ? undefined : cellId(gridId, activeId)}
        onKeyDown={input.onKeyDown}
        onClick={input.onClick}
        {...looking}
      >
        {typeof drawing.by === 'string' ? (
          inPage.map((inRow, index) => (
            <RowElement key={index} index={index}>
              {row(inRow, index)}
            </RowElement>
          ))
        ) : (
          <drawing.by key={columns} list={list} scroller={ref} rows={rows} item={RowElement} keep={input.chosen ? [activeRow] : NONE}>
            {row}
          </drawing.by>
        )}
      </div>
    </div>
  );
}

interface GridProps {
  ref: RefObject<HTMLDivElement | null>;
  label: string;
  tasks: readonly TaskRecord[];
  /** Pixels. */
  tileSize: number;
  selection: ReadonlySet<string>;
  context: TileContext;
  /** How many newer ones wait to be shown. */
  held: number;
  onSelect: (selection: readonly string[]) => void;
  onOpen: ((task: TaskRecord) => void) | undefined;
  onRemove: ((tasks: readonly TaskRecord[]) => void) | undefined;
  /** Whether somebody looks at something that must not move. */
  onLooking: (looking: boolean) => void;
  onShowNew: () => void;
  /** Shows what is filtered out or held back. */
  onShowAll: () => void;
  /** Gets the focus when the grid goes away with it. */
  focusNext: RefObject<HTMLElement | null>;
}
