import type { ReactElement, ReactNode, RefObject } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { TaskRecord } from '../../core/records/task-store.js';
import { RowElement } from './Row.js';

/** Those rows alone that are seen, and the one where the keyboard is. Loaded when there are more than a page can hold. */
export function VirtualRows({ list, rows, keep, children }: VirtualRowsProps): ReactNode {
  return (
    <Virtualizer ref={list} data={rows} item={RowElement} keepMounted={keep}>
      {children}
    </Virtualizer>
  );
}

export interface VirtualRowsProps {
  list: RefObject<VirtualizerHandle | null>;
  rows: readonly (readonly TaskRecord[])[];
  /** Rows that stay, by index. */
  keep: readonly number[];
  children: (row: readonly TaskRecord[], index: number) => ReactElement;
}
