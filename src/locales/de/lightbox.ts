import type { LightboxMessages } from '../../react/words/lightbox.js';

export const lightbox: LightboxMessages = {
  place: ({ index, count }) => `${index} von ${count}`,
  previous: 'Vorheriges',
  next: 'Nächstes',
  close: 'Schließen',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  zoomReset: (percent) => `${percent}, alles zeigen`,
  zoomed: (percent) => `Vergrößert auf ${percent}`,
};
