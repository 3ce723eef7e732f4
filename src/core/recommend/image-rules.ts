import type { Found } from './lexicon.js';
import type { Reading } from './reading.js';
import { purposeTrigger, type Ruling } from './ruling.js';

// The guidance for images. Each rule names its model first, then what comes nearest to it.

const DRAFT = ['seedream-v5lite', 'nano-banana', 'seedream-v4', 'seedream-v4.5'];
const PHOTO_DRAFT = ['nano-banana', 'nano-banana-pro', 'seedream-v5lite', 'nano-banana-v2'];
const PHOTOREAL = ['nano-banana-pro', 'nano-banana-v2', 'nano-banana', 'gpt-image-2', 'seedream-v4.5'];
const LETTERING = ['nano-banana-v2', 'gpt-image-2', 'seedream-v4.5', 'nano-banana-pro', 'gpt-image-2-official'];
/** Of those with legible text, the one that is at home in these scripts. */
const ILLUSTRATED_LETTERING = ['seedream-v4.5', 'nano-banana-v2', 'seedream-v4', 'gpt-image-2'];
const PEOPLE = ['nano-banana-v2', 'nano-banana-pro', 'gpt-image-2', 'nano-banana'];
const SPATIAL = ['gpt-image-2', 'gpt-image-2-official', 'nano-banana-v2', 'nano-banana-pro', 'gpt-4o-image'];
const AESTHETIC = ['seedream-v4', 'seedream-v4.5', 'seedream-v5lite', 'gpt-image-2', 'nano-banana-v2'];
const AESTHETIC_2048 = ['seedream-v4.5', 'seedream-v4', 'seedream-v5lite', 'gpt-image-2', 'nano-banana-v2'];
const CONVERSATION = ['gpt-4o-image', 'gpt-image-2', 'nano-banana-v2'];
const COMPLIANCE = ['gpt-image-2-official', 'gpt-image-2'];
const GENERAL = ['gpt-image-2', 'nano-banana-pro', 'nano-banana-v2', 'seedream-v4', 'seedream-v4.5', 'nano-banana'];

/** How much a Chinese, Japanese or Korean prompt speaks for a model that is at home in it: more than a hint. */
const AT_HOME = 1.5;
/** From here on the prompt means it; below, it is a hint. */
const MEANT = 2;
const SETTLED = 3;

const none: Found = { score: 0, words: [] };
const wordsOf = (...found: readonly Found[]) => found.flatMap(({ words }) => words).join(', ');

export function ruleImage(reading: Reading): Ruling {
  const { brief, topics } = reading;
  const { conversation = none, compliance = none } = topics;
  if (brief.multiTurn) return { code: 'conversation', trigger: 'multiTurn: true', order: CONVERSATION };
  if (brief.compliance) return { code: 'compliance', trigger: 'compliance: true', order: COMPLIANCE };
  if (conversation.score > 0) return { code: 'conversation', trigger: wordsOf(conversation), order: CONVERSATION };
  if (compliance.score > 0) return { code: 'compliance', trigger: wordsOf(compliance), order: COMPLIANCE };
  const subject = ruleSubject(reading);
  if (brief.purpose !== 'draft') return subject;
  const order = subject.code === 'photoreal' ? PHOTO_DRAFT : DRAFT;
  return { code: 'draft', trigger: purposeTrigger(reading), order };
}

/** What the picture is of decides: the rule whose words weigh most, and of equals the more particular one. */
function ruleSubject({ topics, script, brief }: Reading): Ruling {
  const { lettering = none, people = none, spatial = none, studio = none, photo = none, illustrative = none } = topics;
  const atHome = script !== 'latin';
  const isPhoto = photo.score >= MEANT || studio.score >= SETTLED;
  if (lettering.score >= SETTLED) {
    const drawn = atHome && illustrative.score >= MEANT && !isPhoto;
    return { code: 'lettering', trigger: wordsOf(lettering), order: drawn ? ILLUSTRATED_LETTERING : LETTERING };
  }
  const isDrawn = illustrative.score >= SETTLED || (illustrative.score >= MEANT && !isPhoto);
  // However often a prompt says that it is a photograph, it says it once.
  const photoreal = isDrawn && !isPhoto ? 0 : studio.score + Math.min(MEANT, photo.score);
  const atHomeScore = isPhoto && !isDrawn ? 0 : AT_HOME + illustrative.score;
  const rules: (Ruling & { score: number })[] = [
    { code: 'lettering', score: lettering.score >= MEANT ? lettering.score : 0, trigger: wordsOf(lettering), order: LETTERING },
    { code: 'people', score: people.score >= MEANT ? people.score : 0, trigger: wordsOf(people), order: PEOPLE },
    { code: 'spatial', score: spatial.score, trigger: wordsOf(spatial), order: SPATIAL },
    { code: 'photoreal', score: photoreal >= MEANT ? photoreal : 0, trigger: wordsOf(studio, photo), order: PHOTOREAL },
    { code: 'aesthetic', score: atHome ? atHomeScore : 0, trigger: `${LANGUAGES[script]} prompt`, order: aesthetic(brief) },
  ];
  const best = rules.reduce((most, rule) => (rule.score > most.score ? rule : most));
  if (best.score > 0) return { code: best.code, trigger: best.trigger, order: best.order };
  if (isDrawn) return { code: 'aesthetic', trigger: wordsOf(illustrative), order: aesthetic(brief) };
  return { code: 'general', trigger: '', order: GENERAL };
}

const LANGUAGES = { latin: '', zh: 'Chinese', ja: 'Japanese', ko: 'Korean' };

function aesthetic({ size, purpose }: Reading['brief']): readonly string[] {
  const large = size === undefined ? purpose === 'hero' : Math.max(...size.split('x').map(Number)) >= 2048;
  return large ? AESTHETIC_2048 : AESTHETIC;
}
