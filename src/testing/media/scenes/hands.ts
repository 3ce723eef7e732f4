import type { Area, Picture, Shape, Stop } from '../shapes.js';
import { random } from '../../base/random.js';
import { brightness, mix } from './colors.js';

/** How somebody draws: what becomes of the shapes of a picture, whatever it shows. */
interface Hand {
  /** Into how many even steps light falls; all of them where that is not said. */
  steps?: number;
  /** The inks that dark and bright colours move towards, and how far, 0 to 1. */
  inks?: { from: readonly [dark: string, middle: string, paper: string]; part: number };
  /** A shadow below each shape, as of paper: how far it falls, in hundredths of the shorter side. */
  lift?: number;
  /** A line around each shape: how wide, in hundredths of the shorter side. */
  outline?: { color: string; width: number; alpha: number };
  /** Dots over all of it: how many, and of what. */
  grain?: { color: string; count: number; size: number; alpha: number };
  /** Darker towards the corners, 0 to 1. */
  vignette?: number;
}

const HANDS: Record<string, Hand> = {
  photo: { vignette: 0.22 },
  studio: { vignette: 0.5, inks: { from: ['#120f1c', '#a0786a', '#ffe9cf'], part: 0.2 } },
  poster: { steps: 2 },
  ink: { steps: 2, inks: { from: ['#1d1c22', '#d3c8b6', '#fdf8ec'], part: 0.76 }, outline: { color: '#211f26', width: 0.34, alpha: 0.9 } },
  riso: { steps: 2, inks: { from: ['#27307e', '#f2806a', '#fbf1df'], part: 0.36 }, grain: { color: '#27307e', count: 1500, size: 0.24, alpha: 0.3 } },
  wash: { inks: { from: ['#3f5a9a', '#e6b7a6', '#fffaf0'], part: 0.26 }, outline: { color: '#7a6f94', width: 0.16, alpha: 0.34 }, grain: { color: '#ffffff', count: 900, size: 0.2, alpha: 0.3 } },
  cut: { steps: 2, lift: 0.9, inks: { from: ['#3a2a3a', '#d98a6a', '#fff3df'], part: 0.14 } },
  film: { inks: { from: ['#1f3b45', '#c99a72', '#fff0d2'], part: 0.26 }, grain: { color: '#1d1420', count: 1100, size: 0.16, alpha: 0.22 }, vignette: 0.3 },
};

/** Which hand a model has, by what the catalog says that it is good at; others draw as a camera sees. */
const OF_MODELS: Record<string, string> = {
  'gpt-image-2': 'photo',
  'gpt-image-2-official': 'photo',
  'gpt-4o-image': 'wash',
  'nano-banana': 'film',
  'nano-banana-pro': 'studio',
  'nano-banana-v2': 'riso',
  'seedream-v4': 'cut',
  'seedream-v4.5': 'poster',
  'seedream-v5lite': 'ink',
};

export function handOf(model: string | undefined): string {
  return (model === undefined ? undefined : OF_MODELS[model]) ?? 'photo';
}

/** The picture as this hand draws it. */
export function byHand(picture: Picture, name: string): Picture {
  const hand = HANDS[name] ?? {};
  const unit = Math.min(picture.width, picture.height) / 100;
  const colored = (color: string) => inked(color, hand.inks);
  const stopsOf = (stops: readonly Stop[]) => stepped(stops.map((stop) => ({ ...stop, color: colored(stop.color) })), hand.steps);
  const shapes = picture.shapes.flatMap((shape): Shape[] => {
    if (shape.shape === 'line' || shape.shape === 'letters') return [{ ...shape, color: colored(shape.color) }];
    const drawn = { ...shape, stops: stopsOf(shape.stops) };
    const { outline, lift } = hand;
    // What lets through is light, and has no edge.
    if (shape.shape === 'glow' || shape.stops.some(({ alpha }) => alpha < 0.95)) return [drawn];
    if (lift !== undefined) return [shadowOf(shape, lift * unit), drawn];
    return outline === undefined ? [drawn] : [drawn, { shape: 'line', path: shape.path, width: round(outline.width * unit), color: outline.color, alpha: outline.alpha }];
  });
  const background = { ...picture.background, stops: picture.background.stops.map((stop) => ({ ...stop, color: colored(stop.color) })) };
  return { ...picture, background: hand.steps === undefined ? background : { ...background, stops: banded(background.stops, 5) }, shapes: [...shapes, ...overAll(picture, hand)] };
}

function shadowOf(area: Area, by: number): Area {
  const path = area.path.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x: string, y: string) => `${round(Number(x) + by * 0.6)} ${round(Number(y) + by)}`);
  return { ...area, path, stops: [{ at: 0, color: '#2a1a30', alpha: 0.2 }] };
}

function inked(color: string, inks: Hand['inks']): string {
  if (inks === undefined) return color;
  const [dark, middle, paper] = inks.from;
  const bright = brightness(color);
  return mix(color, bright < 0.5 ? mix(dark, middle, bright * 2) : mix(middle, paper, bright * 2 - 1), inks.part);
}

/** Few even tones in place of a gradient; where it fades out, its end. */
function stepped(stops: readonly Stop[], steps: number | undefined): Stop[] {
  const isFading = stops.some(({ alpha }) => alpha === 0);
  if (steps === undefined || stops.length < 2 || isFading) return [...stops];
  return banded(stops, steps);
}

function banded(stops: readonly Stop[], steps: number): Stop[] {
  return Array.from({ length: steps }, (_, step) => {
    const { color, alpha } = toneAt(stops, (step + 0.5) / steps);
    return [{ at: edge(step / steps), color, alpha }, { at: edge((step + 1) / steps), color, alpha }];
  }).flat();
}

/** The side in the light is the larger one. */
const edge = (at: number) => (at === 0 || at === 1 ? at : at ** 0.6);

function toneAt(stops: readonly Stop[], at: number): Stop {
  const next = stops.find((stop) => stop.at >= at) ?? stops.at(-1)!;
  const last = stops.findLast((stop) => stop.at <= at) ?? next;
  const part = next.at === last.at ? 0 : (at - last.at) / (next.at - last.at);
  return { at, color: mix(last.color, next.color, part), alpha: last.alpha + (next.alpha - last.alpha) * part };
}

function overAll({ width, height }: Picture, { vignette, grain }: Hand): Shape[] {
  const shapes: Shape[] = [];
  const unit = Math.min(width, height) / 100;
  if (vignette !== undefined) {
    const stops = [{ at: 0, color: '#140f24', alpha: 0 }, { at: 0.62, color: '#140f24', alpha: 0 }, { at: 1, color: '#140f24', alpha: vignette }];
    shapes.push({ shape: 'glow', x: width / 2, y: height / 2, radius: round(width * 0.76), squash: height / width, angle: 0, stops });
  }
  if (grain !== undefined) {
    const next = random('grain', width, height);
    let path = '';
    for (let index = 0; index < grain.count; index++) {
      const [x, y, size] = [next() * width, next() * height, grain.size * unit * (0.5 + next())];
      path += `M${round(x - size)} ${round(y)}L${round(x)} ${round(y - size)}L${round(x + size)} ${round(y)}L${round(x)} ${round(y + size)}Z`;
    }
    shapes.push({ shape: 'area', path, span: { x1: 0, y1: 0, x2: 0, y2: 0 }, stops: [{ at: 0, color: grain.color, alpha: grain.alpha }] });
  }
  return shapes;
}

const round = (value: number) => Math.round(value * 10) / 10;
