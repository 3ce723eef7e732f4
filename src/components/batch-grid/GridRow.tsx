import { memo, type ReactNode, type Ref } from 'react';
import type { CustomItemComponentProps } from 'virtua';
import { Cell, type CellContext } from './cell/Cell.js';
import type { SheetHead, SheetRow } from './layout.js';
import type { Heads } from './use-heads.js';

/** The head of a row, and its cells. */
export const GridRow = memo(function GridRow({ row, across, gridId, heads, picked, entry, isActive, context }: GridRowProps): ReactNode {
  const own = headId(gridId, row);
  return (
    <>
      <Head id={own} role="rowheader" column={1} head={row} heads={heads} />
      {row.cells.map((cell, index) => {
        const head = across[index];
        if (head === undefined) return null;
        const isEntry = index === entry;
        return cell === undefined ? (
          <div key={head.key} role="gridcell" className="bs-batch-none" tabIndex={isEntry ? 0 : -1} aria-colindex={index + 2} />
        ) : (
          <Cell
            key={cell.key}
            id={`${gridId}-${cell.key}`}
            cell={cell}
            column={index + 2}
            isEntry={isEntry}
            isActive={isEntry && isActive}
            isPicked={picked.has(cell.key)}
            heads={`${headId(gridId, head)} ${own}`}
            context={context}
          />
        );
      })}
    </>
  );
});

interface GridRowProps {
  row: SheetRow;
  across: readonly SheetHead[];
  gridId: string;
  heads: Heads;
  picked: ReadonlySet<string>;
  /** Place of the cell to which the Tab key leads, if it is in this row. */
  entry: number | undefined;
  /** Whether the keyboard is in the grid. */
  isActive: boolean;
  context: CellContext;
}

export function headId(gridId: string, head: SheetHead): string {
  return `${gridId}-head-${head.key}`;
}

/** What a row or a column is of. */
export function Head({ id, role, column, head, heads }: HeadProps): ReactNode {
  const name = head.column === undefined ? undefined : heads.columns[head.column];
  const prompt = head.row === undefined ? undefined : heads.prompts[head.row];
  // Of one whose params are none, the model says which it is.
  const title = name && (head.part === 'params' ? name.params || name.model : name.model);
  const params = name && head.part === 'all' ? name.whole.slice(name.model.length).replace(/^ · /, '') : '';
  return (
    <div id={id} role={role} aria-colindex={column} className="bs-batch-name">
      {prompt !== undefined && (
        <span className="bs-batch-prompt" dir="auto" title={prompt}>
          {prompt}
        </span>
      )}
      {title !== undefined && <span className={prompt === undefined ? 'bs-headline' : 'bs-fine'}>{title}</span>}
      {params !== '' && <span className="bs-fine">{params}</span>}
    </div>
  );
}

interface HeadProps {
  id: string;
  role: 'rowheader' | 'columnheader';
  /** Counts from 1. */
  column: number;
  head: SheetHead;
  heads: Heads;
}

/**
 * The element of a row, below that of the heads. A virtual list places it, and hides it until it has measured it: what is
 * hidden takes no focus, and rows are of one height. Without a list it has no style.
 */
export function RowElement({ ref, style, index, children }: RowElementProps): ReactNode {
  return (
    <div ref={ref} role="row" aria-rowindex={index + 2} className="bs-batch-row" style={style && { ...style, visibility: 'visible' }}>
      {children}
    </div>
  );
}

type RowElementProps = Pick<CustomItemComponentProps, 'index' | 'children'> & Partial<Pick<CustomItemComponentProps, 'style'>> & { ref?: Ref<HTMLDivElement> };
