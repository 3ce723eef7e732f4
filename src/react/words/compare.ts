import type { GenerationKind } from './parts.js';

export interface CompareMessages {
  /** Name of the whole. */
  label: string;
  mode: string;
  sideBySide: string;
  slider: string;
  /** Why there is no slider. */
  mixed: string;
  /** Name of a side that was given none: `0` is the first, `1` the second. */
  side(side: 0 | 1): string;
  /** Text alternative. */
  alt(facts: { kind: GenerationKind; side: string; prompt: string | undefined }): string;
  divider(facts: { first: string; second: string }): string;
  /** What can be seen of the first; `percent` is formatted for the locale already. */
  dividerAt(facts: { first: string; second: string; percent: string }): string;
  model: string;
  price: string;
  /** A price that is not the last word. */
  about(amount: string): string;
  time: string;
  play: string;
  pause: string;
  seek: string;
  /** Both times are formatted for the locale already. */
  seekAt(facts: { at: string; length: string }): string;
}

export const englishCompare: CompareMessages = {
  label: 'Comparison',
  mode: 'View',
  sideBySide: 'Side by side',
  slider: 'Slider',
  mixed: 'An image and a clip can only be seen side by side.',
  side: (side) => (side === 0 ? 'First' : 'Second'),
  alt: ({ kind, side, prompt }) => `${side}: ${prompt ?? (kind === 'video' ? 'Generated video' : 'Generated image')}`,
  divider: ({ first, second }) => `How much of ${first} and ${second} is seen`,
  dividerAt: ({ first, second, percent }) => `${percent} ${first}, the rest ${second}`,
  model: 'Model',
  price: 'Price',
  about: (amount) => `about ${amount}`,
  time: 'Time',
  play: 'Play both',
  pause: 'Pause both',
  seek: 'Position in both clips',
  seekAt: ({ at, length }) => `${at} of ${length}`,
};
