import type { Point } from '../../core/mask/rows.js';
import { spanOf } from '../asset-viewer/lightbox/touch.js';
import type { Zoom } from '../asset-viewer/lightbox/zoom.js';
import type { Tool } from './brush.js';
import { RUBBER, type Strokes } from './strokes.js';

interface PointersOn {
  /** What the pointers are on, around the picture as well: a line that leaves the picture comes back. */
  stage: HTMLElement;
  strokes: Strokes;
  zoom: Zoom;
  /** The one that is chosen by now. */
  tool: () => Tool;
}

const MIDDLE = 1;
const PINCH_RATE = 0.01;

/** A brush, an eraser and a hand, by mouse, pen and finger; two fingers and the wheel zoom and move. */
export function listenToPointers({ stage, strokes, zoom, tool }: PointersOn): () => void {
  const stop = new AbortController();
  const pointers = new Map<number, Point>();
  /** Paints or moves; none once a second one is there, until all are up. */
  let leader: number | undefined;

  function down(event: PointerEvent): void {
    if (event.button !== 0 && event.button !== MIDDLE && !(event.buttons & RUBBER)) return;
    event.preventDefault();
    // The keyboard goes on where the pointer is.
    stage.focus({ preventScroll: true });
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (pointers.size > 1) {
      // What the first of two fingers painted was not meant.
      if (strokes.isGoing()) strokes.drop();
      leader = undefined;
      return;
    }
    leader = event.pointerId;
    capture(stage, event);
    if (tool() !== 'move' && event.button !== MIDDLE) strokes.begin(event);
  }

  function move(event: PointerEvent): void {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const wide = spanOf(pointers);
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const now = spanOf(pointers);
    if (wide !== undefined && now !== undefined) {
      zoom.move(now.x - wide.x, now.y - wide.y);
      if (wide.length > 0) zoom.by(now.length / wide.length, fromCentre(stage, now));
    } else if (leader === event.pointerId) {
      if (strokes.isGoing()) strokes.follow(event);
      else zoom.move(event.clientX - before.x, event.clientY - before.y);
    }
  }

  function up(event: PointerEvent): void {
    if (!pointers.delete(event.pointerId) || leader !== event.pointerId) return;
    leader = undefined;
    strokes.end();
  }

  function wheel(event: WheelEvent): void {
    if (event.ctrlKey) zoom.by(Math.exp(-event.deltaY * PINCH_RATE), fromCentre(stage, { x: event.clientX, y: event.clientY }));
    else if (zoom.getScale() > 1) zoom.move(-event.deltaX, -event.deltaY);
    // The page scrolls on where there is nothing to move.
    else return;
    event.preventDefault();
  }

  const { signal } = stop;
  stage.addEventListener('pointerdown', down, { signal });
  stage.addEventListener('pointermove', move, { signal });
  for (const type of ['pointerup', 'pointercancel'] as const) stage.addEventListener(type, up, { signal });
  stage.addEventListener('wheel', wheel, { signal, passive: false });
  return () => {
    stop.abort();
    strokes.end();
  };
}

/** From here on it is the stage's, also where it leaves it. */
function capture(stage: HTMLElement, { pointerId }: PointerEvent): void {
  try {
    stage.setPointerCapture(pointerId);
  } catch {
    // The pointer is gone already, or is one that a test made up.
  }
}

function fromCentre(stage: HTMLElement, { x, y }: Point): Point {
  const box = stage.getBoundingClientRect();
  return { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 };
}
