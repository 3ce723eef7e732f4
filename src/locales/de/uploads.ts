import type { UploadMessages } from '../../react/words/uploads.js';

export const uploads: UploadMessages = {
  preparing: 'Das Bild wird vorbereitet',
  sending: (percent) => `Das Bild wird hochgeladen: ${percent}`,
  cancel: 'Hochladen abbrechen',
  unsupported: 'Dieses Bild lässt sich nicht verwenden. Wählen Sie ein Bild als PNG, JPEG oder WebP.',
  heic: 'Das ist ein HEIC-Bild, das dieser Browser nicht lesen kann. Speichern Sie es als JPEG und wählen Sie dieses.',
  limit: (retryAt) => (retryAt === undefined ? 'Sie haben viele Bilder gesendet. Versuchen Sie es später noch einmal.' : `Sie haben viele Bilder gesendet. Versuchen Sie es ab ${retryAt} wieder.`),
  offline: 'Sie sind offline, und es wurde nichts gesendet. Versuchen Sie es, wenn Sie wieder verbunden sind.',
};
