import type { GenerateMessages } from '../../react/words/generate.js';
import { thing } from './parts.js';

export const generate: GenerateMessages = {
  title: 'Erzeugen',
  results: 'Ergebnisse',
  choose: 'Dieses verwenden',
  chooseOne: (index, count) => `${index} von ${count} verwenden`,
  close: 'Schließen',
  closing: (kind) =>
    `Sie können dies schließen: Ihr ${thing(kind)} entsteht weiter, und die Schaltfläche sagt, wenn ${kind === 'video' ? 'er' : 'es'} fertig ist.`,
  open: 'Erzeugen',
  opening: 'Wird geöffnet',
  openFailed: 'Das ließ sich nicht öffnen. Versuchen Sie es noch einmal.',
  making: (kind) => `Ihr ${thing(kind)} entsteht`,
  made: 'Fertig',
  notMade: 'Nicht erzeugt',
  madeNews: (kind) => `Ihr ${thing(kind)} ist fertig.`,
  notMadeNews: (kind) => `Ihr ${thing(kind)} wurde nicht erzeugt. Öffnen Sie, um den Grund zu sehen.`,
};
