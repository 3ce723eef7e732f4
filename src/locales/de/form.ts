import type { FormMessages } from '../../react/words/form.js';

const FIELDS: Record<Parameters<FormMessages['field']>[0], string> = {
  prompt: 'Prompt',
  model: 'Modell',
  aspectRatio: 'Seitenverhältnis',
  size: 'Größe',
  resolution: 'Auflösung',
  quality: 'Qualität',
  style: 'Stil',
  stylePreset: 'Stil',
  motionIntensity: 'Bewegung',
  outputFormat: 'Dateiformat',
  outputCompression: 'Komprimierung',
  n: 'Bilder',
  durationSeconds: 'Sekunden',
  seed: 'Seed',
  negativePrompt: 'Weglassen',
  image: 'Referenzbild',
  mask: 'Markierung',
};

const OPTIONS: Record<string, string> = {
  standard: 'Standard',
  hd: 'HD',
  low: 'Niedrig',
  medium: 'Mittel',
  high: 'Hoch',
  auto: 'Automatisch',
  natural: 'Natürlich',
  vivid: 'Lebendig',
  png: 'PNG',
  webp: 'WebP',
  jpeg: 'JPEG',
  cinematic: 'Filmisch',
  anime: 'Anime',
  documentary: 'Dokumentarisch',
  none: 'Ohne',
};

const OUTLINES = { wide: 'Querformat', tall: 'Hochformat', square: 'quadratisch' };

export const form: FormMessages = {
  kinds: 'Was erzeugt wird',
  kind: (kind) => (kind === 'video' ? 'Video' : 'Bild'),
  promptExample: (kind) =>
    kind === 'video'
      ? 'Langsamer Zoom auf eine Schale Ramen, Dampf steigt auf, Fensterlicht von links'
      : 'Links ein Wasserkessel, rechts ein Becher, Morgenlicht',
  characters: ({ count, limit }) => (limit === undefined ? `${count} Zeichen` : `${count} von ${limit} Zeichen`),
  field: (field, kind) => (field === 'image' && kind === 'video' ? 'Erstes Bild' : FIELDS[field]),
  option: (option) => OPTIONS[option] ?? option,
  automatic: 'Automatisch',
  more: 'Weitere Einstellungen',
  less: (field) => `${field}: eins weniger`,
  plus: (field) => `${field}: eins mehr`,
  pixels: (width, height) => `${width} × ${height}`,
  shape: ({ ratio, outline }) => `${ratio}, ${OUTLINES[outline]}`,
  auto: 'Automatisch',
  autoIs: (model) => `Automatisch: ${model}`,
  autoLooking: 'Automatisch: wird ausgewählt',
  notReached: (model) => `${model} (für Sie nicht verfügbar)`,
  usualWait: ({ min, max, isOne, isRecent }) => `${isRecent ? 'Zuletzt' : 'Meist'} ${isOne ? min : `${min}–${max}`} s`,
  language: ({ model, better }) =>
    better === 'english'
      ? `${model} versteht Prompts auf Englisch am besten.`
      : `${model} versteht Prompts auf Chinesisch, Japanisch, Koreanisch oder Englisch am besten.`,
  randomSeed: 'Zufällig',
  pickSeed: 'Einen festlegen',
  forgetSeed: 'Dem Zufall überlassen',
  addImage: (kind) =>
    kind === 'video' ? 'Erstes Bild hierher ziehen, einfügen oder auswählen' : 'Referenzbild hierher ziehen, einfügen oder auswählen',
  dropImage: 'Bild hier ablegen',
  removeImage: 'Bild entfernen',
  imagePreview: (kind) => (kind === 'video' ? 'Das erste Bild' : 'Das Referenzbild'),
  imageName: (name) => name,
  changesTitle: (model) => `Geändert für ${model}`,
  change: ({ field, from, to }) => {
    if (to === undefined) return `${field}: weggelassen und für ein Modell aufgehoben, das es annimmt`;
    return from === undefined ? `${field}: ${to}` : `${field}: ${to} statt ${from}`;
  },
  modelGone: (model) => `${model} ist hier nicht verfügbar. Ein anderes Modell tritt an seine Stelle.`,
  promptEmpty: 'Beschreiben Sie mit ein paar Worten, was erzeugt werden soll.',
  promptTooLong: ({ over }) => `${over} Zeichen zu lang. Kürzen Sie den Prompt.`,
  noModel: 'Kein Modell kann das alles zugleich. Ändern Sie Seitenverhältnis, Länge, Anzahl oder Ausgangsbild.',
  notWhole: ({ min, max }) => (max === undefined ? `Eine ganze Zahl ab ${min}.` : `Eine ganze Zahl von ${min} bis ${max}.`),
  imageType: 'Das ist kein Bild in PNG, JPEG oder WebP. Wählen Sie ein solches.',
  imageTooLarge: ({ megabytes, limit }) => `Dieses Bild hat ${megabytes} MB, erlaubt sind ${limit} MB. Wählen Sie ein kleineres.`,
  imageUnreadable: 'Dieses Bild ist nicht lesbar. Wählen Sie ein anderes.',
  imageUnfetched: 'Dieses Bild konnte nicht von seiner Adresse geladen werden, und es wurde nichts gesendet. Laden Sie es herunter, und wählen Sie dann die Datei aus.',
  imageAddress: 'Das ist keine Bildadresse. Sie beginnt mit https://',
  imageNoUpload: 'Diese App kann keine Dateien ablegen. Geben Sie stattdessen die Adresse eines Bildes an.',
  imageUpload: 'Das Bild konnte nicht hochgeladen werden, und es wurde nichts gesendet. Versuchen Sie es noch einmal.',
  refused: (message) => message,
  generate: 'Erzeugen',
  generateFor: ({ price, exact }) => (exact ? `Erzeugen · ${price}` : `Erzeugen · bis zu ${price}`),
  generating: 'Wird erzeugt',
  uploading: 'Bild wird hochgeladen',
  shortfall: (amount) => `Beim Guthaben fehlen dafür ${amount}. Laden Sie es auf, oder wählen Sie etwas Kürzeres oder Kleineres.`,
  busy: (kind) =>
    kind === 'video'
      ? 'Ein Clip nach dem anderen: Warten Sie darauf, oder brechen Sie ihn ab.'
      : 'Eines nach dem anderen: Warten Sie darauf, oder brechen Sie es ab.',
  controlKey: 'Strg',
};
