import type { PromptMessages } from '../../react/words/prompts.js';

export const prompts: PromptMessages = {
  open: 'Gespeicherte Prompts',
  name: 'Bezeichnung',
  tags: 'Schlagwörter, mit Komma',
  save: 'Diesen Prompt speichern',
  saved: 'Gespeichert',
  notSaved: 'Nicht gespeichert. Kürzen Sie Bezeichnung und Schlagwörter, oder entfernen Sie andere.',
  notKept: 'Dieser Browser behält sie, bis die Seite geschlossen wird.',
  search: 'Suchen',
  none: 'Nichts gefunden',
  recent: 'Zuletzt',
  remove: (name) => `${name} entfernen`,
  removed: (name) => `Entfernt: ${name}`,
  taken: (name) => `Im Formular: ${name}`,
  undo: 'Rückgängig',
};
