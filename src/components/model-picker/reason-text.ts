import { granted } from '../../core/base/granted.js';
import type { ModelEntry } from '../../core/catalog/models.js';
import type { Exclusion, RecommendationReason } from '../../core/recommend/brief.js';
import { formatMoney, formatPlain, formatSentences } from '../../react/format.js';
import type { ReasonFacts, WishField } from '../../react/words/models.js';
import { entryOf, type Offer, type PickedRecommendation } from './given.js';
import type { ModelWords } from './words.js';

const FIELD = /^(?:multiTurn|compliance|purpose|resolution|latencyBudgetSeconds): (.+)$/;
const LANGUAGE = /^(Chinese|Japanese|Korean) prompt$/;
const LANGUAGES = { Chinese: 'zh', Japanese: 'ja', Korean: 'ko' } as const;

/** Why "Auto" chose what it chose, in the person's language: the rule, then what it had to give up. */
export function reasonText({ reasons, expectedSeconds }: PickedRecommendation, { locale, messages }: ModelWords): string {
  const wait = expectedSeconds && { min: formatPlain(expectedSeconds.min, locale), max: formatPlain(expectedSeconds.max, locale) };
  return formatSentences(...reasons.map((reason) => messages.models.reasons[reason.code]({ ...factsOf(reason), wait })));
}

/** A trigger is words of the prompt, or a field of the brief and its value, or the prompt's language. */
function factsOf({ trigger }: RecommendationReason): ReasonFacts {
  const language = LANGUAGE.exec(trigger)?.[1] as keyof typeof LANGUAGES | undefined;
  if (language !== undefined) return { language: LANGUAGES[language] };
  const value = FIELD.exec(trigger)?.[1];
  if (value !== undefined) return trigger.startsWith('latency') ? { seconds: value } : {};
  const words = [...new Set(trigger.split(', '))].join(', ');
  return words === '' ? {} : { words };
}

/** Why a model cannot be chosen now; `undefined` when it can. */
export function obstacleText(entry: ModelEntry, { recommendation }: Offer, words: ModelWords): string | undefined {
  const { exclusions } = words.messages.models;
  if (!entry.reachable) return exclusions.not_reachable({});
  // Nobody recommends a model whose limits are unknown, and nobody keeps a person from it.
  const excluded = recommendation?.excluded?.filter(({ model, code }) => model === entry.id && code !== 'unknown_limits') ?? [];
  if (excluded.length === 0) return undefined;
  return formatSentences(...excluded.map((exclusion) => exclusions[exclusion.code](limitOf(exclusion, entry, words))));
}

function limitOf({ code, limit }: Exclusion, { facts }: ModelEntry, { locale }: ModelWords) {
  const plain = (value: number) => formatPlain(value, locale);
  if (code === 'duration') return facts?.kind === 'video' ? { least: plain(facts.duration.min), most: plain(facts.duration.max) } : {};
  if (typeof limit === 'number') return { most: code === 'cost' ? formatMoney(limit, locale) : plain(limit) };
  if (limit === undefined) return {};
  const options = (typeof limit === 'string' ? [limit] : limit).map((option) => option.replace('x', '×'));
  return { options: granted(() => new Intl.ListFormat(locale, { type: 'disjunction' }).format(options)) ?? options.join(', ') };
}

/** The nearest ways to make a model fit, when none does. */
export function suggestionTexts(offer: Offer, words: ModelWords): string[] {
  const { models } = words.messages;
  return (offer.recommendation?.suggestions ?? []).map(({ change, model }) =>
    models.suggestion({
      changes: Object.entries(change).map(([field, value]) => models.change({ field: field as WishField, to: wishText(field, value, words) })),
      model: entryOf(offer, model)?.name ?? model,
    }),
  );
}

function wishText(field: string, value: unknown, { locale }: ModelWords): string | undefined {
  if (typeof value === 'number') return field === 'maxCost' ? formatMoney(value, locale) : formatPlain(value, locale);
  return typeof value === 'string' ? value.replace('x', '×') : undefined;
}
