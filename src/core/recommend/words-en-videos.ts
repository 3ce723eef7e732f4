import type { Lexicon } from './lexicon.js';

const PERSON =
  '(?:(?:wo)?m[ae]n|girls?|boys?|ladies|lady|persons?|people|child(?:ren)?|kids?|toddlers?|bab(?:y|ies)|dancers?|athletes?|actors?|actress|runners?|players?|singers?|monks?|chefs?|teachers?|friends|couple|characters?|knights?|warriors?|swordsm[ae]n|samurai|ninjas?|colleagues|co-?workers|executives?|doctors?|nurses?|patients?|brides?|grooms?|kings?|queens?|prince(?:ss)?|pirates?|witch(?:es)?|astronauts?|cowboys?|officers?|farmers?|musicians?|guitarists?|pianists?|violinists?|drummers?|hikers?|swimmers?|surfers?|cyclists?|joggers?|skiers?|riders?|sisters?|brothers?|daughters?|twins|teenagers?|teens?|guys?|clowns?|magicians?|superhero(?:es)?|villains?|vloggers?|streamers?|cheerleaders?|customers?|ballerinas?|boxers?|skaters?|skateboarders?|gymnasts?|wizards?|robots?|heroine|protagonist|detective|barista|grandm\\w+|grandf\\w+|mother|father|students?|presenter|host|influencer|avatar|mascot|idols?|soldiers?|elders?)';

/** What decides between models of videos. */
export const videoWords = {
  natural: {
    3: [
      'wildlife', 'natural world', 'nature documentary', 'thunder-?storms?', 'underwater', 'coral reefs?',
      '(?:sea|crashing|breaking|tidal|rolling|giant|huge) waves?', 'waterfalls?', 'hurricanes?', 'tornado(?:es)?', 'blizzards?', 'monsoon',
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
      'breakdanc\\w+', 'cosplay', 'character', 'expressions?', 'performs?(?: a)?', 'tai chi', 'kiss(?:es|ing)?', 'hug(?:s|ging)?',
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
} satisfies Lexicon['words'];
