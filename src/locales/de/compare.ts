import type { CompareMessages } from '../../react/words/compare.js';
import { generated } from './parts.js';

export const compare: CompareMessages = {
  label: 'Vergleich',
  mode: 'Ansicht',
  sideBySide: 'Nebeneinander',
  slider: 'Schieberegler',
  mixed: 'Ein Bild und ein Clip lassen sich nur nebeneinander ansehen.',
  side: (side) => (side === 0 ? 'Erstes' : 'Zweites'),
  alt: ({ kind, side, prompt }) => `${side}: ${prompt ?? generated(kind)}`,
  divider: ({ first, second }) => `Wie viel von ${first} und ${second} zu sehen ist`,
  dividerAt: ({ first, second, percent }) => `${percent} ${first}, der Rest ${second}`,
  model: 'Modell',
  price: 'Preis',
  about: (amount) => `etwa ${amount}`,
  time: 'Dauer',
  play: 'Beide abspielen',
  pause: 'Beide anhalten',
  seek: 'Stelle in beiden Clips',
  seekAt: ({ at, length }) => `${at} von ${length}`,
};
