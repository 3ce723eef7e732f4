import type { Drawing } from '../../base/drawing.js';
import { THINGS, type ThingName } from '../things/things.js';
import { letteringOf } from './lettering.js';
import { colorOf, type Mention, mentionsIn, type Side, surfacesIn } from './mentions.js';
import { freePlace, keepInside, relate, subjectOf, widthIn } from './places.js';
import type { Plan, Subject } from './plan.js';
import { ABOVE, lettered, moodOf, weatherOf, writtenHand } from './read.js';
import { SETTINGS } from './settings.js';

type Verb = 'remove' | 'add' | 'replace' | 'move' | 'none';

const VERBS: readonly (readonly [Verb, RegExp])[] = [
  ['remove', /\b(?:remove|delete|erase|take away|take out|get rid of|without|no more|lose|entferne|ohne)\b|去掉|移除|删除/gi],
  ['add', /\b(?:add|another|second|third|more|extra|include|noch ein\w*|füge)\b|再|加/gi],
  ['replace', /\b(?:replace|swap|exchange|turn|change|ersetze)\b|换/gi],
  ['move', /\b(?:move|put|shift|place|stell\w*)\b|移到|放到/gi],
  ['none', /\b(?:make|paint|colou?r|give|let|mach\w*)\b/gi],
];
/** Between what goes and what comes in its place. */
const INTO = /\b(?:with|by|for|into|to|durch)\b|成/i;
const LARGER = /\b(?:bigger|larger|closer|zoom in|enlarge|größer)\b|放大/i;
const SMALLER = /\b(?:smaller|farther|further away|zoom out|shrink|kleiner)\b|缩小/i;
const SIDES: Record<Side, number> = { left: 0.24, middle: 0.5, right: 0.76 };

/** What is shown after a turn: what it names is changed, and all else is as it was. */
export function change(before: Plan, order: Drawing): Plan {
  const { text, rest } = letteringOf(order.prompt);
  const aspect = order.width / Math.min(order.width, order.height);
  const mentions = mentionsIn(rest);
  const named = moodOf(rest);
  // It rains and snows at night as well.
  const mood = named === undefined || ((named === 'rain' || named === 'snow') && (before.mood === 'night' || before.mood === 'dusk')) ? before.mood : named;
  const subjects = lettered(changed(before, mentions, rest, order.key, aspect), text, before.scene, mood === 'night');
  const surfaces = surfacesIn(rest);
  const color = colorOf(rest);
  // A colour of nothing that is named is that of the picture, where nothing stands in it.
  const isOfAll = color !== undefined && Object.keys(surfaces).length === 0 && before.subjects.length === 0 && mentions.length === 0;
  const after: Plan = {
    ...before,
    mood,
    subjects,
    ...surfaces,
    ...(isOfAll ? { tint: color } : {}),
    isAbove: before.isAbove || ABOVE.test(rest),
    hand: writtenHand(rest) ?? before.hand,
    ...weatherOf(rest),
  };
  return JSON.stringify(after) === JSON.stringify(before) ? { ...before, lights: [...before.lights, `${order.prompt}/${order.key}`] } : after;
}

function changed(before: Plan, mentions: readonly Mention[], words: string, key: string, aspect: number): Subject[] {
  const scale = LARGER.test(words) ? 1.25 : SMALLER.test(words) ? 0.78 : 1;
  if (mentions.length === 0) {
    const color = Object.keys(surfacesIn(words)).length === 0 ? colorOf(words) : undefined;
    return before.subjects.map((subject, index) => (index === 0 ? { ...subject, size: subject.size * scale, ...colored(color) } : subject));
  }
  let list = before.subjects.map((subject) => ({ ...subject }));
  for (const [index, mention] of mentions.entries()) {
    const [next, last] = [mentions[index + 1], mentions[index - 1]];
    const verb = mention.isDenied ? 'remove' : verbBefore(words, mention);
    const there = list.filter(({ thing }) => isOf(thing, mention.thing));
    const isInto = verb === 'replace' && last !== undefined && INTO.test(words.slice(last.at, mention.at));
    if (verb === 'remove') list = without(list, mention, words);
    else if (isInto) list = list.map((subject) => (isOf(subject.thing, last.thing) ? replaced(subject, mention) : subject));
    else if (verb === 'replace' && next !== undefined && there.length > 0) continue;
    else if (verb === 'replace' && (there.length === 0 || INTO.test(words.slice(0, mention.at))) && list[0] !== undefined) list = [replaced(list[0], mention), ...list.slice(1)];
    else if (last?.relation !== undefined && there.length > 0) continue;
    else {
      const isNew = there.length === 0 || verb === 'add';
      const these = isNew ? added(list, mention, before, key, aspect) : there;
      if (isNew) list.push(...these);
      const isMoved = mention.side !== undefined && (isNew || verb === 'move');
      for (const [nth, subject] of these.entries()) {
        const x = isMoved ? SIDES[mention.side!] + (nth - (these.length - 1) / 2) * widthIn(subject, aspect) : subject.x;
        Object.assign(subject, colored(mention.color), { x, y: isMoved && !isNew ? 0 : subject.y }, isNew ? {} : { size: subject.size * scale });
      }
      if (isMoved) keepInside(these, aspect);
      const anchor = next && list.find((subject) => isOf(subject.thing, next.thing) && !these.includes(subject));
      // What it goes beside stays where it is.
      if (mention.relation !== undefined && anchor !== undefined) relate(these, [{ ...anchor }], mention.relation, aspect);
    }
  }
  return list;
}

/** The last thing to do that is said before a thing, or about it. */
function verbBefore(words: string, { at }: Mention): Verb {
  const said = VERBS.flatMap(([verb, pattern]) => [...words.slice(0, at).matchAll(pattern)].map(({ index }) => ({ verb, index })));
  return said.sort((a, b) => a.index - b.index).at(-1)?.verb ?? 'none';
}

/** Whether who says the one means the other: what is a cup to one is a mug to the next. */
function isOf(thing: ThingName, named: ThingName): boolean {
  return thing === named || ALIKE.some((names) => names.includes(thing) && names.includes(named));
}

const ALIKE: readonly (readonly ThingName[])[] = [
  ['cup', 'mug', 'glass'],
  ['kettle', 'teapot'],
  ['bottle', 'perfume'],
  ['bowl', 'ramen'],
  ['boat', 'paperBoat'],
  ['sign', 'neon', 'poster'],
  ['tree', 'pine'],
];

function colored(color: string | undefined): Partial<Subject> {
  return color === undefined ? {} : { color };
}

function without(list: readonly Subject[], { thing, at }: Mention, words: string): Subject[] {
  const isOne = /\b(?:one|a|an|one of the)\s+(?:[^\s,;.]+\s+)?$/i.test(words.slice(0, at));
  const exact = list.filter((subject) => subject.thing === thing);
  const going = exact.length > 0 ? exact : list.filter((subject) => isOf(subject.thing, thing));
  return list.filter((subject) => !(isOne ? going.slice(-1) : going).includes(subject));
}

function replaced(subject: Subject, { thing, color }: Mention): Subject {
  const { color: _, text: __, ...rest } = subject;
  return { ...rest, thing, id: `${subject.id}>${thing}`, size: (subject.size / THINGS[subject.thing].size) * THINGS[thing].size, ...colored(color) };
}

/** How much nearer new ones come where there is no room beside the others. */
const NEARER = 0.1;

/** New ones, as large as what is there, where there is room. */
function added(list: readonly Subject[], { thing, count, color }: Mention, { scene }: Plan, key: string, aspect: number): Subject[] {
  const like = list.find((subject) => isOf(subject.thing, thing));
  const model = like ?? list[0];
  const unit = model === undefined ? SETTINGS[scene].size * 0.4 : model.size / THINGS[model.thing].size;
  const made: Subject[] = [];
  for (let index = 0; index < count; index++) {
    const kind = like?.thing ?? thing;
    const subject = subjectOf(kind, `${kind} ${list.length + index} ${key}`, unit, color ?? like?.color);
    const { x, room } = freePlace(subject, [...list, ...made], aspect);
    made.push({ ...subject, x, y: room < 0 ? NEARER : 0 });
  }
  return made;
}
