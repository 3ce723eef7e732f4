import type { ChainMessages } from '../../react/words/chain.js';

export const chain: ChainMessages = {
  makeClip: 'Daraus ein Video machen',
  fromLastFrame: 'Beim letzten Einzelbild weitermachen',
  fromThisFrame: 'Bei diesem Einzelbild weitermachen',
  noPlace: 'Hier gibt es keinen Platz für das Bild, deshalb kann kein Video damit beginnen.',
  forbidden: 'Der Server erlaubt nicht, es von hier zu entnehmen. Laden Sie es herunter und wählen Sie die Datei.',
  expired: 'Der Link funktioniert nicht mehr.',
  notTaken: 'Das Bild konnte nicht entnommen werden. Versuchen Sie es noch einmal.',
  from: ({ prompt, seconds }) => (seconds === undefined ? `Aus: ${prompt}` : `Aus: ${prompt} (${seconds})`),
  fromGone: 'Aus einem Ergebnis, das nicht mehr hier ist',
  into: (prompt) => `Daraus: ${prompt}`,
  more: (count) => `und ${count} weitere`,
  keys: 'Umschalt- und Eingabetaste zu dem, woraus es entstand, Strg- und Eingabetaste zu dem, was daraus wurde',
};
