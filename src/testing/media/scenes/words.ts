import type { ThingName } from '../things/things.js';
import type { MoodName } from './moods.js';
import type { SceneName } from './plan.js';

// Which words lead to what: the only place that knows any. Words of Latin letters are whole ones, with or without a plural.

/** Each thing: its words, and where it is at home when no place is named. */
export const THING_WORDS: Record<ThingName, readonly [words: string, home: SceneName]> = {
  kettle: ['kettle|水壶|Kessel', 'table'],
  teapot: ['tea ?pot|茶壶|Teekanne', 'table'],
  mug: ['mug|tumbler|马克杯|Becher', 'table'],
  cup: ['(?:tea|coffee)? ?cup|espresso|cappuccino|latte|coffee|tea|咖啡|杯子?|Tasse|Kaffee', 'table'],
  perfume: ['perfumes?(?: bottle)?|cologne|fragrance|香水|Parfüm', 'table'],
  bottle: ['(?:wine |water )?bottle|wine|flask|serum|shampoo|lotion|瓶子?|Flasche', 'table'],
  vase: ['vase|amphora|花瓶', 'table'],
  ramen: ['(?:ramen|noodle|soup) bowl|(?:bowl of )?(?:ramen|noodle|soup|pho|udon)|拉面|面条', 'table'],
  bowl: ['bowl|碗|Schüssel', 'table'],
  glass: ['(?:glass of \\w+|cocktail|juice|lemonade|smoothie)|玻璃杯', 'table'],
  mooncake: ['mooncake|moon cake|月饼(?!礼?盒)', 'table'],
  apple: ['apple|苹果|Apfel', 'table'],
  orange: ['oranges(?! \\w)|an orange(?=[,.]| on| and| in|$)|tangerine|橙子', 'table'],
  lemon: ['lemon|citrus|柠檬|Zitrone', 'table'],
  pear: ['pear|梨', 'table'],
  bread: ['bread|loaf|loaves|sourdough|bakery|面包|Brot', 'table'],
  cake: ['cake|dessert|pastry|tart|蛋糕|Kuchen', 'table'],
  shoe: ['shoe|sneaker|trainers|boot|鞋|Schuh', 'table'],
  lamp: ['(?:desk |table )?lamp|台灯|Lampe', 'table'],
  book: ['book|novel|notebook|magazine|书|Buch', 'table'],
  giftBox: ['(?:gift |moon ?cake )?box|package|packaging|parcel|礼盒|包装|盒子?', 'table'],
  candle: ['candle|蜡烛|Kerze', 'table'],
  watch: ['wrist ?watch|(?:the|a|luxury|leather|steel|gold) watch|手表', 'table'],
  chair: ['arm ?chair|chair|sofa|couch|stool|椅子?|Stuhl|Sessel', 'interior'],
  umbrella: ['umbrella|parasol|雨伞|Regenschirm', 'street'],
  cat: ['cat|kitten|kitty|猫|Katze', 'interior'],
  dog: ['dog|puppy|hound|狗|Hund', 'meadow'],
  fox: ['fox|foxes|狐狸|Fuchs', 'forest'],
  bird: ['bird|sparrow|robin|kingfisher|owl|鸟|Vogel', 'forest'],
  gull: ['sea ?gull|gull|海鸥', 'sea'],
  fish: ['fish|fishes|goldfish|koi|鱼|Fisch', 'underwater'],
  horse: ['horse|pony|马(?!克)|Pferd', 'meadow'],
  paperBoat: ['(?:paper|origami) boat|纸船', 'sea'],
  boat: ['(?:sail)?boat|ship|yacht|ferry|帆船|船|Schiff', 'sea'],
  lighthouse: ['light ?house|灯塔|Leuchtturm', 'sea'],
  pine: ['pine|fir|christmas tree|松树', 'mountains'],
  tree: ['(?:oak )?tree|oak|树|Baum', 'meadow'],
  plant: ['(?:potted |house)?plant|monstera|fern|cactus|盆栽|Pflanze', 'interior'],
  flower: ['flower|tulip|rose|daisy|bouquet|花(?!瓶)|Blume', 'meadow'],
  house: ['house|cottage|cabin|barn|房子|Haus', 'meadow'],
  lantern: ['lantern|灯笼|Laterne', 'street'],
  balloon: ['(?:hot[- ]air )?balloon|气球|Ballon', 'mountains'],
  person: ['person|people|woman|women|man|men|girl|boy|child|dancer|model|wanderer|traveller|(?:a|the) figure|人物?|女孩|男孩|Frau|Mann', 'portrait'],
  neon: ['neon(?: sign)?|霓虹|霓虹灯', 'street'],
  sign: ['(?:shop |street |wooden |hand-painted )?sign(?:board)?|招牌|Schild', 'street'],
  poster: ['poster|flyer|billboard|banner|海报|Plakat', 'interior'],
  rocket: ['rocket|spaceship|spacecraft|火箭|Rakete', 'space'],
  car: ['car|sedan|convertible|taxi|汽车|Auto', 'street'],
};

/** Places, the more telling ones first. */
export const SCENE_WORDS: readonly (readonly [SceneName, string])[] = [
  ['map', 'map|atlas|floor plan|地图|Landkarte'],
  ['portrait', 'portrait|headshot|selfie|close-up of (?:a|the) (?:woman|man|face)|肖像|Porträt'],
  ['underwater', 'underwater|reef|aquarium|deep sea|under the sea|水下|海底'],
  ['space', 'outer space|space|planet|galaxy|nebula|cosmos|astronaut|太空|宇宙|Weltraum'],
  ['street', 'street|alley|shop ?front|shop|café|cafe|bar|market|sidewalk|街|Straße|夜の街'],
  ['skyline', 'skyline|city|cityscape|downtown|skyscraper|rooftop|metropolis|tokyo|new york|城市|Stadt'],
  ['forest', 'forest|woods|jungle|woodland|rainforest|moss|森林|Wald'],
  ['sea', 'sea|ocean|tide|wave|coast|beach|harbou?r|shore|bay|lake|island|black rocks|海|湖|Meer'],
  ['mountains', 'mountain|peak|alps|valley|canyon|cliff|glacier|山|Berg'],
  ['meadow', 'meadow|field|garden|farm|park|countryside|vineyard|spring|草地|花园|Wiese|Garten'],
  ['interior', 'interior|living room|bedroom|room|kitchen|loft|office|studio apartment|armchair|window(?! light)|室内|房间|Zimmer|Fenster'],
  ['table', 'table|desk|studio|still life|product|linen|tabletop|packshot|桌|Tisch'],
];

/** The light, the more telling first. */
export const MOOD_WORDS: readonly (readonly [MoodName, string])[] = [
  ['fog', 'fog|foggy|mist|misty|haze|雾|Nebel'],
  ['snow', 'snow|snowy|snowing|winter|blizzard|雪|Schnee|Winter'],
  ['rain', 'rain|rainy|raining|storm|stormy|雨(?!伞)|Regen'],
  ['dusk', 'dusk|twilight|evening|blue hour|黄昏|Dämmerung|Abend'],
  ['dawn', 'dawn|sunrise|morning|daybreak|黎明|早晨|Morgen'],
  ['golden', 'golden hour|sunset|golden light|warm light|autumn|夕阳|日落|Sonnenuntergang|Herbst'],
  ['night', 'night|midnight|moonlight|moonlit|neon|open late|stars|dark|夜|Nacht'],
  ['pastel', 'pastel|dreamy|soft colou?rs|candy|cute|粉彩'],
  ['day', 'day|daylight|noon|midday|sunny|bright|summer|白天|Tag'],
];

/** Another way to draw, whoever draws. */
export const HAND_WORDS: readonly (readonly [hand: string, words: string])[] = [
  ['ink', 'ink|linocut|woodcut|engraving|etching|line drawing|sketch|pen drawing|black and white|水墨|版画|素描'],
  ['wash', 'water ?colou?r|gouache|painting|水彩'],
  ['riso', 'risograph|riso|screen ?print|halftone'],
  ['poster', 'flat|vector|minimal(?:ist)?|poster style|paper cut|flat design|国潮|插画|illustration'],
];

export const COLOR_WORDS: readonly (readonly [color: string, words: string])[] = [
  ['#c5352c', 'red|crimson|scarlet|红色?|rote?[nrs]?'],
  ['#26365f', 'navy|midnight blue|indigo|藏青'],
  ['#2f66b3', 'blue|cobalt|azure|蓝色?|blaue?[nrs]?'],
  ['#2f8f8b', 'teal|turquoise|aqua|petrol'],
  ['#3f8a58', 'green|emerald|olive|绿色?|grüne?[nrs]?'],
  ['#eebc3a', 'yellow|mustard|saffron|黄色?|gelbe?[nrs]?'],
  ['#e98238', 'orange|tangerine coloured|橙色'],
  ['#7a4fa3', 'purple|violet|plum|紫色?|lila'],
  ['#e98aa3', 'pink|rosé|magenta|blush|粉色|rosa'],
  ['#f0806a', 'coral|salmon|peach'],
  ['#b8a5e0', 'lavender|lilac'],
  ['#9fd3b8', 'mint|sage'],
  ['#2b2b33', 'black|charcoal|黑色?|schwarze?[nrs]?'],
  ['#f6f2e8', 'white|ivory|porcelain|白色|weiße?[nrs]?'],
  ['#8d919b', 'gr[ae]y|slate|concrete|灰色?|graue?[nrs]?'],
  ['#8a5a3b', 'brown|wooden|oak|walnut|leather|棕色|braune?[nrs]?'],
  ['#d4a445', 'gold|golden(?! hour| light)|brass|金色?|goldene?[nrs]?'],
  ['#b9bec8', 'silver|steel|chrome|银色?'],
  ['#b8734a', 'copper|bronze|terracotta|rust'],
  ['#e6d9c0', 'beige|cream|sand|stoneware|linen'],
  ['#b4d3da', 'crystal|glass'],
];

/** What is no thing and has a colour. */
export const SURFACE_WORDS: readonly (readonly [what: 'ground' | 'back', words: string])[] = [
  ['ground', 'table|table ?cloth|cloth|desk|floor|ground|surface|sea|water|桌子?|桌面|Tisch'],
  ['back', 'wall|back ?ground|backdrop|sky|背景|墙|天空|Wand|Hintergrund'],
];

/** Trees that are wood where something stands on it, or is made of it. */
export const WOOD = /^(?:oak|pine|fir)$/i;
export const WOOD_BEFORE = /\b(?:on|onto|made of|carved (?:from|of|in)) (?:(?!(?:an?|the)\b)[\w-]+ )?$/i;
export const WOOD_AFTER = /^ (?:[\w-]+ )?(?:table|desk|floor|floorboard|board|bench|shelf|counter|worktop|tabletop|surface|tray|plank|wood|panel|frame|door|chair|box|barrel)s?\b/i;

export const COUNT_WORDS: readonly (readonly [count: number, words: string])[] = [
  [2, 'two|2|a pair of|a couple of|both|两[个只]?|zwei'],
  [3, 'three|3|a few|several|some|三[个只]?|drei'],
  [4, 'four|4|四[个只]?|vier'],
  [5, 'five|5|many|lots of|五[个只]?|fünf'],
  [6, 'six|6|half a dozen|六[个只]?|sechs'],
  [7, 'seven|7|七[个只]?'],
  [8, 'eight|8|a dozen|dozens of|八[个只]?'],
];

/** Letters that words of ours have: classes of Unicode cost a second of a page's first picture. */
const LETTER = '[\\wÀ-ɏ]';

/** Words of one meaning: whole ones, but where letters are not written apart. */
export function wordsOf(words: string, flags = 'i'): RegExp {
  const each = words.split(/\|(?![^(]*\))/).map((word) => (/[\u2e80-\uffff]/.test(word) ? word : `(?<!${LETTER})(?:${word})(?:e?s|en)?(?!${LETTER})`));
  return new RegExp(each.join('|'), flags);
}
