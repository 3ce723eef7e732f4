import type { Lexicon } from './lexicon.js';

const LABEL = '(?:signs?|signage|labels?|banners?|posters?|plaques?|boards?|billboards?|placards?|text|headlines?|titles?|captions?|shirts?|covers?|cards?|packag(?:e|ing)|logos?|mugs?|lettering|screens?|bubbles?|stickers?)';
const COUNT = '(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|sixteen|twenty|[3-9]|1\\d|2\\d)';
const COUNTED =
  '(?!-?\\s?(?:quarters?|dimension|d\\b|point|seconds?|secs?|s\\b|minutes?|min\\b|hours?|days?|weeks?|months?|years?|am\\b|pm\\b|percent|%|mm|cm|px|k\\b|th\\b|times\\b|piece|star|fps|ml\\b|oz\\b|people\\b|of\\b)|[:.x×\\d])';

/** What decides between models of images. */
export const imageWords = {
  lettering: {
    3: [
      '(?:that|which) (?:reads?|says?|spells?)', `${LABEL}(?: clearly| boldly)? (?:reading|saying|reads?|says?|that reads|spelling|spells)`,
      '(?:legible|readable|crisp|clear|sharp|correct(?:ly spelled)?) (?:text|lettering|typography|type|words?|letters|labels?|captions?)',
      'text(?! to (?:image|video))', 'lettering', 'letter(?:ed|s)(?= (?:on|in|across|spelling))', 'typograph(?:y|ic)', 'headlines?', 'slogans?',
      'taglines?', 'inscriptions?', 'inscribed', 'spell(?:ed|ing|s)? out', 'the words?(?= )', 'captioned', 'legible', 'readable', 'infographics?',
      'written (?:on|across|in|above|below)', 'printed (?:text|words|name)', 'engraved with',
      'written in (?:icing|neon|chalk|gold|bold|ink|cursive|script|calligraphy|lights|large|big)',
      'with the (?:name|message|phrase|quote|caption|title)', '(?:sans-?)?serif', 'bold type', 'speech bubble saying',
    ],
    2: [
      'captions?', 'wordmarks?', 'menu (?:boards?|card|design|with)', 'chalkboard menu', 'speech bubbles?', 'business cards?', 'titled?(?= )',
      'subtitles?', 'signage', 'name tag', 'price tags?', 'numerals', 'alphabet', 'calligraphy', 'brand name', 'fonts?',
      '(?:band|company|product|shop|store|restaurant|team|event|brand) names?', '(?:hand-?)?written',
      '(?:block|bold|large|big|giant|gold|wooden) letters', 'monogram', '(?:neon|street|road|shop|store|wooden|stop) signs?', 'certificate', '(?:departures?|score|notice|bulletin) ?boards?',
      '(?:posters?|flyers?|banners?|billboards?|invitations?) (?:for|announcing|advertising|promoting|to)', 'movie poster', 'dialogue', 'phrase',
    ],
    1: ['posters?', 'logos?', 'labels?', 'signs?', 'book cover', 'magazine cover', 'newspaper', 'flyers?', 'invitation', 'banner'],
  },
  people: {
    3: [
      '(?:many|tiny|small|distant|individual|recogni[sz]able|legible|lots of) (?:\\w+ )?faces', 'crowds?', 'crowded',
      'small[- ]scale (?:people|faces|hands|figures)', 'tiny (?:people|figures|hands)',
      "(?<!other |clock |clock's |by |clock’s )hands(?! of (?:a |the )?(?:clock|watch)| (?:at|showing|pointing to) (?:noon|midnight|\\d|\\w+ o['’]clock))(?!-|down\\b| on\\b|-on\\b| drawn| painted| made)",
      '(?<!second[- ]|other )hand(?= (?:hold|reach|grip|grasp|pour|point|tou|rest|writ|draw|play|on|in|with|of a (?:wo)?man))', 'handshakes?',
      'shaking hands', 'fingers?', 'fingertips?', 'faces(?! (?:the|away|north|south|east|west|toward|each|forward|us))', 'audience', 'spectators',
      'pedestrians', 'commuters', 'passers-?by', 'onlookers', 'bystanders', 'shoppers', 'protesters',
      'group (?:photo|portrait|shot|of (?:people|friends|students|colleagues|kids|children|dancers|workers|hikers))',
      'team (?:photo|portrait|shot)', 'class (?:photo|portrait)', 'family (?:photo|portrait|gathering|dinner|reunion)', 'choir', 'orchestra',
      'facial expressions?', `${COUNT} (?:people|friends|children|kids|students|colleagues|dancers|women|men)`, 'dozens of people',
      'full of people', 'concertgoers', 'marathon',
      'people (?:in the (?:background|distance)|walking|sitting|dancing|queuing|waiting|cheering|in line)', 'background figures', 'sign language',
      'hand gestures?', 'bustling', 'packed (?:stadium|train|subway|bus|street|theat(?:er|re)|arena|bar|room)',
      'busy (?:street|market|station|square|crossing|platform)', 'throngs?', 'passengers', 'tourists', 'rush hour', 'figures in the distance',
    ],
    1: [
      'face(?! mask| the| away| cream| north| south)(?<!(?:clock|watch|rock|cliff|mountain|surface|north|south) face)', 'people',
      'gestur(?:e|es|ing)', 'friends', 'family', 'guests', 'workers', 'smiles?', 'gathering', 'students', 'colleagues', 'bystander',
    ],
  },
  spatial: {
    3: [
      `exactly (?:one|two|${COUNT})`, 'top[- ](?:left|right)', 'upper[- ](?:left|right)', 'bottom[- ](?:left|right)', 'lower[- ](?:left|right)',
      'from left to right', 'left[- ]to[- ]right', 'left half', 'right half',
      '(?:\\d+|two|three|four|five) ?(?:x|by|×) ?(?:\\d|two|three|four|five) grid', 'spatial(?:ly)?',
      'precise(?:ly)? (?:composition|arrange\\w+|layout|placed|positioned)', 'fewer than', 'arranged in an?', 'in each corner',
      '(?:upper|lower|top|bottom) (?:third|half|row|shelf)',
      '(?:smallest|shortest|largest|tallest) to (?:the )?(?:smallest|shortest|largest|tallest)', 'quadrants?',
      'exact(?:ly)? (?:in the )?(?:cent(?:er|re)|middle)', 'on the (?:left|right)[,:]', 'spatial relations?',
    ],
    2: [
      `${COUNT}${COUNTED}(?= [a-z])`,
      '(?:to|on|at|in) (?:the|its|her|his|their) (?:far |immediate )?(?:left|right)(?! (?:time|moment|place|now|way|track|light|mood))',
      '(?:left|right)(?:-| )hand side', '(?:left|right) side', 'left of', 'right of', 'far (?:left|right)',
      'in a (?:straight |neat |single )?(?:row|line|circle|grid|triangle|column|pyramid)', 'in front of', 'on top of',
      '(?:second|third|fourth|middle|leftmost|rightmost|topmost) (?:one|from|row|column|shelf|item)', 'leftmost', 'rightmost',
      'directly (?:above|below|behind|under|beneath)', 'stacked', 'equidistant', 'evenly spaced', 'symmetrical(?:ly)?', 'a dozen', 'half a dozen',
      'numbered', 'number of', 'grid', 'in between', 'positioned', 'rule of thirds', 'flat[- ]lay', 'floor plan', 'isometric', 'diagram',
      'composition', 'compositional', 'layout', 'counts?(?= of)', 'side by side', '(?:counter-?)?clockwise', 'aligned', 'overlapping', 'adjacent',
      'concentric', 'atop', 'lined up', 'divided into', 'split[- ]screen', 'relative to',
      'in (?:two|three|four|five) (?:rows|columns|lines|groups)', 'around a (?:round|square|long) table',
    ],
    1: [
      'two', 'pair of', 'above(?! all\\b)', 'below', 'behind(?! the scenes)', 'beneath', 'underneath', 'beside', 'next to', 'between', 'opposite',
      'under', 'inside', 'in the (?:fore|middle )ground', 'foreground', 'centred?|centered', 'in the cent(?:er|re)', 'surrounded by', 'arranged',
      'diagonal(?:ly)?', 'perched on', 'facing',
    ],
  },
  studio: {
    3: [
      'studio[- ](?:lighting|lights?|lit|shot|photo\\w*|portrait|product|headshot|quality|backdrop)', 'soft-?box(?:es)?',
      'product (?:photo\\w*|shots?)', 'packshots?', 'anatomical(?:ly)?(?: correct\\w*| accurate| accuracy)?', 'glass surfaces?',
      'three-point lighting', 'caustics', 'refract(?:ion|ions|ive|ing|ed|s)?', 'brushed (?:metal|steel|alumini?um|gold|brass|titanium)',
      'polished (?:metal|steel|chrome|brass|marble|gold)', 'commercial photography', 'seamless backdrop',
    ],
    2: [
      '(?<!recording |yoga |dance |artist\'s |artist’s |art |pottery |film |music |tattoo )studio(?! ghibli| apartment| flat)',
      'rim light(?:ing)?', 'key light', 'specular', 'catalogu?e (?:image|photo|shot|picture)',
      '(?<!stained[- ]|magnifying |looking |hour)glass(?! of\\b| half)(?!-?es\\b)',
      '(?<!heavy |death |sheet )metal(?! band| music| concert| album)', 'wine glass(?:es)?', 'cut crystal',
      'crystal (?:decanter|glass|bottle|vase)', 'chrome', 'glassware', 'skin (?:texture|pores)', 'anatomy', 'material fidelity',
    ],
    1: [
      'transparent', 'translucent', 'metallic', '(?:stainless )?steel', 'gold(?:en)? (?:ring|watch|necklace)', 'marble', 'leather', 'reflections?',
      'reflective', 'glossy', 'condensation', 'perfume', 'jewell?ery', '(?:wrist-?)?watch(?=[ ,.](?:on|with|dial|face|lying|in)\\b)', 'porcelain',
      'earrings?', 'necklace', 'velvet', 'satin', 'diamonds?', 'crystal', 'chandelier', 'silver(?:ware)?', 'copper', 'titanium', 'sapphire',
      'ceramic glaze',
    ],
  },
  photo: {
    2: [
      '(?:hyper|ultra|photo)-?\\s?real(?:ism|istic|istically)?', 'photo-?realis(?:m|tic)', 'lifelike', 'true to life',
      'photo(?:s|graph|graphs|graphic|graphy|graphed)?(?! (?:frame|album|booth))', 'realistic(?:ally)?', 'shot on', 'dslr',
      '(?:35|50|85|100|105|135) ?mm', 'f\\/\\d', 'bokeh', 'macro', 'depth of field', 'headshot', 'skin tones?',
    ],
    1: [
      'close-?up', 'portrait(?! (?:orientation|format|mode))', 'textures?', 'e-?commerce', 'advertis(?:ing|ement)',
      '(?:natural|window|golden[- ]hour) light', 'backlit',
    ],
  },
  illustrative: {
    3: ['illustrat(?:ion|ions|ed|ive)', 'anime', 'manga', 'cartoon', 'ink wash', 'ukiyo-e', 'aesthetic'],
    2: [
      'watercolou?r', 'painting', 'painted', 'oil painting', 'gouache', 'storybook', 'hand-drawn', 'line art', 'vector', 'pixel art', 'comic',
      'paper-?cut', 'sketch', 'stylized', 'chibi', 'kawaii', 'editorial', 'dreamy', 'whimsical', 'packaging',
    ],
  },
  conversation: {
    3: [
      'multi-?turn', 'back[- ]and[- ]forth', '(?:several|multiple|many|a few|more) rounds',
      'rounds? of (?:edits|changes|revisions|tweaks|feedback)', 'step[- ]by[- ]step (?:edits?|changes|refine\\w*)',
      'keep (?:editing|refining|tweaking|adjusting|changing|iterating)',
      '(?:refine|edit|tweak|adjust|change|iterate)(?: (?:on )?(?:it|this|them|the image|the picture))? (?:over|in|through|across|via) (?:the |a |our )?(?:chat|conversation|several|multiple|many|turns)',
      'in (?:a |this |our )?conversation',
      "(?:then|next|after that|afterwards|later),? (?:i(?:'ll| will| want to)|we(?:'ll| will)|let(?:'s| us)) (?:\\w+ )?(?:ask|tell|change|edit|tweak|refine|adjust|revise)",
      'one (?:request|change|edit|step|tweak|thing) at a time', '(?:in|over|via|by) chat', 'follow-?up (?:edits|changes|tweaks|instructions)',
      'conversational(?:ly)?', 'iteratively (?:edit|refine|change)\\w*', '(?:previous|last|earlier) (?:image|picture|version|result)',
      '(?:edit|change|tweak) (?:it|this) again', 'same (?:image|picture|scene) but', 'turn by turn', 'chat-based',
      '(?:ask|asking) for (?:changes|edits|tweaks)', 'until (?:i am|i\'m|we\'re|we are|it\'s) (?:happy|right|perfect|satisfied)',
      '(?:i\'ll|i will|we\'ll) (?:give|send|have) (?:you )?(?:some )?(?:feedback|notes|changes|edits)', 'next turn',
      'interactive(?:ly)? (?:edit|refin)\\w*', 'now (?:make|change|remove|add|turn) (?:the|it|her|his|that)',
      '(?:over|across) (?:several|multiple|many|a few) (?:turns|messages|steps|edits)', 'as we (?:go|talk|chat)',
      '(?:change|edit|tweak|modify|adjust)\\w* (?:it |things |details )?(?:afterwards|later on)',
    ],
  },
  compliance: {
    3: [
      'complian(?:ce|t)(?:[- ](?:review|team|check|requirements?|reasons|sensitive))?', 'audit(?:s|ed|able|ing)?(?:[- ](?:trail|log))?',
      'data[- ]residency', 'provider[- ]direct', 'regulated (?:industry|sector|market|environment|client)', 'regulators?', 'gdpr', 'hipaa',
      'soc ?2', 'legal (?:review|sign-?off|approval)', 'procurement (?:rules|policy)', 'enterprise policy',
      'official (?:api|endpoint|route|routing|channel|provider)', 'iso ?27001', 'data (?:must|has to|should) (?:stay|remain)',
      'traceab(?:le|ility)', 'regulated',
    ],
  },
} satisfies Lexicon['words'];
