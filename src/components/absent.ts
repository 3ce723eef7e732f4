import { granted } from '../core/base/granted.js';

// What a platform may lack or refuse, test environments above all, and what then happens: nothing.

/** Scrolls only as far as is needed for the element to be seen. */
export function bringIntoSight(element: Element | null | undefined): void {
  granted(() => element?.scrollIntoView({ block: 'nearest' }));
}

/** An address of these bytes, to be given up by `URL.revokeObjectURL`; none where there are no such addresses. */
export function addressOf(bytes: Blob): string | undefined {
  return granted(() => URL.createObjectURL(bytes));
}

/** Whether the browser knows a value of a property; one that cannot be asked is not in need of a stand-in either. */
export function knowsStyle(property: string, value: string): boolean {
  return granted(() => CSS.supports(property, value)) ?? true;
}

/** Calls `measure` whenever what is given to `observe`, of the window of `near`, has another size; `undefined` where sizes are not told. */
export function watchSizes(measure: () => void, near?: Element): ResizeObserver | undefined {
  // One of another window is told when that one is drawn.
  return granted(() => new (near?.ownerDocument.defaultView ?? window).ResizeObserver(measure));
}

/** Whether the platform lays elements out and tells their sizes. Where it does not, a list is drawn whole: nobody can say what is in sight. */
export function canMeasure(): boolean {
  const isLaidOut = document.documentElement.clientWidth > 0 || innerWidth === 0;
  return isLaidOut && watchSizes(() => {}) !== undefined;
}
