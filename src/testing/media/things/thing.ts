import type { Pen } from '../scenes/pen.js';

/** How one thing is drawn, and how much room it takes. */
export interface Thing {
  /** In units of the pen: how wide and high it is, so that things stand beside each other and on each other. */
  width: number;
  height: number;
  /** Beside a kettle, which is 1. */
  size: number;
  /** What it has of itself, where nobody names one; without any it takes those of the picture. */
  colors?: readonly string[];
  /** Where words go that are asked for, and how much room they have. */
  label?: { x?: number; y: number; width: number; size: number };
  /** How high above the ground it floats, flies or hangs, in hundredths of the picture's shorter side; then it throws no shadow there. */
  aloft?: number;
  /** What stands under it stands before it, and it is raised by so much of its height. */
  shelter?: number;
  /** How high of its height what is on it stands; at its top where that is not said. */
  seat?: number;
  draw(pen: Pen, color: string): void;
  /** Seen from above; as it lies on its back where that is not said. */
  drawAbove?(pen: Pen, color: string): void;
}
