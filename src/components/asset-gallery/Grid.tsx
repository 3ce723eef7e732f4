import { type FocusEvent, type ReactNode, type RefObject, type UIEvent, useId, useLayoutEffect, useMemo, useRef } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { TaskRecord } from '../../core/records/task-store.js';
import { bringIntoSight } from '../absent.js';
import { useOwnStyle } from '../own-style.js';
import { cellId, Row, RowElement } from './Row.js';
import { firstRowInView, rowsOf } from './rows.js';
import type { TileContext } from './tile/tile-context.js';
import { useColumns } from './use-columns.js';
import { useGridInput } from './use-grid-input.js';
import { useKeepPlace } from './use-keep-place.js';
import { useVirtualRows } from './use-virtual-rows.js';

/** Up to so many are all in the page: it is light enough, and can be searched by the browser. */
const MOST_IN_PAGE = 100;

const NONE: readonly number[] = [];

/**
 * The tiles: an ARIA grid of which only what is seen is in the page. The grid has the focus and
 * names the tile where the keyboard is, so that no tile must stay for the focus's sake.
 */
export function Grid(props: GridProps): ReactNode {
  const { ref, tasks, tileSize, selection, context, held, onSelect, onOpen, onRemove, onLooking, onShowNew, focusNext } = props;
  const { selectable, words } = context;
  const { gallery } = words.messages;
  const gridId = useId();
  const list = useRef<VirtualizerHandle>(null);
  const { columns, ref: measure } = useColumns(tileSize);
  const rows = useMemo(() => rowsOf(tasks, columns), [tasks, columns]);
  const isVirtual = tasks.length > MOST_IN_PAGE;
  const Rows = useVirtualRows(isVirtual);
  const inPage = Rows === 'first' ? rows.slice(0, Math.ceil(MOST_IN_PAGE / columns)) : rows;

  const reveal = (index: number) => {
    const id = tasks[index]?.outTaskId ?? '';
    if (list.current !== null) list.current.scrollToIndex(Math.floor(index / columns), { align: 'nearest' });
    else bringIntoSight(document.getElementById(cellId(gridId, id)));
  };

  const input = useGridInput({ tasks, columns, reveal, selectable, selection, onSelect, onOpen, onRemove });
  const { active, byKeyboard } = input;
  const activeRow = Math.floor(active / columns);
  const activeId = input.chosen ? tasks[active]?.outTaskId : undefined;
  const notePlace = useKeepPlace(list, columns);
  const looking = useRef({ focused: false, scrolled: false, told: false });

  useLayoutEffect(() => {
    const grid = ref.current;
    // Runs while the grid still has the focus that it is about to take away with it.
    return () => {
      // oxlint-disable-next-line react-hooks/exhaustive-deps -- whatever it points to at that moment is meant
      if (grid !== null && grid === document.activeElement) focusNext.current?.focus();
    };
  }, [ref, focusNext]);

  const look = (change: { focused?: boolean; scrolled?: boolean }) => {
    const now = Object.assign(looking.current, change);
    const wanted = now.focused || now.scrolled;
    if (wanted !== now.told) onLooking(wanted);
    now.told = wanted;
  };

  const onScroll = ({ currentTarget }: UIEvent<HTMLElement>) => {
    notePlace(currentTarget);
    look({ scrolled: currentTarget.scrollTop > 0 });
  };

  const onFocus = ({ currentTarget }: FocusEvent<HTMLElement>) => {
    look({ focused: true });
    if (!currentTarget.matches(':focus-visible')) return;
    input.setByKeyboard(true);
    // The keyboard comes back to where it was, else to what is seen.
    if (input.chosen) reveal(active);
    else input.activate(firstRowInView(currentTarget) * columns);
  };

  const onBlur = () => {
    look({ focused: false });
    input.setByKeyboard(false);
  };

  const showNew = () => {
    onShowNew();
    input.activate(0);
    if (ref.current !== null) ref.current.scrollTop = 0;
    ref.current?.focus();
  };

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
        aria-description={gallery.keys({ open: onOpen !== undefined, select: selectable, remove: onRemove !== undefined })}
        aria-multiselectable={selectable || undefined}
        aria-rowcount={rows.length}
        aria-colcount={columns}
        aria-activedescendant={activeId === undefined ? undefined : cellId(gridId, activeId)}
        onKeyDown={input.onKeyDown}
        onClick={input.onClick}
        onFocus={onFocus}
        onBlur={onBlur}
        onScroll={onScroll}
      >
        {typeof Rows === 'string' ? (
          inPage.map((inRow, index) => (
            <RowElement key={index} index={index}>
              {row(inRow, index)}
            </RowElement>
          ))
        ) : (
          <Rows key={columns} list={list} rows={rows} keep={input.chosen ? [activeRow] : NONE}>
            {row}
          </Rows>
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
  /** Gets the focus when the grid goes away with it. */
  focusNext: RefObject<HTMLElement | null>;
}
