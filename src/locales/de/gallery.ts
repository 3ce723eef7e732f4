import type { Counted, GalleryItemStatus, GalleryMessages, GalleryStatusGroup, NotSaved } from '../../react/words/gallery.js';
import { plural } from '../../react/words/plural.js';

const say = ({ count }: Counted, one: string, other: string): string => plural('de', count, { one, other });

const items = (items: Counted): string => say(items, `${items.written} Eintrag`, `${items.written} Einträge`);

/** After "von". */
const ofItems = (items: Counted): string => say(items, `${items.written} Eintrag`, `${items.written} Einträgen`);

const STATUS: Record<GalleryItemStatus, string> = {
  submitting: 'Wird gesendet',
  queued: 'In der Warteschlange',
  running: 'Wird gerendert',
  completed: 'Fertig',
  failed: 'Fehlgeschlagen',
  cancelled: 'Abgebrochen',
  unknown: 'Nicht bekannt',
};

const GROUP: Record<GalleryStatusGroup | 'all', string> = {
  all: 'Jeder Status',
  active: 'In Arbeit',
  completed: 'Fertig',
  failed: 'Fehlgeschlagen',
  cancelled: 'Abgebrochen',
  unknown: 'Ausgang nicht bekannt',
};

const NOT_SAVED: Record<NotSaved, string> = {
  gone: 'Der Link gilt nicht mehr.',
  forbidden: 'Der Server erlaubt hier kein Speichern.',
  unsafe: 'Die Adresse ist nicht sicher.',
  unreadable: 'Die Daten kamen beschädigt an.',
};

export const gallery: GalleryMessages = {
  label: 'Verlauf',
  keys: ({ open, select, remove }) =>
    ['Pfeiltasten zum Bewegen', open && 'Eingabetaste zum Öffnen', select && 'Leertaste zum Auswählen', remove && 'Entf-Taste zum Entfernen']
      .filter(Boolean)
      .join(', '),
  filters: 'Verlauf filtern',
  search: 'Prompts durchsuchen',
  kind: 'Art',
  kindOf: (kind) => (kind === 'all' ? 'Alle' : kind === 'video' ? 'Videos' : 'Bilder'),
  status: 'Status',
  statusGroup: (group) => GROUP[group],
  model: 'Modell',
  allModels: 'Jedes Modell',
  count: ({ shown, total }) => (shown.count === total.count ? items(total) : `${shown.written} von ${ofItems(total)}`),
  showNew: (news) => say(news, `${news.written} neuen anzeigen`, `${news.written} neue anzeigen`),
  statusOf: (status) => STATUS[status],
  results: ({ kind, results: { count, written } }) => {
    if (count > 1) return kind === 'video' ? `${written} Videos` : `${written} Bilder`;
    return kind === 'video' ? 'Video' : 'Bild';
  },
  notBilled: 'Nicht berechnet',
  amountNotTold: 'Betrag nicht genannt',
  mayBeBilled: 'Wird womöglich berechnet',
  expired: 'Link abgelaufen',
  broken: 'Konnte nicht geladen werden',
  unsafe: 'Nicht angezeigt: Die Adresse ist nicht sicher',
  unreadable: 'Die Daten kamen beschädigt an',
  noResult: 'Kein Ergebnis',
  resultToCome: 'Das Ergebnis ist unterwegs',
  notKept: 'Erstellt, aber auf diesem Gerät nicht gespeichert',
  select: 'Auswählen',
  selected: ({ written }) => `${written} ausgewählt`,
  selectAll: 'Alle auswählen',
  clearSelection: 'Auswahl aufheben',
  download: 'Herunterladen',
  remove: 'Entfernen',
  removed: ({ written }) => `${written} entfernt`,
  removeTitle: (removed) => say(removed, 'Diesen Eintrag aus dem Verlauf entfernen?', `${removed.written} Einträge aus dem Verlauf entfernen?`),
  removeText: ({ items: removed, active }) => {
    const kept = say(
      removed,
      'Der Link wird hier vergessen. Laden Sie das Ergebnis erst herunter, wenn Sie es behalten möchten.',
      'Die Links werden hier vergessen. Laden Sie erst herunter, was Sie behalten möchten.',
    );
    if (active.count === 0) return kept;
    if (removed.count === 1) return `${kept} Es wird noch gerendert: Das geht weiter und wird womöglich berechnet.`;
    const still = say(active, `${active.written} davon wird noch gerendert`, `${active.written} davon werden noch gerendert`);
    return `${kept} ${still}: Das geht weiter und wird womöglich berechnet.`;
  },
  removeConfirm: (removed) => say(removed, 'Entfernen', `${removed.written} entfernen`),
  keep: 'Behalten',
  saving: ({ done, total }) => `${done.written} von ${total.written} wird gespeichert`,
  saved: ({ saved, total, stopped }) => {
    if (stopped) return `Angehalten, ${saved.written} von ${total.written} gespeichert`;
    if (saved.count < total.count) return `${saved.written} von ${total.written} gespeichert`;
    return say(total, 'Gespeichert', `Alle ${total.written} gespeichert`);
  },
  nothingToSave: 'Nichts zu speichern: Keiner dieser Einträge hat ein Ergebnis.',
  notSaved: (reason) => NOT_SAVED[reason],
  openInTab: 'In neuem Tab öffnen',
  openOneInTab: (prompt) => `„${prompt}“ in neuem Tab öffnen`,
  stop: 'Anhalten',
  dismiss: 'Schließen',
  loading: 'Ihr Verlauf wird geladen',
  empty: { title: 'Hier ist noch nichts', text: 'Was Sie erzeugen, wird hier aufbewahrt, das Neueste zuerst.' },
  nothingFound: { title: 'Nichts gefunden', text: 'Kein Eintrag erfüllt alle Filter.' },
  clearFilters: 'Filter zurücksetzen',
  failed: { title: 'Ihr Verlauf konnte nicht geladen werden', text: 'Nichts ist verloren. Versuchen Sie es gleich noch einmal.' },
  retry: 'Noch einmal versuchen',
};
