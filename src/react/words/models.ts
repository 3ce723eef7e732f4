import type { ExclusionCode, ReasonCode } from '../../core/recommend/brief.js';
import type { GenerationKind, OutcomeWords } from './parts.js';

/** What a reason follows from. Figures are formatted for the locale already. */
export interface ReasonFacts {
  /** Words of the prompt, as they stand there. */
  words?: string | undefined;
  /** The language of the prompt, where that alone decided. */
  language?: 'zh' | 'ja' | 'ko' | undefined;
  /** Seconds that there are. */
  seconds?: string | undefined;
  /** Seconds that it usually takes. */
  wait?: { min: string; max: string } | undefined;
}

/** What a model could meet. Figures and lists are formatted for the locale already. */
export interface ExclusionFacts {
  /** The values to choose from. */
  options?: string | undefined;
  /** The most, or what would have to be allowed: a number, seconds or money. */
  most?: string | undefined;
  least?: string | undefined;
}

/** Fields of a wish that can be changed to make a model fit. */
export type WishField = 'size' | 'resolution' | 'n' | 'durationSeconds' | 'aspectRatio' | 'latencyBudgetSeconds' | 'maxCost' | 'seed' | 'imageInit' | 'multiTurn' | 'compliance' | 'models';

export interface ModelMessages {
  label: string;
  auto: string;
  /** What "Auto" does, where it has chosen nothing yet. */
  autoText: string;
  looking: string;
  choose: string;
  /** "Auto" cannot be had now. */
  unavailable: string;
  nothingFits: OutcomeWords;
  /** A way to make a model fit; `changes` are said by `change` already. */
  suggestion(facts: { changes: readonly string[]; model: string }): string;
  /** One change; `to` is formatted, and absent where the wish is given up. */
  change(facts: { field: WishField; to: string | undefined }): string;
  loadFailed: string;
  search: string;
  list: string;
  noMatch(query: string): string;
  found(facts: { count: number; text: string }): string;
  kind(kind: GenerationKind): string;
  /** Above the models of one vendor; `kind` where both kinds are listed. */
  group(facts: { kind: GenerationKind | undefined; vendor: string | undefined }): string;
  /** Figures beside a model, such as its price and its wait. */
  facts(parts: readonly string[]): string;
  /** What it is best at. The strengths are the catalog's own words, said by `strength`. */
  bestAt(strengths: readonly string[]): string;
  strength(word: string): string;
  /** A model that the catalog does not know. */
  open: string;
  /** Said when "Auto" chooses another model. */
  autoChose(model: string): string;
  reasons: Record<ReasonCode, (facts: ReasonFacts) => string>;
  exclusions: Record<ExclusionCode, (facts: ExclusionFacts) => string>;
}

const LANGUAGES = { zh: 'Chinese', ja: 'Japanese', ko: 'Korean' };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A rule, and the words of the prompt that it follows from. */
const rule =
  (text: string) =>
  ({ words }: ReasonFacts): string =>
    words === undefined ? `${text}.` : `${text}: ${words}.`;

export const englishModels: ModelMessages = {
  label: 'Model',
  auto: 'Auto',
  autoText: 'Chooses the model that suits what you ask for, and says why.',
  looking: 'Choosing a model',
  choose: 'Choose a model',
  unavailable: 'Auto cannot be had right now. Choose a model.',
  nothingFits: { title: 'No model fits', text: 'No model can do all of that.' },
  suggestion: ({ changes, model }) => `${capital(changes.join(' and '))}, and ${model} fits.`,
  change: ({ field, to }) => {
    if (field === 'models') return 'allow more models';
    if (to === undefined) return { seed: 'leave the seed out', imageInit: 'leave the image out', multiTurn: 'give up editing in turns', compliance: 'give up audited routing' }[field as string] ?? 'ask for less';
    const say = { latencyBudgetSeconds: `allow ${to} s`, maxCost: `allow ${to}`, durationSeconds: `make it ${to} s long`, n: `ask for ${to}` };
    return say[field as keyof typeof say] ?? `settle for ${to}`;
  },
  loadFailed: 'The list of models could not be loaded. Try again.',
  search: 'Search models',
  list: 'Models',
  noMatch: (query) => `No model matches “${query}”.`,
  found: ({ count, text }) => (count === 1 ? `${text} model` : `${text} models`),
  kind: (kind) => (kind === 'video' ? 'Video' : 'Image'),
  group: ({ kind, vendor = 'Others' }) => (kind === undefined ? vendor : `${kind === 'video' ? 'Video' : 'Image'} · ${vendor}`),
  facts: (parts) => parts.join(' · '),
  bestAt: (strengths) => capital(strengths.join(', ')),
  strength: (word) => word.replace(/^cjk\b/, 'CJK'),
  open: 'Not in the catalog. It takes any settings.',
  autoChose: (model) => `Auto: ${model}`,
  reasons: {
    lettering: rule('Best at legible lettering'),
    people: rule('Best at hands and faces'),
    spatial: rule('Best at counts and at where things are'),
    photoreal: rule('Best at what looks like a photograph'),
    aesthetic: ({ words, language }) => (language === undefined ? rule('Best at illustration')({ words }) : `Best at illustration, and at home in ${LANGUAGES[language]}.`),
    conversation: rule('Made for editing in several turns'),
    compliance: rule('Routed directly to its provider, and auditable'),
    draft: rule('A draft: quick and cheap comes first'),
    general: () => 'The best all-rounder for this.',
    natural: rule('Best at water, weather and wildlife'),
    character: rule('Best at people who move or speak'),
    cinematic: rule('Best at cinematic and studio shots'),
    cjk: ({ words, language }) => (language === undefined ? rule('At home in this setting')({ words }) : `At home in ${LANGUAGES[language]} prompts.`),
    fast: ({ seconds }) => (seconds === undefined ? '720p is enough: the fast tier.' : `You asked for under ${seconds} s: the fast tier.`),
    deadline: ({ seconds }) => (seconds === undefined ? 'The best that is quick enough.' : `You asked for under ${seconds} s: the best that is quick enough.`),
    best_quality: () => 'The best there is for this.',
    lowered: () => 'Its best settings are over your limits, so they are lower.',
    wait_may_exceed: ({ wait }) => (wait === undefined ? 'It may take longer than you allow.' : `It takes ${wait.min}–${wait.max} s, which may be longer than you allow.`),
    next_best: () => 'The first choice does not fit your limits.',
  },
  exclusions: {
    not_allowed: () => 'Not among the models that may be used here.',
    not_reachable: () => 'Your key does not reach it.',
    unknown_limits: () => 'Not in the catalog. It takes any settings.',
    size: ({ options }) => (options === undefined ? 'Takes no size.' : `Only ${options}.`),
    resolution: ({ options }) => (options === undefined ? 'Takes no resolution.' : `Only ${options}.`),
    n: ({ most }) => (most === undefined ? 'Not so many at once.' : `At most ${most} at once.`),
    duration: ({ least, most }) => (least === undefined || most === undefined ? 'Has no length.' : `Only ${least} to ${most} s.`),
    aspect_ratio: ({ options }) => (options === undefined ? 'Not in this shape.' : `Only ${options}.`),
    seed: () => 'Takes no seed.',
    image_init: () => 'Cannot start from an image.',
    multi_turn: () => 'Does not edit in several turns.',
    compliance: () => 'Not routed directly and auditable.',
    latency: ({ most }) => (most === undefined ? 'Takes too long.' : `Needs ${most} s, more than you allow.`),
    cost: ({ most }) => (most === undefined ? 'Has no known price.' : `Costs ${most}, more than you allow.`),
  },
};
