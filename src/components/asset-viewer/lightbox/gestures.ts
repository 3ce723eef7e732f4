import type { Point } from './view.js';
import type { Zoom } from './zoom.js';

/** A finger that moved less has tapped. */
const TAP_PX = 8;
const DOUBLE_TAP_MS = 300;
const DOUBLE_TAP_PX = 32;
/** A swipe is that far, or that fast in pixels a millisecond. */
const SWIPE_PX = 64;
const SWIPE_SPEED = 0.4;
/** Wheels tell pixels; a pinch on a trackpad tells few of them, with the control key. */
const WHEEL_RATE = 0.002;
const PINCH_RATE = 0.01;

interface GestureHandlers {
  zoom: Zoom;
  /** To the right (`1`) or to the left (`-1`) of the screen. */
  onSwipe: (direction: 1 | -1) => void;
  /** A tap beside the picture. */
  onOutside: () => void;
}

/**
 * Wheel, pinch, drag, swipe, tap and double tap on a stage. Pointer events, so that a mouse, a
 * finger and a pen are one thing. Discarded: react-zoom-pan-pinch, which writes a `<style>` into the
 * page as soon as it is imported, and a content security policy without `unsafe-inline` refuses that.
 */
export function listenToGestures(stage: HTMLElement, { zoom, onSwipe, onOutside }: GestureHandlers): () => void {
  const stop = new AbortController();
  const pointers = new Map<number, Point>();
  let start: (Point & { at: number; target: EventTarget | null; pinched: boolean }) | undefined;
  let lastTap: (Point & { at: number }) | undefined;

  const fromCentre = ({ x, y }: Point): Point => {
    const box = stage.getBoundingClientRect();
    return { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 };
  };
  const gap = () => {
    const [a, b] = [...pointers.values()];
    return a === undefined || b === undefined ? undefined : { length: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  };

  function down(event: PointerEvent): void {
    if (event.button !== 0 || isOwnControl(event)) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (pointers.size > 1) {
      if (start !== undefined) start.pinched = true;
      zoom.lean(0);
      return;
    }
    start = { x: event.clientX, y: event.clientY, at: event.timeStamp, target: event.target, pinched: false };
  }

  function move(event: PointerEvent): void {
    const before = pointers.get(event.pointerId);
    if (before === undefined || start === undefined) return;
    const wide = gap();
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const now = gap();
    if (wide !== undefined && now !== undefined) {
      zoom.move(now.x - wide.x, now.y - wide.y);
      if (wide.length > 0) zoom.by(now.length / wide.length, fromCentre(now));
      return;
    }
    if (!hasMoved(event, start)) return;
    // From here on it belongs to the stage, also where it leaves it.
    if (typeof stage.setPointerCapture === 'function' && !stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
    if (zoom.getScale() > 1) zoom.move(event.clientX - before.x, event.clientY - before.y);
    else if (event.pointerType !== 'mouse' && !start.pinched) zoom.lean(event.clientX - start.x);
  }

  function up(event: PointerEvent): void {
    if (!pointers.delete(event.pointerId) || start === undefined || pointers.size > 0) return;
    const from = start;
    start = undefined;
    if (from.pinched) return;
    if (!hasMoved(event, from)) tap(event, from.target);
    else if (zoom.getScale() === 1 && event.pointerType !== 'mouse') swipe(event, from);
  }

  function swipe(event: PointerEvent, from: Point & { at: number }): void {
    const x = event.clientX - from.x;
    const isSideways = Math.abs(x) > Math.abs(event.clientY - from.y);
    const isFast = Math.abs(x) / Math.max(1, event.timeStamp - from.at) > SWIPE_SPEED;
    zoom.lean(0);
    if (isSideways && (Math.abs(x) > SWIPE_PX || isFast)) onSwipe(x > 0 ? 1 : -1);
  }

  function tap(event: PointerEvent, target: EventTarget | null): void {
    if (target === stage) {
      onOutside();
      return;
    }
    const here = { x: event.clientX, y: event.clientY };
    const isDouble =
      lastTap !== undefined &&
      event.timeStamp - lastTap.at < DOUBLE_TAP_MS &&
      Math.hypot(here.x - lastTap.x, here.y - lastTap.y) < DOUBLE_TAP_PX;
    lastTap = isDouble ? undefined : { ...here, at: event.timeStamp };
    if (isDouble) zoom.toggle(fromCentre(here));
  }

  function cancel(event: PointerEvent): void {
    if (pointers.delete(event.pointerId) && pointers.size === 0) start = undefined;
    zoom.lean(0);
  }

  function wheel(event: WheelEvent): void {
    event.preventDefault();
    const rate = event.ctrlKey ? PINCH_RATE : WHEEL_RATE;
    zoom.by(Math.exp(-event.deltaY * rate), fromCentre({ x: event.clientX, y: event.clientY }));
  }

  const { signal } = stop;
  stage.addEventListener('pointerdown', down, { signal });
  stage.addEventListener('pointermove', move, { signal });
  stage.addEventListener('pointerup', up, { signal });
  stage.addEventListener('pointercancel', cancel, { signal });
  stage.addEventListener('wheel', wheel, { signal, passive: false });
  return () => stop.abort();
}

function hasMoved({ clientX, clientY }: PointerEvent, { x, y }: Point): boolean {
  return Math.hypot(clientX - x, clientY - y) > TAP_PX;
}

/** What has gestures of its own: a player, and the browser's controls in the lower part of a video. */
function isOwnControl({ target, offsetY }: PointerEvent): boolean {
  if (target instanceof HTMLVideoElement) return offsetY > target.clientHeight - 72;
  return target instanceof Element && target.closest('button, .bs-player') !== null;
}
