import { plural } from '../../react/words/plural.js';
import type { SearchMessages } from '../../react/words/search.js';

export const search: SearchMessages = {
  byMeaning: 'Nach Bedeutung suchen',
  toEmbed: (texts) => `${texts.count === 0 ? '' : `Liest zuerst ${texts.written} ${plural('de', texts.count, { one: 'Prompt', other: 'Prompts' })}. `}Was das kostet, ist nicht bekannt.`,
  embedded: ({ done, total }) => `${done.written} von ${total.written} Prompts gelesen`,
  foundBy: (basis) => (basis === 'meaning' ? 'Nach Bedeutung gefunden' : 'Nach Wörtern gefunden'),
  absent: 'Suche nach Bedeutung gibt es hier nicht',
};
