import type { UsageMessages } from '../../react/words/usage.js';

export const usage: UsageMessages = {
  label: 'Ausgaben',
  loading: 'Ausgaben werden geladen',
  notLoaded: 'Die Ausgaben konnten nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  again: 'Erneut versuchen',
  empty: 'In dieser Zeit wurde nichts ausgegeben.',
  failed: 'Die Ausgaben konnten nicht abgefragt werden.',
  closed: 'Diese App zeigt das nicht an.',
  stale: 'Neu abfragen ging nicht. Das ist der Stand von vorher.',
  atLeast: (amount) => `Mindestens ${amount}`,
  missing: (keys) => `Nicht bekannt von: ${keys}`,
  forecast: ({ amount, date }) => `So weiter, sind es etwa ${amount} bis ${date}`,
  forecastBy: ({ spent, days, of }) => `Geschätzt: ${spent} in ${days} Tagen, und pro Tag ebenso viel, bis es ${of} sind.`,
  forecastUnknown: 'Was dieser Monat kosten wird, ist unbekannt: Von ihm ist zu wenig bekannt.',
  group: { day: 'Tag', hour: 'Stunde', model: 'Modell', key: 'Schlüssel' },
  spent: 'Ausgegeben',
  calls: 'Aufrufe',
  table: 'Tabelle',
  bar: ({ name, amount, calls }) => `${name}: ${amount}, Aufrufe: ${calls}`,
  days: 'Tage, wie das Gateway sie zählt. Sie können zu einer anderen Stunde beginnen als Ihre.',
  others: 'Andere Schlüssel',
};
