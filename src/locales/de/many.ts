import type { Counted } from '../../react/words/gallery.js';
import type { ManyMessages } from '../../react/words/many.js';
import { plural } from '../../react/words/plural.js';

const of = ({ count, written }: Counted, one: string, other: string): string => `${written} ${plural('de', count, { one, other })}`;

export const many: ManyMessages = {
  label: 'Viele auf einmal',
  prompts: 'Prompts',
  promptsHint: 'Einer je Zeile. Fügen Sie eine Spalte einer Tabelle ein, oder schreiben Sie {{Namen}} und tragen Sie deren Werte ein.',
  promptsExample: 'Ein Kessel in {{Farbe}} auf einem Holztisch',
  promptsOf: (prompts) => of(prompts, 'Prompt', 'Prompts'),
  values: 'Werte',
  valuesHint: 'Jede Zeile ergibt einen Prompt. Fügen Sie eine Tabelle ein, deren erste Zeile diese Namen hat.',
  row: 'Zeile',
  value: ({ name, row }) => `${name}, Zeile ${row}`,
  removeRow: (row) => `Zeile ${row} entfernen`,
  moreRows: (rows) => `${of(rows, 'weitere Zeile', 'weitere Zeilen')}, hier ausgelassen`,
  models: 'Modelle',
  modelsChosen: ({ written }) => `${written} gewählt`,
  noModel: 'Wählen Sie mindestens ein Modell.',
  unclosed: (line) => `Zeile ${line}: Ein Name steht zwischen {{ und }}.`,
  tooLong: ({ line, over }) => `Zeile ${line} ist um ${over} Zeichen zu lang. Kürzen Sie sie.`,
  tooMany: ({ cells, limit }) => `Das ergibt ${cells}, höchstens ${limit} werden auf einmal gemacht. Nehmen Sie weniger Prompts oder Modelle.`,
  noRows: 'Tragen Sie mindestens eine Zeile mit Werten ein.',
  missing: ({ name, row }) => `In Zeile ${row} fehlt der Wert für ${name}.`,
  moreProblems: ({ written }) => `Und ${written} weitere dieser Art.`,
  repeats: ({ prompts, places }) => `${of(prompts, 'Prompt kommt', 'Prompts kommen')} doppelt vor (${places}). Jeder wird erzeugt und bezahlt.`,
  lineAt: (line) => `Zeile ${line}`,
  rowAt: (row) => `Tabellenzeile ${row}`,
  product: ({ prompts, models }) => `${of(prompts, 'Prompt', 'Prompts')} × ${of(models, 'Modell', 'Modelle')}`,
  results: ({ kind, results }) => (kind === 'video' ? of(results, 'Clip', 'Clips') : of(results, 'Bild', 'Bilder')),
  unpriced: ({ written }) => `+ ${written} ohne bekannten Preis`,
  noPrice: 'Noch kein Preis',
  begin: 'Erzeugen',
  beginFor: ({ results, price }) => `${results} erzeugen · ${price}`,
  making: 'In Arbeit',
  underWay: 'Hier ist ein Stapel in Arbeit. Warten Sie, bis er fertig ist, oder brechen Sie den Rest ab.',
  shortfall: (amount) => `Beim Guthaben fehlen dafür ${amount}. Laden Sie es auf, oder wählen Sie weniger oder Günstigeres.`,
  announce: ({ results, price }) => `${results}: ${price}.`,
};
