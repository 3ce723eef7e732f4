// What of a picture a shape covers, row by row. A pixel is covered or it is not, by where its middle is: the same on every machine.

export interface Point {
  x: number;
  y: number;
}

/** A part of a picture, in whole pixels. */
export interface Area extends Point {
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** From one pixel of a row up to another. */
export type OnRow = (y: number, from: number, to: number) => void;

/** The smallest brush still covers the pixel that it is on, wherever on it. */
const LEAST_RADIUS = Math.SQRT1_2;

/** A line with round ends, of the brush's width; a dot where both ends are one. All of it that is in the picture. */
export function rowsOfLine(from: Point, to: Point, radius: number, { width, height }: Size, onRow: OnRow): void {
  const r = Math.max(radius, LEAST_RADIUS);
  const first = Math.max(0, Math.ceil(Math.min(from.y, to.y) - r - 0.5));
  const last = Math.min(height - 1, Math.floor(Math.max(from.y, to.y) + r - 0.5));
  const body = bodyOf(from, to, r);
  for (let y = first; y <= last; y++) {
    const reach = { left: Infinity, right: -Infinity };
    widenByDisc(reach, from, r, y + 0.5);
    widenByDisc(reach, to, r, y + 0.5);
    widenByBody(reach, body, y + 0.5);
    const begin = Math.max(0, Math.ceil(reach.left - 0.5));
    const end = Math.min(width, Math.floor(reach.right - 0.5) + 1);
    if (begin < end) onRow(y, begin, end);
  }
}

/** All of an area that is in the picture. */
export function rowsOfArea(area: Area, size: Size, onRow: OnRow): void {
  const { x, y, width, height } = within(area, size);
  if (width > 0) for (let row = y; row < y + height; row++) onRow(row, x, x + width);
}

/** What of an area is in the picture. */
export function within(area: Area, { width, height }: Size): Area {
  const x = Math.min(Math.max(0, area.x), width);
  const y = Math.min(Math.max(0, area.y), height);
  return { x, y, width: Math.max(0, Math.min(width, area.x + area.width) - x), height: Math.max(0, Math.min(height, area.y + area.height) - y) };
}

interface Reach {
  left: number;
  right: number;
}

function widenByDisc(reach: Reach, { x, y }: Point, r: number, at: number): void {
  const across = r * r - (at - y) * (at - y);
  if (across < 0) return;
  const half = Math.sqrt(across);
  reach.left = Math.min(reach.left, x - half);
  reach.right = Math.max(reach.right, x + half);
}

/** The corners of what is between two discs, in a row around it. */
function bodyOf(from: Point, to: Point, r: number): readonly Point[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return [];
  const [x, y] = [((to.y - from.y) / length) * r, ((from.x - to.x) / length) * r];
  return [
    { x: from.x + x, y: from.y + y },
    { x: to.x + x, y: to.y + y },
    { x: to.x - x, y: to.y - y },
    { x: from.x - x, y: from.y - y },
  ];
}

function widenByBody(reach: Reach, corners: readonly Point[], at: number): void {
  let before = corners.at(-1);
  for (const corner of corners) {
    if (before !== undefined && before.y <= at !== corner.y <= at) {
      const x = before.x + ((at - before.y) / (corner.y - before.y)) * (corner.x - before.x);
      reach.left = Math.min(reach.left, x);
      reach.right = Math.max(reach.right, x);
    }
    before = corner;
  }
}
