import type { AssetMessages, Place } from '../../react/words/asset.js';
import { generated, theThing, thing, thisThing } from './parts.js';

const REUSE: Record<Parameters<AssetMessages['reuse']>[0], string> = {
  reference: 'Als Referenz verwenden',
  sameSeed: 'Gleicher Seed',
  remix: 'Remix',
  variations: 'Varianten',
};

const of = ({ index, count }: Place): string => `${index} von ${count}`;

export const asset: AssetMessages = {
  label: (kind, count) => {
    if (count === 1) return generated(kind);
    return kind === 'video' ? 'Erzeugte Videos' : 'Erzeugte Bilder';
  },
  alt: ({ kind, prompt, place }) => {
    const text = prompt ?? generated(kind);
    return place === undefined ? text : `${text} (${of(place)})`;
  },
  empty: (kind) => `Ihr ${thing(kind)} erscheint hier`,
  rendering: (kind) => `Ihr ${thing(kind)} entsteht gerade`,
  stopped: (kind) => `Es wurde kein ${thing(kind)} erzeugt`,
  unknown: (kind) => `Ob Ihr ${thing(kind)} erzeugt wurde, ist noch nicht bekannt`,
  blocked: {
    title: 'Vom Sicherheitsfilter gesperrt',
    text: 'Ihr Prompt ist unten noch da. Ändern Sie ihn und versuchen Sie es noch einmal.',
  },
  editPrompt: 'Prompt ändern',
  unsafe: (kind) => ({
    title: 'Nicht angezeigt',
    text: `Die Adresse ${kind === 'video' ? 'dieses Clips' : 'dieses Bildes'} ist nicht sicher.`,
  }),
  expired: (kind) => ({
    title: 'Dieser Link ist abgelaufen',
    text: `Seine Zeit war um, bevor er geladen wurde. Erzeugen Sie ${theThing(kind)} noch einmal, um einen neuen zu erhalten.`,
  }),
  broken: (kind) => ({ title: `${thisThing(kind)} konnte nicht geladen werden`, text: 'Prüfen Sie die Verbindung und laden Sie noch einmal.' }),
  unreadable: (kind) => ({
    title: `${thisThing(kind)} konnte nicht gelesen werden`,
    text: `Die Daten kamen beschädigt an. Erzeugen Sie ${theThing(kind)} noch einmal.`,
  }),
  reload: 'Noch einmal laden',
  action: (label, place) => (place === undefined ? label : `${label}, ${of(place)}`),
  actions: (place) => (place === undefined ? 'Aktionen' : `Aktionen für ${of(place)}`),
  enlarge: 'Groß anzeigen',
  notLoaded: 'Das konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  prompt: 'Prompt',
  revisedPrompt: 'Prompt, vom Modell umgeschrieben',
  pixels: (width, height) => `${width} × ${height}`,
  copyImage: 'Bild kopieren',
  imageCopied: 'Bild kopiert',
  imageNotCopied: (why) =>
    why === 'server'
      ? 'Der Server erlaubt hier kein Kopieren. Laden Sie das Bild stattdessen herunter.'
      : 'Dieser Browser kopiert hier keine Bilder. Laden Sie das Bild stattdessen herunter.',
  copyPrompt: 'Prompt kopieren',
  copyOf: (title) => `Prompt kopieren: ${title}`,
  promptCopied: 'Prompt kopiert',
  promptNotCopied: 'Dieser Browser kopiert hier keinen Text. Markieren Sie den Prompt und kopieren Sie ihn.',
  reuse: (how) => REUSE[how],
  download: 'Herunterladen',
  downloading: 'Wird heruntergeladen',
  downloadInTab: 'In neuem Tab öffnen',
  downloadInTabNote: 'Der Server erlaubt hier kein Speichern. Speichern Sie aus dem neuen Tab.',
  downloadGone: 'Der Link gilt nicht mehr. Es gibt nichts mehr zu speichern.',
  expires: ({ minutes, canRenew }) =>
    canRenew
      ? `Dieser Link läuft in ${minutes.written} min ab. Laden Sie es herunter, oder erneuern Sie den Link.`
      : `Dieser Link läuft in ${minutes.written} min ab. Laden Sie es herunter, um es zu behalten.`,
  expiredShown: (kind) => `Die Zeit dieses Links ist um. Laden Sie ${theThing(kind)} jetzt herunter: Nach dem Verlassen der Seite fehlt vielleicht der Zugang.`,
  renew: 'Link erneuern',
  renewing: 'Link wird erneuert',
  notRenewed: 'Der Link konnte nicht erneuert werden. Versuchen Sie es noch einmal, oder laden Sie es jetzt herunter.',
};
