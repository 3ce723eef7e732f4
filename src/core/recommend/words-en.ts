import type { Lexicon } from './lexicon.js';
import { imageWords } from './words-en-images.js';
import { videoWords } from './words-en-videos.js';

// In each list, everyday senses that mean something else are kept out word by word: a glass of water, what is
// left, a clock's face, a draft beer.

export const english: Lexicon = {
  spaced: true,
  denialBefore:
    /(?:\bnon-?|\b(?:no|not|without|never|avoid(?:ing)?|don'?t|doesn'?t|isn'?t|aren'?t|free of|exclud(?:e|es|ing)|omit(?:ting)?|minus|zero|instead of|rather than|lacking)(?:[\s/-]+(?!but\b|just\b|only\b|with\b|yet\b|except\b|fewer\b|less\b|more\b|and\b)[\w'’]+){0,4}[\s/-]*(?:(?:or|nor)\s+)?)$/i,
  denialAfter: /^[- ]free\b/i,
  words: {
    ...imageWords,
    ...videoWords,
    draft: {
      3: [
        '(?<!nba |nfl )drafts?(?! (?:beer|horse|pick|dodger|ale|animal|of wind))',
        'rough (?:cut|version|idea|concept|mock-?up|pass|take|comp|sketch)', 'first pass',
        'quick (?:test|try|idea|preview|concept|iteration|look|mock\\w*|sketch|take|version|pass)',
        'just (?:testing|trying|exploring|a test|an idea)', 'test render', 'proof of concept',
        'prototyp(?:e|ing) (?:the |this |an? )?(?:images?|ideas?|concepts?|looks?|visuals?|prompts?)', '(?:for|as) a prototype', 'placeholder',
        'pre-?vi[sz](?:uali[sz]ation)?', 'animatic', 'brainstorm\\w*', 'explor(?:e|ing) (?:ideas|concepts|options|directions|variations)',
        'throw-?away', 'iterat(?:e|ing) on (?:the )?(?:prompt|ideas?|concepts?)', 'prompt iteration', 'low[- ]fidelity',
        'lo-?fi(?: (?:version|mock\\w*))', 'not final', 'work[- ]in[- ]progress', 'mood ?boards?', 'wip',
        'before (?:the|a|we make the) (?:v\\S+ )?final', 'ideation', 'storyboards?', 'try (?:out|a few|some|different)', 'iterate quickly',
        'quickly iterate', 'cheap(?:ly|est)?(?= (?:test|version|try|preview|way|option|as possible))', 'preview (?:version|only)',
        'for internal review',
      ],
    },
    hero: {
      3: [
        'hero (?:image|shot|banner|visual|asset|film|video|spot|piece|clip|section)', 'key visual', 'flagship(?! store)', 'billboard campaign',
        'campaign (?:visual|image|hero|film)', 'final (?:cut|delivery|deliverable|master|render|version|asset)', 'broadcast[- ]quality',
        '(?:highest|best(?: possible)?|top|premium) quality', 'magazine cover', 'large[- ]format print',
        'pro(?:fessional)?[- ](?:fidelity|grade|quality)', 'high[- ]fidelity', 'for (?:the |a )?billboards?', 'showpiece', 'ad campaign',
        'cover of (?:a|the) magazine', 'homepage hero',
      ],
    },
  },
};
