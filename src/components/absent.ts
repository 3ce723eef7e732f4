// What a platform may lack, test environments above all, and what then happens: nothing.

/** Scrolls only as far as is needed for the element to be seen. */
export function bringIntoSight(element: Element | null): void {
  if (typeof element?.scrollIntoView === 'function') element.scrollIntoView({ block: 'nearest' });
}

/** An address of these bytes, to be given up by `URL.revokeObjectURL`; none where there are no such addresses. */
export function addressOf(bytes: Blob): string | undefined {
  return (URL as Partial<typeof URL>).createObjectURL?.(bytes);
}

/** Whether the browser knows a value of a property; one that cannot be asked is not in need of a stand-in either. */
export function knowsStyle(property: string, value: string): boolean {
  return typeof CSS === 'undefined' || typeof CSS.supports !== 'function' || CSS.supports(property, value);
}

/** Whether the platform lays elements out and tells their sizes. Where it does not, a list is drawn whole: nobody can say what is in sight. */
export function canMeasure(): boolean {
  const isLaidOut = document.documentElement.clientWidth > 0 || innerWidth === 0;
  return isLaidOut && typeof ResizeObserver === 'function';
}
