import { useMemo, useState } from 'react';
import type { TaskRecord } from '../../core/records/task-store.js';
import { useControlled } from '../use-controlled.js';

export const NOTHING: readonly string[] = [];

interface Selection {
  /** Keys of what is selected, shown or not. */
  selection: ReadonlySet<string>;
  /** What of it is shown. */
  selected: readonly TaskRecord[];
  select: (ids: readonly string[]) => void;
  /** What the person is asked about. */
  removing: readonly TaskRecord[] | undefined;
  setRemoving: (tasks: readonly TaskRecord[] | undefined) => void;
  /** How many were removed since the selection last changed. */
  removed: number;
  remove: (tasks: readonly TaskRecord[]) => void;
}

/** What is selected of what was found, and its removal. */
export function useSelection(props: SelectionProps, found: readonly TaskRecord[], onRemoved: () => void): Selection {
  const [ids, setIds] = useControlled(props.selection, props.defaultSelection ?? NOTHING, props.onSelectionChange);
  const [removing, setRemoving] = useState<readonly TaskRecord[]>();
  const [removed, setRemoved] = useState(0);
  const selection = useMemo(() => new Set(ids), [ids]);
  const selected = useMemo(() => (selection.size === 0 ? [] : found.filter(({ outTaskId }) => selection.has(outTaskId))), [found, selection]);

  const select = (next: readonly string[]) => {
    setRemoved(0);
    setIds(next);
  };

  const remove = (tasks: readonly TaskRecord[]) => {
    const gone = tasks.map(({ outTaskId }) => outTaskId);
    setRemoving(undefined);
    setIds(ids.filter((id) => !gone.includes(id)));
    setRemoved(gone.length);
    props.onRemove?.(gone);
    onRemoved();
  };

  return { selection, selected, select, removing, setRemoving, removed, remove };
}

/** Of the gallery's own. */
interface SelectionProps {
  selection?: readonly string[] | undefined;
  defaultSelection?: readonly string[] | undefined;
  onSelectionChange?: ((selection: readonly string[]) => void) | undefined;
  onRemove?: ((outTaskIds: readonly string[]) => void) | undefined;
}
