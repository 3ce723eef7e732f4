import type { BatchMessages } from '../../react/words/batch.js';

export const batch: BatchMessages = {
  label: 'Stapel',
  loading: 'Der Stapel wird geladen',
  notLoaded: 'Der Stapel konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  again: 'Noch einmal versuchen',
};
