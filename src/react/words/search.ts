import type { Counted } from './gallery.js';

export interface SearchMessages {
  /** Turns search by meaning on and off. */
  byMeaning: string;
  /** How many texts it reads first, and that nobody says what it costs. */
  toEmbed(texts: Counted): string;
  /** How far that is. */
  embedded(facts: { done: Counted; total: Counted }): string;
  /** How what is shown was found. */
  foundBy(basis: 'meaning' | 'text'): string;
  /** Neither the gateway nor the proxy before it has it, or not for these models. */
  absent: string;
}

export const englishSearch: SearchMessages = {
  byMeaning: 'Search by meaning',
  toEmbed: ({ count, written }) => `${count === 0 ? '' : `Reads ${written} ${count === 1 ? 'prompt' : 'prompts'} first. `}What it costs is not known.`,
  embedded: ({ done, total }) => `${done.written} of ${total.written} prompts read`,
  foundBy: (basis) => (basis === 'meaning' ? 'Found by meaning' : 'Found by words'),
  absent: 'Search by meaning is not available here',
};
