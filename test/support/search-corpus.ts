import { createRandom } from './random.js';

// Prompts, and questions about them in other words than theirs, with what answers each: made of facets, so that the
// answer follows from what was asked and not from any search.

/** What prompts call it, what a person may call it, and what it is called in Chinese. */
type Facet = readonly [own: string, other: string, chinese: string];

const THINGS: readonly Facet[] = [
  ['car', 'automobile', '轿车'], ['kettle', 'boiler', '水壶'], ['cat', 'feline', '猫咪'], ['dog', 'pooch', '小狗'], ['boat', 'dinghy', '小船'], ['house', 'dwelling', '小屋'], ['chair', 'settee', '椅子'],
  ['lamp', 'light fixture', '台灯'], ['book', 'paperback', '书本'], ['shoe', 'footwear', '球鞋'], ['umbrella', 'brolly', '雨伞'], ['horse', 'steed', '骏马'], ['bird', 'songbird', '小鸟'], ['flower', 'blossom', '花朵'],
  ['cake', 'gateau', '蛋糕'], ['bread', 'baguette', '面包'], ['lighthouse', 'beacon', '灯塔'], ['balloon', 'aerostat', '气球'], ['mug', 'beaker', '马克杯'], ['vase', 'amphora', '花瓶'],
];
const COLORS: readonly Facet[] = [['red', 'ruby', '红色'], ['blue', 'sapphire', '蓝色'], ['green', 'verdant', '绿色'], ['yellow', 'amber', '黄色'], ['black', 'ebony', '黑色'], ['white', 'alabaster', '白色']];
const PLACES: readonly Facet[] = [
  ['in a forest', 'in a grove', '树林里'], ['by the sea', 'at the waterfront', '海边'], ['in a street', 'along an avenue', '马路上'], ['on a table', 'on a desk', '桌上'],
  ['in the mountains', 'in the highlands', '雪山上'], ['in a meadow', 'in a pasture', '草原上'], ['in a room', 'indoors', '屋里'],
];
const LIGHTS: readonly Facet[] = [
  ['at dusk', 'at nightfall', '傍晚'], ['at dawn', 'at first light', '清晨'], ['in the snow', 'on a wintry day', '冬天'], ['in the rain', 'in a drizzle', '下雨'], ['in the fog', 'in a mist', '大雾'], ['at night', 'after midnight', '深夜'], ['at sunset', 'at sundown', '落日'],
];

type Colored = readonly [color: Facet, thing: Facet];

interface Scene {
  /** Two in each prompt. */
  things: readonly Colored[];
  place: Facet;
  light: Facet;
}

/** Prompts that differ by what is in which colour. */
const FAMILY = 8;

/** How a question differs from the prompts that answer it. */
export const KINDS = ['synonyms', 'Chinese', 'a part', 'several words'] as const;

export interface Question {
  kind: (typeof KINDS)[number];
  text: string;
  /** Prompts that answer it, by their place. */
  answers: ReadonlySet<number>;
}

export interface Corpus {
  prompts: readonly string[];
  questions: readonly Question[];
}

export function createCorpus(seed: number, prompts: number, questions: number): Corpus {
  const chance = createRandom(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const scene = (): Scene => ({ things: [[one(COLORS), one(THINGS)], [one(COLORS), one(THINGS)]], place: one(PLACES), light: one(LIGHTS) });
  const scenes = [...Array(Math.ceil(prompts / FAMILY)).keys()].flatMap(() => familyOf(scene())).slice(0, prompts);
  /** One, and others of the same words in which its first thing has the other colour: a list of words cannot tell them apart. */
  function familyOf(first: Scene): Scene[] {
    const [[color, thing], [otherColor]] = first.things as [Colored, Colored];
    return [first, ...[...Array(FAMILY - 1).keys()].map(() => ({ ...first, things: [[otherColor, thing], [color, one(THINGS)]] as const }))];
  }
  const about = (scene: Scene, kind: Question['kind']): Question => {
    const asked = askedOf(scene, kind);
    return { kind, text: textOf(asked, kind), answers: new Set(scenes.flatMap((other, at) => (answers(other, asked) ? at : []))) };
  };
  return {
    prompts: scenes.map(({ things, place, light }) => `${things.map(([color, thing]) => `A ${color[0]} ${thing[0]}`).join(' and ')} ${place[0]} ${light[0]}`),
    questions: [...Array(questions).keys()].map((at) => about(scenes[FAMILY * Math.floor(chance() * Math.floor(prompts / FAMILY))]!, KINDS[at % KINDS.length]!)),
  };
}

type Asked = Partial<Omit<Scene, 'things'>> & Pick<Scene, 'things'>;

function askedOf({ things, place, light }: Scene, kind: Question['kind']): Asked {
  if (kind === 'a part') return { things: things.slice(1), place };
  return kind === 'several words' ? { things, place, light } : { things: things.slice(0, 1), place, light };
}

/** Each thing that is asked for, in its colour, there and in that light. */
function answers({ things, place, light }: Scene, asked: Asked): boolean {
  const has = ([color, thing]: Colored) => things.some(([other, same]) => other === color && same === thing);
  return asked.things.every(has) && (asked.place ?? place) === place && (asked.light ?? light) === light;
}

function textOf({ things, place, light }: Asked, kind: Question['kind']): string {
  if (kind === 'Chinese') return `${light?.[2] ?? ''}${place?.[2] ?? ''}的${things.map(([color, thing]) => color[2] + thing[2]).join('和')}`;
  // A part of a prompt is in its own words.
  const own = kind === 'a part' ? 0 : 1;
  const said = things.map(([color, thing]) => `${color[own]} ${thing[own]}`).join(' and ');
  return [said, place?.[own], light?.[own]].filter((part) => part !== undefined).join(' ');
}
