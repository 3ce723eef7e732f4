import type { Drawing } from '../base/drawing.js';
import { random } from '../base/random.js';
import { type Palette, palettes } from './palettes.js';

// A picture is described once, in shapes; SVG on Node and a canvas in the browser draw the same description.

export interface Stop {
  /** 0 to 1. */
  at: number;
  /** `#rrggbb`. */
  color: string;
  alpha: number;
}

/** A soft ellipse of light: `radius` pixels wide, `squash` times as high, turned by `angle` degrees. */
export interface Glow {
  shape: 'glow';
  x: number;
  y: number;
  radius: number;
  squash: number;
  angle: number;
  stops: readonly Stop[];
}

/** Everything below a curve, shaded from `top` downwards to `bottom`. */
export interface Ridge {
  shape: 'ridge';
  /** SVG path data. */
  path: string;
  top: number;
  bottom: number;
  stops: readonly Stop[];
}

export interface Picture {
  width: number;
  height: number;
  /** From corner to corner. */
  background: { x1: number; y1: number; x2: number; y2: number; stops: readonly Stop[] };
  shapes: readonly (Glow | Ridge)[];
  caption: { text: string; x: number; y: number; size: number };
}

/** The picture of a prompt, or of one before it and what was asked to change in it. Pure: the same order gives the same picture. */
export function compose(order: Drawing): Picture {
  const { before, width, height } = order;
  const fresh = composeNew(order);
  if (before === undefined) return fresh;
  const { background, shapes } = compose({ ...before, width, height });
  // What is asked for comes in front of what was there, and all else stays.
  const change = fresh.shapes.flatMap((shape) => (shape.shape === 'glow' ? [{ ...shape, radius: shape.radius / 2 }] : [])).slice(0, 1);
  return { ...fresh, background, shapes: [...shapes, ...change] };
}

function composeNew(order: Drawing): Picture {
  const { width, height } = order;
  const next = random('picture', order.prompt, order.key);
  const between = (low: number, high: number) => low + (high - low) * next();
  const palette = paletteOf(order.prompt, next());
  const brush: Brush = { width, height, palette, next, between };
  const glows = Array.from({ length: 4 + Math.floor(next() * 3) }, (_, index) => glow(brush, index));
  const ridges = next() < 0.62 ? dunes(brush) : petals(brush);
  const size = Math.max(11, Math.round(Math.min(width, height) * 0.02));
  return {
    width,
    height,
    background: background(brush),
    shapes: [...glows, ...ridges],
    caption: { text: caption(order.prompt, width / size), x: Math.round(size * 1.4), y: height - Math.round(size * 1.5), size },
  };
}

interface Brush {
  width: number;
  height: number;
  palette: Palette;
  next: () => number;
  between: (low: number, high: number) => number;
}

function paletteOf(prompt: string, chance: number): Palette {
  const fitting = palettes.filter(({ words }) => words.test(prompt));
  const from = fitting.length > 0 ? fitting : palettes;
  return from[Math.floor(chance * from.length)] ?? (palettes[0] as Palette);
}

function background({ width, height, palette, between }: Brush): Picture['background'] {
  const lean = between(-0.35, 0.35) * width;
  const last = palette.sky.length - 1;
  const stops = palette.sky.map((color, index) => ({ at: index === 0 || index === last ? index / last : between(0.4, 0.65), color, alpha: 1 }));
  return { x1: width / 2 - lean, y1: 0, x2: width / 2 + lean, y2: height, stops };
}

function glow({ width, height, palette, between }: Brush, index: number): Glow {
  const color = palette.glows[index % palette.glows.length] ?? '#ffffff';
  const strength = index === 0 ? between(0.75, 0.95) : between(0.3, 0.65);
  return {
    shape: 'glow',
    x: between(0.05, 0.95) * width,
    y: between(0.02, 0.7) * height,
    radius: between(0.25, 0.62) * Math.max(width, height),
    squash: between(0.55, 1),
    angle: between(-40, 40),
    stops: [
      { at: 0, color, alpha: strength },
      { at: 0.45, color, alpha: strength * 0.42 },
      { at: 1, color, alpha: 0 },
    ],
  };
}

/** Layered hills, the near ones darker, under a small bright disc. */
function dunes(brush: Brush): (Glow | Ridge)[] {
  const { width, height, palette, between } = brush;
  const count = 4;
  const horizon = between(0.5, 0.66);
  const hills = Array.from({ length: count }, (_, layer) => {
    const level = (horizon + (1 - horizon) * (layer / count)) * height;
    const swell = height * between(0.035, 0.1);
    const curve = wave(brush, swell);
    const color = palette.ground[Math.min(palette.ground.length - 1, layer)] ?? '#000000';
    return ridge(brush, (x) => level + curve(x), level - swell * 1.6, color, 0.5 + layer * 0.14);
  });
  const disc = between(0.05, 0.1) * Math.min(width, height);
  return [sun(brush, between(0.2, 0.8) * width, horizon * height - between(0.08, 0.3) * height, disc), ...hills];
}

function sun({ palette }: Brush, x: number, y: number, radius: number): Glow {
  const color = palette.glows[0] ?? '#ffffff';
  const stops = [
    { at: 0, color, alpha: 1 },
    { at: 0.86, color, alpha: 0.96 },
    { at: 0.9, color, alpha: 0.3 },
    { at: 1, color, alpha: 0 },
  ];
  return { shape: 'glow', x, y, radius, squash: 1, angle: 0, stops };
}

const SHEETS = 7;

/** Large translucent sheets that overlap, each lit along its upper edge. */
function petals(brush: Brush): Ridge[] {
  const { height, palette, between } = brush;
  const colors = [...palette.glows, ...palette.ground];
  return Array.from({ length: SHEETS }, (_, layer) => {
    const level = height * (0.16 + layer * 0.125 + between(-0.04, 0.04));
    const slope = between(-0.34, 0.34) * height;
    const swell = height * between(0.05, 0.14);
    const curve = wave(brush, swell);
    const color = colors[Math.floor((layer / SHEETS) * colors.length)] ?? '#ffffff';
    return ridge(brush, (x) => level + slope * (x - 0.5) + curve(x), level - swell - Math.abs(slope) / 2, color, between(0.3, 0.55));
  });
}

/** A smooth curve over 0…1, `swell` pixels high. */
function wave({ between }: Brush, swell: number): (x: number) => number {
  const parts = [1, 2, 3].map((order) => ({ turns: order * between(0.35, 0.75), phase: between(0, 2 * Math.PI), size: 1 / order }));
  return (x) => swell * parts.reduce((sum, part) => sum + part.size * Math.sin(2 * Math.PI * part.turns * x + part.phase), 0);
}

const COLUMNS = 96;

function ridge({ width, height }: Brush, curve: (x: number) => number, top: number, color: string, alpha: number): Ridge {
  const points = Array.from({ length: COLUMNS + 1 }, (_, column) => {
    const x = column / COLUMNS;
    return `${(x * width).toFixed(1)} ${curve(x).toFixed(1)}`;
  });
  const stops = [
    { at: 0, color, alpha: Math.min(1, alpha + 0.2) },
    { at: 0.55, color, alpha: alpha * 0.72 },
    { at: 1, color, alpha: alpha * 0.5 },
  ];
  return { shape: 'ridge', path: `M${points.join('L')}L${width} ${height}L0 ${height}Z`, top, bottom: height, stops };
}

/** The prompt on one line, cut to what fits; `room` is the picture's width in letter heights. */
function caption(prompt: string, room: number): string {
  // Control characters and halves of surrogate pairs are no XML, and nothing to read.
  const line = prompt.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
  let used = 0;
  let kept = '';
  for (const letter of line) {
    used += letter > '\u2e80' ? 1 : 0.54;
    if (used > Math.min(room * 0.72, 46)) return `${kept.trimEnd()}…`;
    kept += letter;
  }
  return kept;
}
