import type { Glow, Picture, Ridge, Stop } from './picture.js';

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
  paint(pixels, along(background), background.stops);
  for (const shape of shapes) paint(pixels, shape.shape === 'glow' ? within(shape) : below(shape), shape.stops);
  return pixels;
}

function along({ x1, y1, x2, y2 }: Picture['background']): Place {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
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

function below({ path, top, bottom }: Ridge): Place {
  // The upper edge, from left to right; the last two points close the figure.
  const edge = path.slice(1).split('L').map((point) => point.split(' ').map(Number.parseFloat)).slice(0, -2);
  const last = edge.length - 1;
  const [endX = 1] = edge[last] ?? [];
  return (x, y) => {
    const column = Math.min(last, (x / endX) * last);
    const [, left = 0] = edge[Math.floor(column)] ?? [];
    const [, right = 0] = edge[Math.ceil(column)] ?? [];
    if (y < left + (right - left) * (column % 1)) return -1;
    return Math.min(1, Math.max(0, (y - top) / (bottom - top)));
  };
}

const STEPS = 1024;

function paint({ width, height, data }: Pixels, place: Place, stops: readonly Stop[]): void {
  const colors = Array.from({ length: STEPS + 1 }, (_, step) => colorAt(stops, step / STEPS));
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      // The middle of a pixel is what it shows.
      const [red, green, blue, alpha] = colors[Math.round(place(x + 0.5, y + 0.5) * STEPS)] ?? OUTSIDE;
      if (alpha === 0) continue;
      data[at] = data[at]! + (red - data[at]!) * alpha;
      data[at + 1] = data[at + 1]! + (green - data[at + 1]!) * alpha;
      data[at + 2] = data[at + 2]! + (blue - data[at + 2]!) * alpha;
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
