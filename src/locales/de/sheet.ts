import type { SheetAcross, SheetMessages } from '../../react/words/sheet.js';

const ACROSS: Record<SheetAcross, string> = { model: 'Modelle', params: 'Einstellungen', prompt: 'Prompts' };

export const sheet: SheetMessages = {
  empty: { title: 'Hier ist noch nichts', text: 'Was Sie beginnen, erscheint hier, eine Zeile je Prompt.' },
  across: 'In den Spalten',
  acrossOf: (across) => ACROSS[across],
  done: ({ done, total }) => `${done} von ${total.written} erledigt`,
  billed: (amount) => `${amount} berechnet`,
  unsettled: ({ written }) => `${written} berechnet oder vielleicht berechnet, Betrag nicht genannt`,
  upTo: (amount) => (amount === undefined ? 'Was alles zusammen höchstens kostet, ist nicht bekannt' : `insgesamt bis zu ${amount}`),
  paused: { title: 'Angehalten', text: 'Was in Arbeit ist, geht weiter. Sonst wird nichts gesendet.' },
  waitsFor: (reason, until) => {
    if (reason === 'connection') return 'Keine Verbindung. Es geht von selbst weiter.';
    return reason === 'rate-limit' ? `Der Dienst bittet um eine Pause, bis ${until}.` : `Der Dienst hat ein Problem. Der nächste Versuch ist um ${until}.`;
  },
  ended: (counts) => `Erledigt: ${counts}`,
  pause: 'Anhalten',
  resume: 'Weiter',
  cancelRest: ({ isFree, upTo }) => `Rest abbrechen · ${isFree ? 'kostenlos' : upTo === undefined ? 'wird womöglich berechnet' : `kostet bis zu ${upTo}`}`,
  retryFailed: ({ cells, upTo }) => `${cells.written} noch einmal versuchen${upTo === undefined ? '' : ` · bis zu ${upTo}`}`,
  reset: 'Bogen leeren',
  compare: 'Beide vergleichen',
  zip: 'Als ZIP',
  waiting: 'Wartet',
  notSent: 'Noch nicht gesendet, und nichts ist berechnet.',
};
