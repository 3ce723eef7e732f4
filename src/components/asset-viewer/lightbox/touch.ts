import type { Point } from './view.js';

/** A finger that moved less has tapped. */
const TAP_PX = 8;
const DOUBLE_TAP_MS = 300;
const DOUBLE_TAP_PX = 32;
/** A swipe is that far, or that fast in pixels a millisecond. */
const SWIPE_PX = 64;
const SWIPE_SPEED = 0.4;

/** Where a pointer was, and when in milliseconds. */
export interface Touch extends Point {
  at: number;
}

export function touchOf({ clientX, clientY, timeStamp }: PointerEvent): Touch {
  return { x: clientX, y: clientY, at: timeStamp };
}

export function hasMoved(from: Point, to: Point): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) > TAP_PX;
}

export function isDoubleTap(first: Touch | undefined, second: Touch): boolean {
  return first !== undefined && second.at - first.at < DOUBLE_TAP_MS && Math.hypot(second.x - first.x, second.y - first.y) < DOUBLE_TAP_PX;
}

/** To the right (`1`) or to the left (`-1`) of the screen, or neither. */
export function swipeOf(from: Touch, to: Touch): 1 | -1 | undefined {
  const x = to.x - from.x;
  const isSideways = Math.abs(x) > Math.abs(to.y - from.y);
  const isFast = Math.abs(x) / Math.max(1, to.at - from.at) > SWIPE_SPEED;
  if (!isSideways || !(Math.abs(x) > SWIPE_PX || isFast)) return undefined;
  return x > 0 ? 1 : -1;
}

/** How far two pointers are apart, and the middle between them. */
export function spanOf(pointers: ReadonlyMap<number, Point>): (Point & { length: number }) | undefined {
  const [a, b] = [...pointers.values()];
  return a === undefined || b === undefined ? undefined : { length: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
