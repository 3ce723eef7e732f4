import type { BalanceMessages } from '../../react/words/balance.js';

export const balance: BalanceMessages = {
  label: 'Guthaben',
  unknown: 'noch nicht bekannt',
  valueText: ({ available, held, lowBelow, isLow }) => {
    const parts = [`${available} verfügbar`];
    if (held !== undefined) parts.push(`${held} reserviert`);
    if (isLow && lowBelow !== undefined) parts.push(`niedrig, unter ${lowBelow}`);
    return parts.join(', ');
  },
  held: (amount) => `${amount} reserviert für das, was gerade läuft`,
  lowBelow: (amount) => `Niedrig unter ${amount}`,
  key: 'Übrig für diesen Schlüssel',
  organisation: 'Guthaben der Organisation',
  low: 'Niedrig',
  empty: 'Aufgebraucht',
  lowText: 'Es reicht nicht mehr lange. Laden Sie es rechtzeitig auf.',
  emptyText: 'Neues kann erst erzeugt werden, wenn es aufgeladen ist.',
  asOf: (ago) => `Stand: ${ago}`,
  failed: 'Das Guthaben konnte nicht abgefragt werden.',
  closed: 'Diese App zeigt kein Guthaben an.',
  refresh: 'Neu abfragen',
  refreshing: 'Wird abgefragt',
  topUp: 'Aufladen',
};
