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
    const distance = Math.hypot(dx * cos + dy * sin, (dy * cos - dx * sin) / squash) / radius;
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
  const colors = Array.from({ length: STEPS + 1 }, (_, step) => colorAt(stops, step / STEPS));
  const covered = new Float32Array(width);
  const [first, last] = [Math.max(0, Math.floor(cover.left)), Math.min(width, Math.ceil(cover.right))];
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y++) {
    cover.row(y, covered);
    for (let x = first, at = (y * width + first) * 4; x < last; x++, at += 4) {
      if (covered[x] === 0) continue;
      // The middle of a pixel is what it shows.
      const [red, green, blue, alpha] = colors[Math.round(place(x + 0.5, y + 0.5) * STEPS)] ?? OUTSIDE;
      const part = alpha * Math.min(1, covered[x]!);
      if (part === 0) continue;
      data[at] = data[at]! + (red - data[at]!) * part;
      data[at + 1] = data[at + 1]! + (green - data[at + 1]!) * part;
      data[at + 2] = data[at + 2]! + (blue - data[at + 2]!) * part;
    }
  }
}

type Color = readonly [red: number, green: number, blue: number, alpha: number];
const OUTSIDE: Color = [0, 0, 0, 0];

function colorAt(stops: readonly Stop[], at: number): Color {
  const next = stops.findIndex((stop) => stop.at >= at);
  const after = stops[next] ?? stops.at(-1)!;
  const before = stops[Math.max(0, next - 1)] ?? after;
  const part = after.at === before.at ? 1 : (at - before.at) / (after.at - before.at);
  const mix = (from: number, to: number) => from + (to - from) * part;
  const channel = (from: number) => mix(byteAt(before.color, from), byteAt(after.color, from));
  return [channel(1), channel(3), channel(5), mix(before.alpha, after.alpha)];
}

/** One channel of `#rrggbb`. */
function byteAt(color: string, from: number): number {
  return Number.parseInt(color.slice(from, from + 2), 16);
}
