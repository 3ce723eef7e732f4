import { CENTRE, moveBy, type Point, type Room, type View, WHOLE, zoomBy } from './view.js';

/** How much a press of a button or a key zooms. */
const STEP = 1.5;
/** What a double click or tap zooms to. */
const CLOSE_UP = 2.5;

/** The zoom of one picture. It moves the element itself: a finger that drags renders nothing. */
export interface Zoom {
  /** The element of the picture, within its stage. Returns what lets go of it. */
  attach(picture: HTMLElement): () => void;
  getScale(): number;
  subscribe(changed: () => void): () => void;
  in(): void;
  out(): void;
  reset(): void;
  /** Between the whole and a close-up of what is at `point`. */
  toggle(point: Point): void;
  /** By a factor, and along with fingers or a wheel that already move. */
  by(factor: number, point: Point): void;
  move(x: number, y: number, smooth?: boolean): void;
  /** Follows a finger that turns to another picture; `0` lets it slide back. */
  lean(x: number): void;
}

export function createZoom(): Zoom {
  let view: View = WHOLE;
  let element: HTMLElement | undefined;
  const listeners = new Set<() => void>();

  function room(): Room {
    const stage = element?.parentElement;
    return {
      stage: { width: stage?.clientWidth ?? 0, height: stage?.clientHeight ?? 0 },
      picture: { width: element?.offsetWidth ?? 0, height: element?.offsetHeight ?? 0 },
    };
  }

  function show(next: View, smooth: boolean): void {
    const before = view.scale;
    view = next;
    place(next.x, smooth);
    if (before !== next.scale) for (const listener of listeners) listener();
  }

  function place(x: number, smooth: boolean): void {
    if (element === undefined) return;
    element.toggleAttribute('data-smooth', smooth);
    element.style.transform = `translate(${x}px, ${view.y}px) scale(${view.scale})`;
  }

  const step = (factor: number, point: Point, smooth: boolean) => {
    // A clip has no zoom.
    if (element !== undefined) show(zoomBy(view, factor, point, room()), smooth);
  };

  return {
    attach(picture) {
      element = picture;
      show(WHOLE, false);
      return () => {
        if (element === picture) element = undefined;
        view = WHOLE;
      };
    },
    getScale: () => view.scale,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    in: () => step(STEP, CENTRE, true),
    out: () => step(1 / STEP, CENTRE, true),
    reset: () => show(WHOLE, true),
    toggle: (point) => (view.scale > 1 ? show(WHOLE, true) : step(CLOSE_UP, point, true)),
    by: (factor, point) => step(factor, point, false),
    move: (x, y, smooth = false) => show(moveBy(view, x, y, room()), smooth),
    lean: (x) => place(view.x + x, x === 0),
  };
}
