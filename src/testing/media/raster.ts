import { cornersOf, type Polygon, strokeOf } from './curves.js';
import type { Glow, Picture, Shape, Span, Stop } from './shapes.js';

// Draws where there is neither a canvas nor sharp. Words need a font, and are left out.

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue and alpha of each, row by row. */
  data: Uint8ClampedArray;
}

/** Where between the ends of a gradient a point lies, from 0 to 1; below 0 it is outside of the shape. */
type Place = (x: number, y: number) => number;

export function drawPixels({ width, height, background, shapes }: Picture): Pixels {
  const pixels = { width, height, data: new Uint8ClampedArray(width * height * 4).fill(255) };
  const everything = { left: 0, right: width, row: (_: number, into: Float32Array) => into.fill(1) };
  paint(pixels, 0, height, everything, along(background), background.stops);
  for (const shape of shapes) drawShape(pixels, shape);
  return pixels;
}

function drawShape(pixels: Pixels, shape: Shape): void {
  if (shape.shape === 'letters') return;
  if (shape.shape === 'glow') {
    const { x, y, radius, squash } = shape;
    const reach = radius * Math.max(1, squash);
    const cover = { left: x - reach, right: x + reach, row: (_: number, into: Float32Array) => into.fill(1) };
    return paint(pixels, y - reach, y + reach, cover, within(shape), shape.stops);
  }
  const parts = cornersOf(shape.path);
  const polygons = shape.shape === 'line' ? parts.flatMap((part) => strokeOf(part, shape.width)) : parts;
  const [place, stops] = shape.shape === 'line' ? [() => 0, [{ at: 0, color: shape.color, alpha: shape.alpha }]] : [along(shape.span), shape.stops];
  const corners = polygons.flat();
  if (corners.length === 0) return;
  const edges = (axis: 0 | 1) => corners.reduce(([low, high], point) => [Math.min(low, point[axis]), Math.max(high, point[axis])] as const, [Infinity, -Infinity] as const);
  const [[left, right], [top, bottom]] = [edges(0), edges(1)];
  paint(pixels, top, bottom, { left, right, row: coverOf(polygons) }, place, stops);
}

function along({ x1, y1, x2, y2 }: Span): Place {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  if (length === 0) return () => 1;
  return (x, y) => Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
}

function within({ x, y, radius, squash, angle }: Glow): Place {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return (atX, atY) => {
    const [dx, dy] = [atX - x, atY - y];
    const [ahead, aside] = [dx * cos + dy * sin, (dy * cos - dx * sin) / squash];
    // `Math.hypot` takes ten times as long, and this is asked of each pixel.
    const distance = Math.sqrt(ahead * ahead + aside * aside) / radius;
    return distance > 1 ? -1 : distance;
  };
}

/** Lines that are looked along in each row of pixels. */
const LINES = 4;

/** How much of each pixel of a row is inside, whichever way a shape winds around it. */
function coverOf(polygons: readonly Polygon[]): (y: number, into: Float32Array) => void {
  const sides = polygons.flatMap((polygon) =>
    polygon.map(([x, y], index) => {
      const [toX, toY] = polygon[(index + 1) % polygon.length]!;
      return y < toY ? { x, y, toX, toY, turn: 1 } : { x: toX, y: toY, toX: x, toY: y, turn: -1 };
    }),
  );
  return (row, into) => {
    into.fill(0);
    const near = sides.filter(({ y, toY }) => y < row + 1 && toY > row);
    for (let line = 0; line < LINES; line++) {
      const at = row + (line + 0.5) / LINES;
      const crossings = near
        .filter(({ y, toY }) => y <= at && at < toY)
        .map(({ x, y, toX, toY, turn }) => ({ x: x + ((toX - x) * (at - y)) / (toY - y), turn }))
        .sort((a, b) => a.x - b.x);
      let winding = 0;
      for (const [index, { x, turn }] of crossings.entries()) {
        winding += turn;
        if (winding !== 0) fillBetween(into, x, crossings[index + 1]?.x ?? x);
      }
    }
  };
}

function fillBetween(into: Float32Array, from: number, to: number): void {
  for (let x = Math.max(0, Math.floor(from)); x < Math.min(into.length, to); x++) into[x]! += (Math.min(to, x + 1) - Math.max(from, x)) / LINES;
}

interface Cover {
  left: number;
  right: number;
  /** Writes how much of each pixel of a row is covered, from 0 to 1. */
  row(y: number, into: Float32Array): void;
}

const STEPS = 1024;

function paint({ width, height, data }: Pixels, top: number, bottom: number, cover: Cover, place: Place, stops: readonly Stop[]): void {
  const colors = colorsOf(stops);
  const covered = new Float32Array(width);
  const [first, last] = [Math.max(0, Math.floor(cover.left)), Math.min(width, Math.ceil(cover.right))];
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y++) {
    cover.row(y, covered);
    for (let x = first, at = (y * width + first) * 4; x < last; x++, at += 4) {
      if (covered[x] === 0) continue;
      // The middle of a pixel is what it shows.
      const step = Math.round(place(x + 0.5, y + 0.5) * STEPS);
      // A place that is none is outside as well.
      if (!(step >= 0)) continue;
      const part = colors[step * 4 + 3]! * Math.min(1, covered[x]!);
      if (part === 0) continue;
      data[at] = data[at]! + (colors[step * 4]! - data[at]!) * part;
      data[at + 1] = data[at + 1]! + (colors[step * 4 + 1]! - data[at + 1]!) * part;
      data[at + 2] = data[at + 2]! + (colors[step * 4 + 2]! - data[at + 2]!) * part;
    }
  }
}

type Color = readonly [red: number, green: number, blue: number, alpha: number];

/** Red, green, blue and alpha of each step, one after the other: it is made for each shape, and looked up for each pixel. */
function colorsOf(stops: readonly Stop[]): Float64Array {
  const colors = stops.map(({ color, alpha }): Color => [byteAt(color, 1), byteAt(color, 3), byteAt(color, 5), alpha]);
  const table = new Float64Array((STEPS + 1) * 4);
  for (let step = 0; step <= STEPS; step++) {
    const at = step / STEPS;
    const next = stops.findIndex((stop) => stop.at >= at);
    const after = next < 0 ? stops.length - 1 : next;
    const before = next < 0 ? after : Math.max(0, next - 1);
    const [from, to] = [stops[before]!.at, stops[after]!.at];
    const part = to === from ? 1 : (at - from) / (to - from);
    for (let channel = 0; channel < 4; channel++) {
      const start = colors[before]![channel]!;
      table[step * 4 + channel] = start + (colors[after]![channel]! - start) * part;
    }
  }
  return table;
}

/** One channel of `#rrggbb`. */
function byteAt(color: string, from: number): number {
  return Number.parseInt(color.slice(from, from + 2), 16);
}
