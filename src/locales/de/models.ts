import type { ExclusionFacts, ModelMessages, ReasonFacts, WishField } from '../../react/words/models.js';
import { capital } from './parts.js';
import { STRENGTHS } from './strengths.js';

const LANGUAGES = { zh: 'Chinesisch', ja: 'Japanisch', ko: 'Koreanisch' };

const GIVEN_UP: Partial<Record<WishField, string>> = {
  seed: 'den Seed weglassen',
  imageInit: 'das Ausgangsbild weglassen',
  multiTurn: 'auf das Bearbeiten in Runden verzichten',
  compliance: 'auf den prüfbaren Weg verzichten',
};

/** A rule, and the words of the prompt that it follows from. */
const rule =
  (text: string) =>
  ({ words }: ReasonFacts): string =>
    words === undefined ? `${text}.` : `${text}: ${words}.`;

const only =
  (otherwise: string) =>
  ({ options }: ExclusionFacts): string =>
    options === undefined ? otherwise : `Nur ${options}.`;

export const models: ModelMessages = {
  label: 'Modell',
  auto: 'Automatisch',
  autoText: 'Wählt das Modell, das zu Ihrem Wunsch passt, und nennt den Grund.',
  looking: 'Ein Modell wird gewählt',
  choose: 'Modell wählen',
  unavailable: 'Die automatische Wahl geht gerade nicht. Wählen Sie ein Modell.',
  nothingFits: { title: 'Kein Modell passt', text: 'Kein Modell kann das alles.' },
  suggestion: ({ changes, model }) => `${capital(changes.join(' und '))}, dann passt ${model}.`,
  change: ({ field, to }) => {
    if (field === 'models') return 'mehr Modelle zulassen';
    if (to === undefined) return GIVEN_UP[field] ?? 'weniger verlangen';
    const say: Partial<Record<WishField, string>> = {
      latencyBudgetSeconds: `${to} s Wartezeit zulassen`,
      maxCost: `Kosten bis ${to} zulassen`,
      durationSeconds: `die Länge auf ${to} s ändern`,
      n: `die Anzahl auf ${to} ändern`,
    };
    return say[field] ?? `${to} nehmen`;
  },
  loadFailed: 'Die Liste der Modelle konnte nicht geladen werden. Versuchen Sie es noch einmal.',
  search: 'Modelle durchsuchen',
  list: 'Modelle',
  noMatch: (query) => `Kein Modell passt zu „${query}“.`,
  found: ({ count, text }) => (count === 1 ? `${text} Modell` : `${text} Modelle`),
  kind: (kind) => (kind === 'video' ? 'Video' : 'Bild'),
  group: ({ kind, vendor = 'Andere' }) => (kind === undefined ? vendor : `${kind === 'video' ? 'Video' : 'Bild'} · ${vendor}`),
  facts: (parts) => parts.join(' · '),
  bestAt: (strengths) => capital(strengths.join(', ')),
  strength: (word) => STRENGTHS[word] ?? word,
  open: 'Nicht im Katalog. Es nimmt jede Einstellung an.',
  autoChose: (model) => `Automatisch: ${model}`,
  reasons: {
    lettering: rule('Am besten bei lesbarer Schrift'),
    people: rule('Am besten bei Händen und Gesichtern'),
    spatial: rule('Am besten bei Anzahl und Anordnung'),
    photoreal: rule('Am besten bei allem, was wie ein Foto aussieht'),
    aesthetic: ({ words, language }) =>
      language === undefined ? rule('Am besten bei Illustrationen')({ words }) : `Am besten bei Illustrationen, und versteht ${LANGUAGES[language]} gut.`,
    conversation: rule('Für das Bearbeiten in mehreren Runden gemacht'),
    compliance: rule('Geht direkt zum Anbieter und ist prüfbar'),
    draft: rule('Ein Entwurf: Schnell und günstig geht vor'),
    general: () => 'Dafür das vielseitigste Modell.',
    natural: rule('Am besten bei Wasser, Wetter und Wildtieren'),
    character: rule('Am besten bei Menschen, die sich bewegen oder sprechen'),
    cinematic: rule('Am besten bei Kino- und Studioaufnahmen'),
    cjk: ({ words, language }) =>
      language === undefined ? rule('Kennt sich in diesem Umfeld aus')({ words }) : `Versteht Prompts auf ${LANGUAGES[language]} besonders gut.`,
    fast: ({ seconds }) => (seconds === undefined ? '720p genügt: die schnelle Stufe.' : `Sie möchten weniger als ${seconds} s: die schnelle Stufe.`),
    deadline: ({ seconds }) =>
      seconds === undefined ? 'Das beste, das schnell genug ist.' : `Sie möchten weniger als ${seconds} s: das beste, das schnell genug ist.`,
    best_quality: () => 'Das beste, das es dafür gibt.',
    lowered: () => 'Die besten Einstellungen liegen über Ihren Grenzen, daher sind sie niedriger.',
    wait_may_exceed: ({ wait }) =>
      wait === undefined ? 'Es dauert womöglich länger, als Sie zulassen.' : `Es dauert ${wait.min}–${wait.max} s, womöglich länger, als Sie zulassen.`,
    next_best: () => 'Die erste Wahl passt nicht in Ihre Grenzen.',
  },
  exclusions: {
    not_allowed: () => 'Gehört nicht zu den Modellen, die hier erlaubt sind.',
    not_reachable: () => 'Ihr Schlüssel erreicht es nicht.',
    unknown_limits: () => 'Nicht im Katalog. Es nimmt jede Einstellung an.',
    size: only('Nimmt keine Größe an.'),
    resolution: only('Nimmt keine Auflösung an.'),
    n: ({ most }) => (most === undefined ? 'Nicht so viele auf einmal.' : `Höchstens ${most} auf einmal.`),
    duration: ({ least, most }) => (least === undefined || most === undefined ? 'Hat keine Länge.' : `Nur ${least} bis ${most} s.`),
    aspect_ratio: only('Nicht in diesem Seitenverhältnis.'),
    seed: () => 'Nimmt keinen Seed an.',
    image_init: () => 'Kann nicht mit einem Bild beginnen.',
    multi_turn: () => 'Bearbeitet nicht in mehreren Runden.',
    compliance: () => 'Geht nicht direkt und prüfbar zum Anbieter.',
    latency: ({ most }) => (most === undefined ? 'Dauert zu lange.' : `Braucht ${most} s, mehr als Sie zulassen.`),
    cost: ({ most }) => (most === undefined ? 'Der Preis ist nicht bekannt.' : `Kostet ${most}, mehr als Sie zulassen.`),
  },
};
