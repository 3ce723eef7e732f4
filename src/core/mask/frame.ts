import { type Area, type Size, within } from './rows.js';

/** What a key does to a rectangle: one step along an axis, of its place or of its size. */
export interface Nudge {
  what: 'place' | 'size';
  x: -1 | 0 | 1;
  y: -1 | 0 | 1;
}

/** A quarter of a picture, in its middle. */
export function firstFrame({ width, height }: Size): Area {
  const size = { width: Math.max(1, Math.round(width / 4)), height: Math.max(1, Math.round(height / 4)) };
  return { x: Math.round((width - size.width) / 2), y: Math.round((height - size.height) / 2), ...size };
}

/**
 * The rectangle after a key. It stays in the picture, and at least a pixel large. Pure.
 * @param step in pixels
 */
export function nudged(frame: Area, { what, x, y }: Nudge, step: number, size: Size): Area {
  const between = (least: number, value: number, most: number) => Math.max(least, Math.min(most, value));
  if (what === 'place') return { ...frame, x: between(0, frame.x + x * step, size.width - frame.width), y: between(0, frame.y + y * step, size.height - frame.height) };
  return within({ ...frame, width: Math.max(1, frame.width + x * step), height: Math.max(1, frame.height + y * step) }, size);
}
