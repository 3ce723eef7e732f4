import type { View } from './view.js';

/**
 * Frames a second of a clip that is drawn, and how many: enough for a calm move, few enough to be encoded while one waits.
 * @source ours: a move of some three seconds, of which each frame is a picture
 */
export const RATE = 10;
const FRAMES = 28;
/** How much nearer the camera is than all of the picture, where it is nearest. */
const NEARER = 0.25;

/** From where to where, of all that there is to see. */
interface Move {
  from: View;
  to: View;
}

const whole: View = { zoom: 1, x: 0.5, y: 0.5 };
const near = (x: number, y: number): View => ({ zoom: 1 + NEARER, x, y });

/** A slow move into it. */
const INTO: Move = { from: whole, to: near(0.8, 0.3) };

/** Words for what a camera does, and what it then does; the first that is found counts. */
const MOVES: readonly (readonly [RegExp, Move])[] = [
  [/\b(?:zoom(?:s|ing)?(?: slowly)? in(?:to)?|push(?:es|ing)?[- ]in|dolly in)\b|推近/i, INTO],
  [/\b(?:zoom(?:s|ing)? out|pull(?:s|ing)?[- ](?:back|out)|dolly out)\b|拉远/i, { from: near(0.5, 0.4), to: whole }],
  [/\bpan(?:s|ning)? (?:to the )?left\b|左移/i, { from: near(1, 0.5), to: near(0, 0.5) }],
  [/\b(?:pan(?:s|ning)?|track(?:s|ing)?|slid(?:es?|ing))\b|右移|平移/i, { from: near(0, 0.5), to: near(1, 0.5) }],
  [/\b(?:tilt(?:s|ing)? (?:down|downwards)|descend(?:s|ing)?)\b|下移/i, { from: near(0.5, 0), to: near(0.5, 1) }],
  [/\b(?:tilt(?:s|ing)?|crane)\b|上移/i, { from: near(0.5, 1), to: near(0.5, 0) }],
];

/** What a camera sees, frame by frame, of a picture that its prompt has set in motion. */
export function viewsOf(prompt: string): readonly View[] {
  const { from, to } = MOVES.find(([words]) => words.test(prompt))?.[1] ?? INTO;
  return Array.from({ length: FRAMES }, (_, index) => between(from, to, eased(index / (FRAMES - 1))));
}

/** It begins and ends at rest. */
const eased = (progress: number): number => progress * progress * (3 - 2 * progress);

function between(from: View, to: View, progress: number): View {
  const part = (name: keyof View): number => from[name] + (to[name] - from[name]) * progress;
  return { zoom: part('zoom'), x: part('x'), y: part('y') };
}
