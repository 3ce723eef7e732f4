import { hasMoved, isDoubleTap, spanOf, swipeOf, type Touch, touchOf } from './touch.js';
import type { Point } from './view.js';
import type { Zoom } from './zoom.js';

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
  let start: (Touch & { target: EventTarget | null; pinched: boolean }) | undefined;
  let lastTap: Touch | undefined;

  function down(event: PointerEvent): void {
    if (event.button !== 0 || isOwnControl(event)) return;
    pointers.set(event.pointerId, touchOf(event));
    if (pointers.size > 1) {
      if (start !== undefined) start.pinched = true;
      zoom.lean(0);
      return;
    }
    start = { ...touchOf(event), target: event.target, pinched: false };
  }

  function move(event: PointerEvent): void {
    const before = pointers.get(event.pointerId);
    if (before === undefined || start === undefined) return;
    const to = touchOf(event);
    const wide = spanOf(pointers);
    pointers.set(event.pointerId, to);
    const now = spanOf(pointers);
    if (wide !== undefined && now !== undefined) {
      zoom.move(now.x - wide.x, now.y - wide.y);
      if (wide.length > 0) zoom.by(now.length / wide.length, fromCentre(stage, now));
      return;
    }
    if (!hasMoved(start, to)) return;
    // From here on it belongs to the stage, also where it leaves it.
    if (typeof stage.setPointerCapture === 'function' && !stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
    if (zoom.getScale() > 1) zoom.move(to.x - before.x, to.y - before.y);
    else if (event.pointerType !== 'mouse' && !start.pinched) zoom.lean(to.x - start.x);
  }

  function up(event: PointerEvent): void {
    if (!pointers.delete(event.pointerId) || start === undefined || pointers.size > 0) return;
    const from = start;
    start = undefined;
    if (from.pinched) return;
    const to = touchOf(event);
    if (!hasMoved(from, to)) tap(to, from.target);
    else if (zoom.getScale() === 1 && event.pointerType !== 'mouse') {
      zoom.lean(0);
      const direction = swipeOf(from, to);
      if (direction !== undefined) onSwipe(direction);
    }
  }

  function tap(here: Touch, target: EventTarget | null): void {
    if (target === stage) {
      onOutside();
      return;
    }
    const isDouble = isDoubleTap(lastTap, here);
    lastTap = isDouble ? undefined : here;
    if (isDouble) zoom.toggle(fromCentre(stage, here));
  }

  function cancel(event: PointerEvent): void {
    if (pointers.delete(event.pointerId) && pointers.size === 0) start = undefined;
    zoom.lean(0);
  }

  function wheel(event: WheelEvent): void {
    event.preventDefault();
    const rate = event.ctrlKey ? PINCH_RATE : WHEEL_RATE;
    zoom.by(Math.exp(-event.deltaY * rate), fromCentre(stage, { x: event.clientX, y: event.clientY }));
  }

  const { signal } = stop;
  stage.addEventListener('pointerdown', down, { signal });
  stage.addEventListener('pointermove', move, { signal });
  stage.addEventListener('pointerup', up, { signal });
  stage.addEventListener('pointercancel', cancel, { signal });
  stage.addEventListener('wheel', wheel, { signal, passive: false });
  return () => stop.abort();
}

function fromCentre(stage: HTMLElement, { x, y }: Point): Point {
  const box = stage.getBoundingClientRect();
  return { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 };
}

/** What has gestures of its own: a player, and the browser's controls in the lower part of a video. */
function isOwnControl({ target, offsetY }: PointerEvent): boolean {
  // Of the stage or something in it. By its name, since in another window it is no element of this one's.
  const element = target as Element;
  if (element.localName === 'video') return offsetY > element.clientHeight - 72;
  return element.closest('button, .bs-player') !== null;
}
