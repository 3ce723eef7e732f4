import { bird, cat, dog, fish, fox, gull, horse } from './animals.js';
import { car, neon, person, poster, rocket, sign } from './figures.js';
import { apple, bread, cake, lemon, mooncake, orange, pear, ramen } from './food.js';
import { book, candle, chair, giftBox, lamp, shoe, umbrella, watch } from './goods.js';
import { balloon, boat, flower, house, lantern, lighthouse, paperBoat, pine, plant, tree } from './outdoors.js';
import type { Thing } from './thing.js';
import { bottle, bowl, cup, glass, kettle, mug, perfume, teapot, vase } from './vessels.js';

const all = {
  kettle, teapot, mug, cup, bottle, perfume, vase, bowl, glass,
  ramen, mooncake, apple, orange, lemon, pear, bread, cake,
  shoe, lamp, book, giftBox, candle, watch, chair, umbrella,
  cat, dog, fox, bird, gull, fish, horse,
  boat, paperBoat, lighthouse, tree, pine, plant, flower, house, lantern, balloon,
  person, sign, neon, poster, rocket, car,
} as const satisfies Record<string, Thing>;

export type ThingName = keyof typeof all;
export const THINGS: Readonly<Record<ThingName, Thing>> = all;
