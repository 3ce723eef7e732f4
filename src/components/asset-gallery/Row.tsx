import { memo, type ReactNode, type Ref } from 'react';
import type { CustomItemComponentProps } from 'virtua';
import type { TaskRecord } from '../../core/records/task-store.js';
import { Tile } from './tile/Tile.js';
import type { TileContext } from './tile/tile-context.js';

/** The tiles of a row. */
export const Row = memo(function Row({ tasks, gridId, activeId, selection, context }: RowProps): ReactNode {
  return tasks.map((task, position) => (
    <Tile
      key={task.outTaskId}
      id={cellId(gridId, task.outTaskId)}
      task={task}
      column={position + 1}
      active={task.outTaskId === activeId}
      selected={selection.has(task.outTaskId)}
      context={context}
    />
  ));
});

interface RowProps {
  tasks: readonly TaskRecord[];
  gridId: string;
  /** Where the keyboard is, if it is in this row. */
  activeId: string | undefined;
  selection: ReadonlySet<string>;
  context: TileContext;
}

/** The id of the element that shows a task. */
export function cellId(gridId: string, outTaskId: string): string {
  return `${gridId}-${outTaskId}`;
}

/** The element of a row. A virtual list places it; without one it has no style. */
export function RowElement({ ref, style, index, children }: RowElementProps): ReactNode {
  return (
    <div ref={ref} role="row" aria-rowindex={index + 1} className="bs-gallery-row" style={style}>
      {children}
    </div>
  );
}

type RowElementProps = Pick<CustomItemComponentProps, 'index' | 'children'> &
  Partial<Pick<CustomItemComponentProps, 'style'>> & { ref?: Ref<HTMLDivElement> };
