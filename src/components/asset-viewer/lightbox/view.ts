/** How a picture is seen: its size as a multiple of the whole, and how far its middle is from the middle of the stage, in pixels. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

interface Size {
  width: number;
  height: number;
}

/** What a view moves in: the stage, and the picture as it fits into it. */
export interface Room {
  stage: Size;
  picture: Size;
}

/** Pixels from the middle of the stage. */
export interface Point {
  x: number;
  y: number;
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 };
export const CENTRE: Point = { x: 0, y: 0 };

/** Grain and single pixels can be told apart from here on. */
const LARGEST = 8;

/** Zooms by a factor so that what is under `point` stays under it. Never smaller than the whole. */
export function zoomBy(view: View, factor: number, point: Point, room: Room): View {
  const scale = Math.min(LARGEST, Math.max(1, view.scale * factor));
  const grown = scale / view.scale;
  return within({ scale, x: point.x - (point.x - view.x) * grown, y: point.y - (point.y - view.y) * grown }, room);
}

export function moveBy(view: View, x: number, y: number, room: Room): View {
  return within({ ...view, x: view.x + x, y: view.y + y }, room);
}

/** No edge of a picture that is larger than the stage comes into it; one that is smaller stays in the middle. */
function within(view: View, { stage, picture }: Room): View {
  const most = (seen: number, whole: number) => Math.max(0, (whole * view.scale - seen) / 2);
  const clamp = (value: number, limit: number) => Math.min(limit, Math.max(-limit, value));
  return {
    scale: view.scale,
    x: clamp(view.x, most(stage.width, picture.width)),
    y: clamp(view.y, most(stage.height, picture.height)),
  };
}
