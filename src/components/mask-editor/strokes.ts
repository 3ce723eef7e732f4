import type { Mark, Mask } from '../../core/mask/mask.js';
import type { Point } from '../../core/mask/rows.js';
import type { Tool } from './brush.js';

interface StrokesOn {
  /** The picture on the screen, as it is zoomed. */
  plane: HTMLElement;
  mask: Mask;
  /** As they are by now. `size` is the width of the brush in pixels of the picture. */
  settings: () => { tool: Tool; size: number };
}

/** One stroke at a time. It renders nothing: it goes into the mask, which shows it, as far as it has come since the last event. */
export interface Strokes {
  begin(event: PointerEvent): void;
  follow(event: PointerEvent): void;
  end(): void;
  /** It was not meant. */
  drop(): void;
  isGoing(): boolean;
}

/** The button of a pen that is its rubber, among those that are pressed. @source ours: 32 in every browser, as the standard of pointer events has it */
export const RUBBER = 32;

export function createStrokes({ plane, mask, settings }: StrokesOn): Strokes {
  /** How it marks, where the picture was when it began, and how far it has come. */
  let stroke: { how: Mark; box: DOMRect; last: Point } | undefined;

  const inPicture = ({ clientX, clientY }: PointerEvent, box: DOMRect): Point => ({
    x: ((clientX - box.left) / box.width) * mask.width,
    y: ((clientY - box.top) / box.height) * mask.height,
  });
  const paint = (how: Mark, from: Point, to: Point) => mask.line(how, from, to, settings().size / 2);

  return {
    begin(event) {
      const how = settings().tool === 'eraser' || event.buttons & RUBBER ? 'unmark' : 'mark';
      const box = plane.getBoundingClientRect();
      const last = inPicture(event, box);
      stroke = { how, box, last };
      paint(how, last, last);
    },
    follow(event) {
      if (stroke === undefined) return;
      for (const each of eventsOf(event)) {
        const next = inPicture(each, stroke.box);
        paint(stroke.how, stroke.last, next);
        stroke.last = next;
      }
    },
    end() {
      stroke = undefined;
      mask.end();
    },
    drop() {
      stroke = undefined;
      mask.drop();
    },
    isGoing: () => stroke !== undefined,
  };
}

/** Where a pointer was since the last event, of which a frame has one; older browsers and made-up events tell the last place alone. */
function eventsOf(event: PointerEvent): readonly PointerEvent[] {
  const between = event.getCoalescedEvents?.() ?? [];
  return between.length > 0 ? between : [event];
}
