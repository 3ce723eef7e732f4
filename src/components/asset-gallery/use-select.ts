import { useRef } from 'react';
import type { TaskRecord } from '../../core/records/task-store.js';

interface Select {
  toggle: (index: number) => void;
  /** Everything from where selecting began to here, beside what was selected before that. */
  extend: (from: number, to: number) => void;
  all: () => void;
  clear: () => void;
  /** The next range begins anew. */
  moved: () => void;
}

/** Changes of a selection, as lists of files have them. */
export function useSelect(
  tasks: readonly TaskRecord[],
  selection: ReadonlySet<string>,
  onChange: (selection: readonly string[]) => void,
): Select {
  const range = useRef<{ anchor: string; before: ReadonlySet<string> }>(undefined);
  const idAt = (index: number) => tasks[index]?.outTaskId ?? '';
  return {
    toggle(index) {
      const next = new Set(selection);
      if (!next.delete(idAt(index))) next.add(idAt(index));
      range.current = { anchor: idAt(index), before: next };
      onChange([...next]);
    },
    extend(from, to) {
      const { anchor, before } = (range.current ??= { anchor: idAt(from), before: selection });
      const found = tasks.findIndex(({ outTaskId }) => outTaskId === anchor);
      const start = found === -1 ? from : found;
      const between = tasks.slice(Math.min(start, to), Math.max(start, to) + 1);
      onChange([...new Set([...before, ...between.map(({ outTaskId }) => outTaskId)])]);
    },
    all() {
      range.current = undefined;
      onChange(tasks.map(({ outTaskId }) => outTaskId));
    },
    clear() {
      range.current = undefined;
      onChange([]);
    },
    moved() {
      range.current = undefined;
    },
  };
}
