import { wordsOf } from '../media/scenes/words.js';

/** Words that pictures are not drawn by, and what the vocabulary of the scenes calls the same. */
const SYNONYMS: readonly (readonly [known: string, words: string])[] = [
  ['car', 'automobile|motor ?car|vehicle|轿车|小汽车|车辆'],
  ['boat', 'vessel|dinghy|rowboat|小船|游艇'],
  ['kettle', 'boiler|water heater|烧水壶|热水壶'],
  ['mug', 'beaker'],
  ['bowl', 'soup dish|饭碗'],
  ['perfume', 'scent|eau de toilette|香氛'],
  ['shoe', 'footwear|loafer|sandal|球鞋|靴子'],
  ['chair', 'seat|rocker|settee|沙发|座椅'],
  ['book', 'tome|paperback|hardcover|书本|小说'],
  ['lamp', 'light fixture|reading light|灯具'],
  ['umbrella', 'brolly|阳伞'],
  ['watch', 'timepiece|腕表'],
  ['cat', 'feline|tomcat|tabby|小猫|猫咪'],
  ['dog', 'canine|pooch|小狗|犬'],
  ['fox', 'vixen'],
  ['bird', 'songbird|finch|小鸟'],
  ['horse', 'mare|stallion|steed|骏马'],
  ['house', 'home|dwelling|villa|住宅|小屋'],
  ['lighthouse', 'beacon|导航塔'],
  ['flower', 'blossom|bloom|wildflower|花朵|玫瑰'],
  ['tree', 'maple|birch|大树'],
  ['plant', 'greenery|绿植'],
  ['balloon', 'aerostat|热气球'],
  ['bread', 'baguette|bun|吐司'],
  ['cake', 'gateau|sponge|甜点'],
  ['person', 'human|lady|gentleman|guy|kid|teenager|女士|男子|老人|孩子'],
  ['rocket', 'space shuttle|航天飞机'],
  ['lantern', 'paper light|纸灯'],
  ['gift box', 'present|礼物'],
  ['forest', 'grove|thicket|树林|丛林'],
  ['sea', 'seaside|shoreline|waterfront|海边|海洋|沙滩'],
  ['mountain', 'summit|highlands|ridge|山峰|雪山'],
  ['meadow', 'pasture|grassland|草原'],
  ['street', 'road|avenue|lane|街道|马路'],
  ['city', 'town|urban|都市'],
  ['room', 'chamber|indoors|屋里'],
  ['dusk', 'nightfall|gloaming|傍晚|暮色'],
  ['sunset', 'sundown|落日|晚霞'],
  ['dawn', 'first light|清晨|日出'],
  ['night', 'nocturnal|夜晚|深夜'],
  ['snow', 'frosty|wintry|冬天'],
  ['rain', 'drizzle|downpour|下雨'],
  ['fog', 'vapou?r|大雾'],
  ['daylight', 'sunlit|sunshine|晴天'],
  ['red', 'ruby|vermilion|绯红'],
  ['blue', 'sapphire|ultramarine|天蓝'],
  ['green', 'verdant|翠绿'],
  ['yellow', 'lemon-coloured|amber|明黄'],
  ['black', 'ebony|jet-black|漆黑'],
  ['white', 'snow-white|alabaster|洁白'],
  ['purple', 'mauve|amethyst'],
  ['brown', 'chestnut|chocolate-coloured|褐色'],
];

const PATTERNS = SYNONYMS.map(([known, words]) => [known, wordsOf(words, 'gi')] as const);

/** The same in words that the scenes know. */
export function inKnownWords(text: string): string {
  return PATTERNS.reduce((said, [known, pattern]) => said.replace(pattern, ` ${known} `), text);
}
