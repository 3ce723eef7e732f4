import type { Glow, Shape, Span, Stop } from '../shapes.js';
import { lit, mix } from './colors.js';
import type { Mood } from './moods.js';

/** What fills a path: across it from the left, down it, or all of it alike. */
export interface Fill {
  way: 'across' | 'down' | 'alike';
  /** Place, colour, and how much of it there is. */
  stops: readonly (readonly [at: number, color: string, alpha?: number])[];
}

/** Draws one thing in its own measure: 100 units high or so, x to the right of its middle, y below the ground it stands on. */
export interface Pen {
  readonly mood: Mood;
  /** From 0 to 1, the same for the same thing of the same picture. */
  readonly chance: () => number;
  area(path: string, fill: Fill): void;
  line(path: string, width: number, color: string, alpha?: number): void;
  /** `stops` as those of a fill, from the middle outwards. */
  glow(x: number, y: number, radius: number, stops: Fill['stops'], squash?: number): void;
  /** In at most this width. */
  letters(text: string, x: number, y: number, width: number, size: number, color: string, angle?: number): void;
}

interface Frame {
  x: number;
  y: number;
  /** Pixels of a unit. */
  scale: number;
  /** Seen the other way round. */
  flip?: boolean;
  mood: Mood;
  chance: () => number;
}

/** A pen that adds to `shapes`. What it is told of colours is seen in the light of the mood; what shines is told as `shining`. */
export function penAt({ x, y, scale, flip = false, mood, chance }: Frame, shapes: Shape[]): Pen {
  const side = flip ? -1 : 1;
  const across = (value: number) => round(x + value * scale * side);
  const down = (value: number) => round(y + value * scale);
  const place = (path: string) => placed(path, across, down);
  const seen = (stops: Fill['stops']): Stop[] => stops.map(([at, color, alpha = 1]) => ({ at, color: seenIn(mood, color), alpha }));
  return {
    mood,
    chance,
    area(path, { way, stops }) {
      const { path: at, left, right, top, bottom } = place(path);
      // Light comes from the left, also onto what is seen the other way round.
      const span: Span = way === 'across' ? { x1: left, y1: 0, x2: right, y2: 0 } : { x1: 0, y1: top, x2: 0, y2: bottom };
      shapes.push({ shape: 'area', path: at, span, stops: seen(way === 'alike' ? stops.slice(0, 1) : stops) });
    },
    line(path, width, color, alpha = 1) {
      shapes.push({ shape: 'line', path: place(path).path, width: round(width * scale), color: seenIn(mood, color), alpha });
    },
    glow(atX, atY, radius, stops, squash = 1) {
      const glow: Glow = { shape: 'glow', x: across(atX), y: down(atY), radius: round(radius * scale), squash, angle: 0, stops: seen(stops) };
      shapes.push(glow);
    },
    letters(text, atX, atY, width, size, color, angle = 0) {
      const fitting = Math.min(size, width / Math.max(1, lengthOf(text)));
      shapes.push({ shape: 'letters', text, x: across(atX), y: down(atY + fitting * 0.36), size: round(fitting * scale), angle, color: seenIn(mood, color), alpha: 1 });
    },
  };
}

/** A colour that shines by itself, whatever the light is. */
export function shining(color: string): string {
  return `!${color}`;
}

/** What a colour looks like in the light of a mood. */
export function seenIn(mood: Mood, color: string): string {
  return color.startsWith('!') ? color.slice(1) : lit(color, mood.light);
}

/** How wide words are, in letter heights, so that they fit with every font. */
function lengthOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e80' ? 1.05 : letter === letter.toLowerCase() ? 0.62 : 0.76), 0);
}

const round = (value: number) => Math.round(value * 10) / 10;

interface Placed {
  path: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function placed(path: string, across: (value: number) => number, down: (value: number) => number): Placed {
  const xs: number[] = [];
  const ys: number[] = [];
  const at = path.replace(/(-?[\d.]+(?:e-\d+)?) (-?[\d.]+(?:e-\d+)?)/g, (_, x: string, y: string) => {
    xs.push(across(Number(x)));
    ys.push(down(Number(y)));
    return `${xs.at(-1)} ${ys.at(-1)} `;
  });
  return { path: at.trim(), left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** A colour as it is seen from afar: `depth` is 1 for what is near, and 0 for what is lost in the haze. */
export function hazed({ light, haze }: Mood, color: string, depth: number): string {
  return shining(mix(haze, color.startsWith('!') ? color.slice(1) : lit(color, light), depth));
}

/** One colour for all of it. */
export function plain(color: string, alpha = 1): Fill {
  return { way: 'alike', stops: [[0, color, alpha]] };
}

/** Something round that stands upright, lit from the left. */
export function round3d(color: string): Fill {
  return { way: 'across', stops: [[0, dark(color, 0.08)], [0.2, pale(color, 0.26)], [0.42, color], [0.78, dark(color, 0.26)], [1, dark(color, 0.4)]] };
}

/** From one colour above to another below. */
export function shaded(above: string, below: string): Fill {
  return { way: 'down', stops: [[0, above], [1, below]] };
}

/** Towards the shadow, which is blue rather than black. */
export function dark(color: string, part: number): string {
  return color.startsWith('!') ? shining(dark(color.slice(1), part)) : mix(color, '#1c2044', part);
}

/** Towards the light, which is warm rather than white. */
export function pale(color: string, part: number): string {
  return color.startsWith('!') ? shining(pale(color.slice(1), part)) : mix(color, '#fff6e6', part);
}
