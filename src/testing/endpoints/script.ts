import type { Assets } from '../media/assets.js';
import type { TextOrder } from '../orders/text.js';
import { answerTo } from './text-answer.js';

/** Words, and what is drawn between them. */
export type Script = readonly (string | { draw: string })[];

/** What is to be drawn where it stands; words that steer may be in it. */
const PLACE = /\[draw:\s*((?:[^[\]]|\[[^\]]*\])+)\]/giu;
const WISH = /\b(?:draw|paint|sketch|illustrate)\s+(?:(?:me|us)\s+)?(.+)/isu;
const STEERING = /\s*\[[a-z-]+\]/giu;

/** What the model says. With the tool at hand it draws what a prompt asks to be drawn: each `[draw: a kettle]` in its place, else what stands behind "draw". */
export async function scriptOf(order: TextOrder, assets: Assets): Promise<Script> {
  return (order.tool === undefined ? undefined : illustrated(order.words)) ?? [await answerTo(order, assets)];
}

/** What is said to the model itself, and not to what draws. */
export function spoken(words: string): string {
  return words.replace(PLACE, ' ');
}

function illustrated(words: string): Script | undefined {
  // Every second one is what stood in brackets.
  const pieces = words.split(PLACE);
  if (pieces.length > 1) return pieces.map((piece, index) => (index % 2 === 1 ? { draw: piece.trim() } : piece)).filter((piece) => typeof piece !== 'string' || piece.trim() !== '');
  const subject = WISH.exec(words)?.[1]?.replace(STEERING, '').replace(/[\s.!。]+$/u, '');
  return subject ? [`This is ${subject}:`, { draw: subject }, ' It was drawn as you asked.'] : undefined;
}
