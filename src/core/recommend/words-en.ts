import type { Lexicon } from './lexicon.js';

// Everyday senses that mean something else are kept out word by word: a glass of water, what is
// left, a clock's face, a draft beer.

const LABEL = '(?:signs?|signage|labels?|banners?|posters?|plaques?|boards?|billboards?|placards?|text|headlines?|titles?|captions?|shirts?|covers?|cards?|packag(?:e|ing)|logos?|mugs?|lettering|screens?|bubbles?|stickers?)';
const COUNT = '(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|sixteen|twenty|[3-9]|1\\d|2\\d)';
const COUNTED =
  '(?!-?\\s?(?:quarters?|dimension|d\\b|point|seconds?|secs?|s\\b|minutes?|min\\b|hours?|days?|weeks?|months?|years?|am\\b|pm\\b|percent|%|mm|cm|px|k\\b|th\\b|times\\b|piece|star|fps|ml\\b|oz\\b|people\\b|of\\b)|[:.x×\\d])';
const PERSON =
  '(?:(?:wo)?m[ae]n|girls?|boys?|ladies|lady|persons?|people|child(?:ren)?|kids?|toddlers?|bab(?:y|ies)|dancers?|athletes?|actors?|actress|runners?|players?|singers?|monks?|chefs?|teachers?|friends|couple|characters?|knights?|warriors?|swordsm[ae]n|samurai|ninjas?|colleagues|co-?workers|executives?|doctors?|nurses?|patients?|brides?|grooms?|kings?|queens?|prince(?:ss)?|pirates?|witch(?:es)?|astronauts?|cowboys?|officers?|farmers?|musicians?|guitarists?|pianists?|violinists?|drummers?|hikers?|swimmers?|surfers?|cyclists?|joggers?|skiers?|riders?|sisters?|brothers?|daughters?|twins|teenagers?|teens?|guys?|clowns?|magicians?|superhero(?:es)?|villains?|vloggers?|streamers?|cheerleaders?|customers?|ballerinas?|boxers?|skaters?|skateboarders?|gymnasts?|wizards?|robots?|heroine|protagonist|detective|barista|grandm\\w+|grandf\\w+|mother|father|students?|presenter|host|influencer|avatar|mascot|idols?|soldiers?|elders?)';

export const english: Lexicon = {
  spaced: true,
  denialBefore:
    /(?:\bnon-?|\b(?:no|not|without|never|avoid(?:ing)?|don'?t|doesn'?t|isn'?t|aren'?t|free of|exclud(?:e|es|ing)|omit(?:ting)?|minus|zero|instead of|rather than|lacking)(?:[\s/-]+(?!but\b|just\b|only\b|with\b|yet\b|except\b|fewer\b|less\b|more\b|and\b)[\w'’]+){0,4}[\s/-]*(?:(?:or|nor)\s+)?)$/i,
  denialAfter: /^[- ]free\b/i,
  words: {
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
    natural: {
      3: [
        'wildlife', 'natural world', 'nature documentary', 'thunder-?storms?', 'underwater', 'coral reefs?',
        '(?:ocean|sea|crashing|breaking|tidal|rolling|giant|huge) waves?', 'waterfalls?', 'hurricanes?', 'tornado(?:es)?', 'blizzards?', 'monsoon',
        'humpback', 'whales?', 'weather', 'ocean', 'downpour', 'orcas?', 'geysers?', 'sandstorm', 'breach(?:es|ing)',
      ],
      2: [
        'waves?(?! (?:at|to|goodbye|hello|her|his|their|a|back|hands?)\\b)', 'seas?(?! of (?:people|faces|lights))(?: spray)?',
        'surf(?! the (?:web|internet))', 'tides?', '(?<!glass of |bottle of |cup of )water(?!-? ?colou?r| bottle| glass| cooler)(?:s|y)?', 'rivers?',
        'streams?(?!ing|er)', 'rapids', 'lakes?', 'rain(?:s|y|ing|fall|drops?|storm)?(?! ?coat)', 'storm(?:s|y)?', 'lightning(?! fast)',
        'snow(?:s|ing|y|fall|flakes|storm)?(?! ?board| globe| ?man)', 'fog(?:gy)?', 'mist(?:y)?', 'wind(?:s|y|swept)?(?! turbine|ow)',
        'cloud(?:s|y)?(?! (?:server|storage|computing))', 'glaciers?', 'icebergs?', 'avalanche', 'volcano(?:es)?', 'lava', 'aurora(?: borealis)?',
        'northern lights', 'dolphins?', 'sharks?', 'turtles?', 'jellyfish', 'octopus', 'schools? of fish', 'eagles?', 'hawks?', 'owls?', 'falcons?',
        'hummingbirds?', 'flamingos?', 'penguins?', 'flocks?', 'herds?', 'lion(?:s|ess)?(?! dance)', 'tigers?', 'leopards?', 'cheetahs?',
        'elephants?', 'giraffes?', 'zebras?', 'wolf', 'wolves', 'fox(?:es)?(?! news)', 'deer', 'stags?', 'bears?(?! in mind)', 'gorillas?',
        'monkeys?', 'otters?', 'seals', 'butterfl(?:y|ies)', 'bees?', 'rain-?forest', 'savanna(?:h)?', 'safari', 'tundra', 'ponds?', 'puddles?',
        'hail(?! a)', 'breeze', 'drizzle', 'lagoon', 'swamp', 'wetlands?', 'creek', 'brook', 'swans?', 'crabs?', 'salmon', 'moose', 'bison',
        'pandas?', 'koalas?', 'kangaroos?', 'crocodiles?', 'snakes?', 'lizards?', 'spiders?', 'rhinos?', 'hippos?', 'peacocks?', 'parrots?',
        'ravens?', 'crows?', 'herons?', 'seagulls?', 'gulls?', 'lynx', 'squirrels?', 'ducklings?', 'ducks?', 'starlings', 'murmuration',
        'sea ?birds?', 'ants?', 'dragonfl(?:y|ies)', 'icy', 'gusts?', 'flood(?:s|ing)?', 'erupt(?:s|ing|ion)',
      ],
      1: [
        'beach', 'shore(?:line)?', 'coast(?:line|al)?', 'cliffs?', 'mountains?', 'forest', 'jungle', 'desert', 'meadow', 'canyon', 'valley',
        'landscape', 'nature', 'natural', 'splash(?:es|ing)?', 'droplets?', 'leaves', 'flowers?', 'trees?', 'sky', 'sunrise', 'sunset', 'birds?',
        'horses?', 'dogs?', 'puppy', 'cats?', 'kittens?', 'fish', 'frogs?', 'rabbits?', 'insects?', 'ice', 'drone (?:shot|flight|footage)',
        'time-?lapse', 'ripples?', 'dunes?', 'island', 'bay', 'frost', 'redwoods?', 'pine trees', 'woods', 'cave', 'garden', 'moss', 'seeds',
        'petals', 'blossoms?',
      ],
    },
    character: {
      3: [
        'danc(?:e|es|ing|er|ers)', 'lip-?\\s?sync\\w*', 'dialogues?', 'monologues?', 'talking(?:[- ]heads?)?', 'talks?(?= (?:to|with|about|into))',
        'speak(?:s|ing)', 'convers(?:ation|es|ing)', 'choreograph\\w+', 'character (?:motion|animation|movement|acting|performance)',
        'martial arts?', 'kung-?fu', 'parkour', 'ballet', 'sword ?fight\\w*', 'fight(?:s|ing)? (?:scene|choreography)', 'interview(?:s|ed|ing)?',
        'sing(?:s|ing)(?! bird)', 'acrobat\\w*', 'gymnast\\w*', 'facial (?:animation|expressions?)', 'spokesperson',
        'news ?(?:anchor|caster|reader)', 'argu(?:e|es|ing)', 'narrat(?:es|ing|or)', 'body language', 'pirouett\\w+', 'waltz\\w*', 'tango',
        'moonwalk\\w*', 'spar(?:s|ring)', 'wrestl\\w+', 'boxing', 'talk show', 'podcast', 'acting', '(?:walk|run) cycle', 'reads? aloud',
        'deliver(?:s|ing) (?:a |her |his |the )?(?:line|speech|monologue|joke)s?', 'taekwondo', 'mime', 'dialog', 'lips',
      ],
      2: [
        'says?', 'saying', 'chat(?:s|ting)', 'whisper(?:s|ing)', 'shout(?:s|ing)', 'laugh(?:s|ing)', 'gestur(?:e|es|ing)', 'karate', 'yoga',
        'breakdanc\\w+', 'cosplay', 'character', 'expressions?', 'performs?(?: a)?', 'tai chi', 'gymnastics', 'kiss(?:es|ing)?', 'hug(?:s|ging)?',
        'wav(?:es|ing) (?:at|to|goodbye|hello|her|his|their)', 'chat(?= (?:over|with|about|at|in|on))', 'tells?(?= )', 'greets?', 'duel(?:s|ing)?',
        'hip-?hop', 'voice-?over', 'emotional(?:ly)?', 'performance', 'unbox(?:es|ing)',
      ],
    },
    person: { 1: [PERSON] },
    motion: {
      1: [
        'walk(?:s|ing)?', 'run(?:s|ning)?', 'jump(?:s|ing)?', 'leap(?:s|ing)?', 'turn(?:s|ing)?', 'spin(?:s|ning)?', 'climb(?:s|ing)?',
        'fight(?:s|ing)?', 'smil(?:e|es|ing)', 'cook(?:s|ing)?', 'play(?:s|ing)?', 'rid(?:e|es|ing)', 'throw(?:s|ing)?', 'kick(?:s|ing)?',
        'punch(?:es|ing)?', 'swing(?:s|ing)?', 'strid(?:e|es|ing)', 'sprint(?:s|ing)?', 'chas(?:e|es|ing)', 'skat(?:e|es|ing)', 'stretch(?:es|ing)?',
        'bow(?:s|ing)', 'cr(?:y|ies|ying)', 'nod(?:s|ding)?', 'blink(?:s|ing)?', 'twirl(?:s|ing)?', 'practi[cs](?:es|ing)',
        'draws? (?:a|his|her|their) (?:sword|bow|katana)', 'movement', 'motion', 'action', 'swim(?:s|ming)?', 'div(?:e|es|ing)', 'march(?:es|ing)?',
        'stroll(?:s|ing)?', 'crawl(?:s|ing)?', 'lift(?:s|ing)?', 'carr(?:y|ies|ying)', 'rais(?:e|es|ing)', 'paint(?:s|ing)?', 'eat(?:s|ing)?',
        'drink(?:s|ing)?', 'look(?:s|ing)? (?:up|at|around|back)', 'train(?:s|ing)', 'slid(?:e|es|ing)', 'pick(?:s|ing)? up',
      ],
    },
    cinematic: {
      3: [
        'cinematic(?:ally)?', 'film noir', 'movie trailer', 'studio[- ](?:lighting|lights?|lit|shot|set|product|style)', 'in (?:a|the) studio',
        'anamorphic', 'blockbuster', 'film trailer', 'product (?:reveal|shot|film|commercial)', 'hollywood',
      ],
      2: [
        'studio', 'filmic', 'noir', 'crane shot', 'dolly(?:[- ](?:in|zoom|shot))?', 'tracking shot', 'turntable', 'commercial', 'tv spot',
        'advert\\w*', 'hero shot', 'dramatic light\\w*', 'lens flare', '35 ?mm', 'movie', 'epic', 'volumetric light', 'soft-?box(?:es)?', 'push-?in',
        'letterbox(?:ed)?', 'teaser', 'title sequence', 'brand film', 'fashion film', 'music video', 'bullet time', 'steadicam', 'whip pan', 'imax',
        'establishing shot', 'colou?r grad\\w+', 'arri', 'sports car', 'showroom', 'spotlights?',
      ],
      1: [
        'film', 'rotating', 'slow[- ]motion', 'depth of field', 'dramatic', 'moody', 'rim light(?:ing)?', 'neon', 'car', 'product', 'close-?up',
        'orbit(?:s|ing)?', 'luxury', 'backlit', 'thriller', 'sci-?fi', 'western', 'heist', 'chrome', 'glass',
      ],
    },
    cjkContext: {
      2: [
        'chinese', 'japanese', 'korean', 'taiwanese', 'mandarin', 'cantonese', 'hanfu', 'kimono', 'hanbok', 'yukata', 'qipao', 'cheongsam', 'wuxia',
        'xianxia', 'k-?pop', 'k-?drama', 'j-?pop', 'tokyo', 'kyoto', 'osaka', 'shibuya', 'seoul', 'busan', 'beijing', 'shanghai', 'chengdu',
        'hong kong', 'taipei', 'lunar new year', 'mid-autumn', 'lion dance', 'geisha', 'samurai', 'anime', 'shaolin', 'peking opera', 'kabuki',
        'tea ceremony', 'sumo', 'torii', 'guzheng', 'erhu', 'mount fuji', 'great wall', 'forbidden city', 'gangnam', 'chinatown', 'j-?rock', 'manga',
        'shinjuku',
      ],
    },
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
        'quickly iterate', 'quick draft', 'cheap(?:ly|est)?(?= (?:test|version|try|preview|way|option|as possible))', 'preview (?:version|only)',
        'for internal review',
      ],
    },
    hero: {
      3: [
        'hero (?:image|shot|banner|visual|asset|film|video|spot|piece|clip|section)', 'key visual', 'flagship(?! store)', 'billboard campaign',
        'campaign (?:visual|image|hero|film)', 'final (?:cut|delivery|deliverable|master|render|version|asset)', 'broadcast[- ]quality',
        'highest quality', 'best (?:possible )?quality', 'top quality', 'premium quality', 'magazine cover', 'large[- ]format print',
        'pro(?:fessional)?[- ](?:fidelity|grade|quality)', 'high[- ]fidelity', 'for (?:the |a )?billboards?', 'showpiece', 'ad campaign',
        'cover of (?:a|the) magazine', 'homepage hero',
      ],
    },
  },
};
