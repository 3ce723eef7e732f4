import { type ComponentType, type ReactElement, type ReactNode, type RefObject, useState } from 'react';
import { type CustomItemComponentProps, Virtualizer, type VirtualizerHandle } from 'virtua';

/** Those rows alone that are seen, and the one where the keyboard is. Loaded when there are more than a page can hold. */
export function VirtualRows<Row>({ list, scroller, rows, keep, item, children }: VirtualRowsProps<Row>): ReactNode {
  // As high as those that it takes the place of, so that who has scrolled meanwhile stays where they are.
  const [size] = useState(() => [...(scroller.current?.querySelectorAll<HTMLElement>('[role="row"]') ?? [])].at(-1)?.getBoundingClientRect().height);
  return (
    <Virtualizer ref={list ?? null} scrollRef={scroller} data={rows} item={item} keepMounted={keep} {...(size ? { itemSize: size } : {})}>
      {children}
    </Virtualizer>
  );
}

interface VirtualRowsProps<Row> {
  list?: RefObject<VirtualizerHandle | null> | undefined;
  /** What scrolls. */
  scroller: RefObject<HTMLElement | null>;
  rows: readonly Row[];
  /** Rows that stay, by index. */
  keep: readonly number[];
  /** The element of a row. */
  item: ComponentType<CustomItemComponentProps>;
  children: (row: Row, index: number) => ReactElement;
}
