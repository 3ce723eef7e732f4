import type { ModelEntry } from '../../core/catalog/models.js';
import { formatSentences } from '../../react/format.js';
import { AUTO, entryOf, type Offer } from './given.js';
import { figuresText } from './figures.js';
import { obstacleText, reasonText, suggestionTexts } from './reason-text.js';
import type { ModelWords } from './words.js';

/**
 * `chosen` by the person, `auto` by the recommendation, which may also be `looking`, fit nothing
 * (`unfit`) or not be there (`unavailable`); `empty`: nobody has chosen.
 */
export type ModelPickerStatus = 'chosen' | 'auto' | 'looking' | 'unfit' | 'unavailable' | 'empty';

export function pickerStatus(value: string | undefined, { recommendation }: Offer): ModelPickerStatus {
  if (value === undefined) return 'empty';
  if (value !== AUTO) return 'chosen';
  if (recommendation?.model !== undefined) return 'auto';
  if (recommendation?.status === 'loading') return 'looking';
  return recommendation === undefined || recommendation.status === 'error' ? 'unavailable' : 'unfit';
}

/** What is said of a choice. */
interface ChoiceText {
  name: string;
  /** Price and wait. */
  figures: string;
  /** Why, or what it is best at. */
  why: string;
  /** Whether `why` is a problem. */
  isProblem: boolean;
}

export function choiceText(value: string | undefined, offer: Offer, words: ModelWords): ChoiceText {
  const { models } = words.messages;
  const { recommendation } = offer;
  const status = pickerStatus(value, offer);
  switch (status) {
    case 'chosen':
      return modelText(value ?? '', offer, words);
    case 'auto': {
      const { name, figures } = modelText(recommendation?.model ?? '', offer, words);
      return { name, figures, why: recommendation === undefined ? '' : reasonText(recommendation, words), isProblem: false };
    }
    case 'looking':
      return { name: models.looking, figures: '', why: '', isProblem: false };
    case 'unfit': {
      const { title, text } = models.nothingFits;
      const nearest = formatSentences(...suggestionTexts(offer, words));
      return { name: title, figures: '', why: nearest || text, isProblem: true };
    }
    case 'unavailable':
      return { name: models.choose, figures: '', why: models.unavailable, isProblem: true };
    default:
      return { name: models.choose, figures: '', why: '', isProblem: false };
  }
}

function modelText(id: string, offer: Offer, words: ModelWords): ChoiceText {
  const entry = entryOf(offer, id);
  // A model that is not in the list is used all the same, by its name on the wire.
  if (entry === undefined) return { name: id, figures: '', why: words.messages.models.open, isProblem: false };
  const obstacle = obstacleText(entry, offer, words);
  return {
    name: entry.name,
    figures: figuresText(entry, offer, words),
    why: obstacle ?? strengthsText(entry, words),
    isProblem: obstacle !== undefined,
  };
}

/** What a model is best at, in the catalog's words. */
export function strengthsText({ facts }: ModelEntry, { messages }: ModelWords): string {
  const { models } = messages;
  return facts === undefined ? models.open : models.bestAt(facts.strengths.slice(0, MOST_STRENGTHS).map((word) => models.strength(word)));
}

const MOST_STRENGTHS = 4;
