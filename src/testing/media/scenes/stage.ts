import type { Picture, Shape } from '../shapes.js';
import type { Mood } from './moods.js';
import type { Pen } from './pen.js';
import type { Plan } from './plan.js';

/** Where a scene is set up. Its measure: hundredths of the picture's shorter side. */
export interface Stage {
  /** Half the width, and all of the height, in that measure. */
  half: number;
  high: number;
  plan: Plan;
  mood: Mood;
  shapes: Shape[];
  /** A pen whose 0 is in the middle of the width and `y` below the upper edge. `name` is what its chance follows from. */
  pen(name: string, y?: number): Pen;
  /** A pen for one thing, which stands here; `size` is that of a subject. */
  at(name: string, x: number, y: number, size: number): Pen;
  /** The background, by its colours from above to below, or from left to right. */
  fill(colors: readonly string[], way?: 'down' | 'across'): void;
  background: Picture['background'];
}

/** What stands behind everything, and in the end what is nearer than everything. */
export interface Scene {
  /** Sets up the scene, and says how far below the upper edge things stand. */
  behind(stage: Stage): number;
  before?(stage: Stage): void;
}

export function between(pen: Pen, low: number, high: number): number {
  return low + (high - low) * pen.chance();
}

export function oneOf<Value>(pen: Pen, list: readonly Value[]): Value {
  return list[Math.floor(pen.chance() * list.length)]!;
}
