import type { Size } from '../../core/mask/rows.js';

/** What is done by a pointer on the picture. */
export type Tool = 'brush' | 'eraser' | 'move';

/** Widths of the brush in pixels of a picture, and one step of it by a key. */
export interface BrushSizes {
  min: number;
  max: number;
  step: number;
  default: number;
}

/** From a detail to a third of the picture. */
export function brushSizes({ width, height }: Size): BrushSizes {
  const long = Math.max(width, height);
  const max = Math.max(1, Math.round(long / 3));
  return { min: 1, max, step: Math.max(1, Math.round(max / 40)), default: Math.max(1, Math.round(long / 16)) };
}

/** A width a few steps on, as wide as there are brushes. */
export const nextSize = (size: number, by: number, { min, max, step }: BrushSizes): number => Math.min(max, Math.max(min, size + by * step));
