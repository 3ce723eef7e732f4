import type { Drawing } from '../../base/drawing.js';
import { random } from '../../base/random.js';
import { THINGS, type ThingName } from '../things/things.js';
import type { Thing } from '../things/thing.js';
import { handOf } from './hands.js';
import { letteringOf } from './lettering.js';
import { colorOf, type Mention, mentionsIn, surfacesIn } from './mentions.js';
import { subjectOf, placed } from './places.js';
import type { Plan, SceneName, Subject } from './plan.js';
import { SETTINGS } from './settings.js';
import { HAND_WORDS, MOOD_WORDS, SCENE_WORDS, THING_WORDS, wordsOf } from './words.js';

const SCENES = SCENE_WORDS.map(([scene, words]) => [scene, wordsOf(words)] as const);
const MOODS = MOOD_WORDS.map(([mood, words]) => [mood, wordsOf(words)] as const);
const HANDS = HAND_WORDS.map(([hand, words]) => [hand, wordsOf(words)] as const);
/** Words by which a colour is that of all of the picture. */
const TONES = /\b(?:tones?|hues?|palette|monochrome|tinted|light)\b|色调/i;
export const ABOVE = /\b(?:(?:seen |shot |viewed )?from (?:directly )?above|top[- ]down|bird'?s[- ]eye|overhead|flat ?lay)\b|俯视|von oben/i;

/** What a prompt asks to be shown. */
export function read({ prompt, key, model, width, height }: Drawing): Plan {
  const { text, rest } = letteringOf(prompt);
  const aspect = width / Math.min(width, height);
  const mentions = mentionsIn(rest);
  const scene = sceneOf(rest, mentions);
  const own = `${prompt}\u0000${key}`;
  const chance = (name: string) => random('picture', own, name)();
  const { moods } = SETTINGS[scene];
  const mood = moodOf(rest) ?? moods[Math.floor(chance('mood') * moods.length)]!;
  // A portrait is of somebody: they are the scene itself.
  const shown = mentions.filter(({ thing }) => !(scene === 'portrait' && thing === 'person'));
  const names = shown.length > 0 || text !== undefined ? shown : furniture(scene, chance('furniture'));
  const subjects = lettered(placed(names, scene, aspect), text, scene, mood === 'night');
  const colored = TONES.test(rest) || (scene === 'abstract' && subjects.length === 0) ? colorOf(rest) : undefined;
  return {
    scene,
    key: own,
    hand: writtenHand(rest) ?? handOf(model),
    mood,
    subjects,
    ...surfacesIn(rest),
    ...(colored === undefined ? {} : { tint: colored }),
    isAbove: ABOVE.test(rest),
    ...weatherOf(rest),
    lights: [],
  };
}

function sceneOf(prompt: string, mentions: readonly Mention[]): SceneName {
  const named = SCENES.find(([, words]) => words.test(prompt))?.[0];
  const list = mentions.filter(({ isDenied }) => !isDenied);
  // What is on, in or under something is where that is.
  const first = list.find(({ relation }) => relation === undefined) ?? list[0];
  if (first === undefined || named !== undefined) return named ?? 'abstract';
  // Somebody alone is a portrait; with something beside them they are where that is.
  const isAlone = list.length === 1 && first.count === 1;
  if (first.thing === 'person' && !isAlone) return list.map(({ thing }) => THING_WORDS[thing][1]).find((home) => home !== 'portrait') ?? 'meadow';
  return THING_WORDS[first.thing][1];
}

/** The light of the hour, else that of the weather. */
export function moodOf(prompt: string): Plan['mood'] | undefined {
  const named = MOODS.filter(([, words]) => words.test(prompt)).map(([mood]) => mood);
  return named.find((mood) => mood !== 'rain' && mood !== 'snow') ?? named[0];
}

export function weatherOf(prompt: string): Pick<Plan, 'weather'> {
  const weather = (['rain', 'snow'] as const).find((name) => MOODS.some(([mood, words]) => mood === name && words.test(prompt)));
  return weather === undefined ? {} : { weather };
}

export function writtenHand(prompt: string): string | undefined {
  return HANDS.find(([, words]) => words.test(prompt))?.[0];
}

/** What a place has in it when nobody says what. */
const FURNITURE: Partial<Record<SceneName, readonly (readonly ThingName[])[]>> = {
  table: [['vase', 'pear'], ['perfume'], ['mug', 'book'], ['teapot', 'cup']],
  interior: [['chair', 'plant'], ['chair', 'lamp']],
  sea: [['boat'], [], ['lighthouse'], []],
  meadow: [['house', 'tree'], ['tree'], ['horse']],
  mountains: [[], ['balloon'], []],
  underwater: [['fish', 'fish', 'fish']],
  space: [['rocket'], []],
};

function furniture(scene: SceneName, chance: number): Mention[] {
  const sets = FURNITURE[scene] ?? [[]];
  return sets[Math.floor(chance * sets.length)]!.map((thing) => ({ thing, count: 1, isDenied: false, at: 0 }));
}

/** Puts words on what can hold them; where nothing can, a sign comes with them. */
export function lettered(subjects: readonly Subject[], text: string | undefined, scene: SceneName, isNight: boolean): Subject[] {
  if (text === undefined) return [...subjects];
  const thingOf = ({ thing }: Subject): Thing => THINGS[thing];
  const holder = subjects.find(({ thing }) => thing === 'sign' || thing === 'neon' || thing === 'poster') ?? subjects.find((subject) => thingOf(subject).label !== undefined);
  if (holder !== undefined) return subjects.map((subject) => (subject === holder ? { ...subject, text } : subject));
  const isShop = scene === 'street';
  const thing = isShop && isNight ? 'neon' : scene === 'interior' || scene === 'portrait' ? 'poster' : 'sign';
  const unit = SETTINGS[scene].size * (subjects.length === 0 ? 0.62 : 0.44);
  return [...subjects, { ...subjectOf(thing, 'lettering', unit), text, x: subjects.length === 0 ? 0.5 : 0.74, y: subjects.length === 0 || thing === 'sign' ? 0 : -0.3 }];
}
