import type { Thing } from '../things/thing.js';
import { type ThingName, THINGS } from '../things/things.js';
import type { Mention, Relation, Side } from './mentions.js';
import type { SceneName, Subject } from './plan.js';
import { SETTINGS } from './settings.js';

/** Of a unit of a thing, in hundredths of the shorter side: how large the first one may be. */
const LARGEST = 0.48;
/** The only one may be so much larger. */
const ALONE = 1.16;
/** How high above the ground things may reach, in shorter sides. */
const HIGHEST = 0.7;
/** How much of the width things may take together. */
const ROOM = 0.8;
const SIDES: Record<Side, number> = { left: 0.27, middle: 0.5, right: 0.73 };

/** Where each thing stands that is named; `aspect` is the picture's width in shorter sides. */
export function placed(mentions: readonly Mention[], scene: SceneName, aspect: number): Subject[] {
  const list = mentions.filter(({ isDenied }) => !isDenied);
  const row = list.flatMap((mention) => Array.from({ length: mention.count }, () => mention));
  const wanted = row.reduce((sum, { thing }) => sum + widthOf(thing), 0) * 1.12;
  const most = row.length === 1 ? LARGEST * ALONE : LARGEST;
  const unit = SETTINGS[scene].size * Math.min(most / Math.max(1, tallest(row) / 1.35), (ROOM * aspect) / (wanted / 100));
  const made: Subject[] = [];
  for (const mention of list) {
    for (let index = 0; index < mention.count; index++) made.push(subjectOf(mention.thing, `${mention.thing} ${made.length}`, unit, mention.color));
  }
  spread(made, row, scene, aspect);
  // From the last one on: what something stands on has its own place by then.
  let end = made.length;
  for (const [index, mention] of [...list.entries()].reverse()) {
    const others = made.slice(end, end + (list[index + 1]?.count ?? 0));
    const these = made.slice(end - mention.count, end);
    if (mention.relation !== undefined) relate(these, others, mention.relation, aspect);
    end -= mention.count;
  }
  if (list.every(({ side }) => side === undefined) && list.some(({ relation }) => relation !== undefined)) centre(made, aspect);
  return fitted(made);
}

function topOf({ thing, y, size }: Subject): number {
  return y - (THINGS[thing].height * size) / 100;
}

/** Smaller, where something stands so high that it leaves the picture. */
function fitted(made: Subject[]): Subject[] {
  const part = Math.min(1, HIGHEST / -Math.min(-0.01, ...made.map(topOf)));
  return made.map((subject) => ({ ...subject, y: subject.y * part, size: subject.size * part }));
}

/** All of them into the middle together. */
function centre(made: readonly Subject[], aspect: number): void {
  const [left, right] = edgesOf(made, aspect);
  for (const subject of made) subject.x += 0.5 - (left + right) / 2;
}

function edgesOf(list: readonly Subject[], aspect: number): [left: number, right: number] {
  return [Math.min(...list.map((subject) => subject.x - widthIn(subject, aspect) / 2)), Math.max(...list.map((subject) => subject.x + widthIn(subject, aspect) / 2))];
}

function tallest(row: readonly Mention[]): number {
  return Math.max(0, ...row.map(({ thing }) => (THINGS[thing].height * THINGS[thing].size) / 100));
}

export function subjectOf(thing: ThingName, id: string, unit: number, color?: string): Subject {
  return { id, thing, x: 0.5, y: 0, size: unit * THINGS[thing].size, ...(color === undefined ? {} : { color }) };
}

/** Units of a thing beside a kettle. */
function widthOf(thing: ThingName): number {
  return THINGS[thing].width * THINGS[thing].size;
}

/** How wide it is across the picture, from 0 to 1. */
export function widthIn({ thing, size }: Subject, aspect: number): number {
  return (THINGS[thing].width * size) / 100 / aspect;
}

/** In one row, from the left; those whose side is named on that side. */
function spread(made: Subject[], row: readonly Mention[], scene: SceneName, aspect: number): void {
  const { spots } = SETTINGS[scene];
  if (made.length <= 2 && spots !== undefined && row.every(({ side }) => side === undefined)) {
    for (const [index, subject] of made.entries()) subject.x = spots[made.length === 1 ? 0 : index + 1] ?? 0.5;
    return;
  }
  const total = made.reduce((sum, subject) => sum + widthIn(subject, aspect), 0);
  const gap = Math.min(0.07, (0.92 - total) / Math.max(1, made.length));
  let x = 0.5 - (total + gap * (made.length - 1)) / 2;
  for (const subject of made) {
    const width = widthIn(subject, aspect);
    subject.x = x + width / 2;
    x += width + gap;
  }
  for (const side of ['left', 'middle', 'right'] as const) {
    const there = made.filter((_, index) => row[index]?.side === side);
    for (const [index, subject] of there.entries()) subject.x = SIDES[side] + (index - (there.length - 1) / 2) * (widthIn(subject, aspect) + 0.02);
  }
  const free = made.filter((_, index) => row[index]?.side === undefined);
  if (free.length < made.length) for (const subject of free) subject.x = freePlace(subject, made.filter((other) => other !== subject && !free.includes(other)), aspect).x;
}

/** Moves `these` to where they are asked to be beside the others. */
export function relate(these: readonly Subject[], others: readonly Subject[], relation: Relation, aspect: number): void {
  const [other, second] = others;
  if (other === undefined) return;
  if (relation === 'between' && second !== undefined) {
    const [left, right] = edgesOf(these, aspect);
    for (const [index, subject] of [other, second].entries()) subject.x = index === 0 ? left - widthIn(subject, aspect) / 2 - 0.03 : right + widthIn(subject, aspect) / 2 + 0.03;
    return;
  }
  for (const [index, subject] of these.entries()) {
    const [own, width] = [widthIn(subject, aspect), widthIn(other, aspect)];
    const beside = (own + width) / 2 + 0.02 + index * own;
    const along = (index - (these.length - 1) / 2) * own;
    const height = (THINGS[other.thing].height * other.size) / 100;
    switch (relation) {
      case 'behind':
        Object.assign(subject, { x: other.x + width * 0.34 + along, y: other.y - 0.07, size: subject.size * 0.92 });
        break;
      case 'before':
        Object.assign(subject, { x: other.x - width * 0.3 + along, y: other.y + 0.08, size: subject.size * 0.92 });
        break;
      case 'above':
        Object.assign(subject, { x: other.x + along, y: other.y - height - 0.1, isShelved: !isAloft(subject) });
        break;
      case 'below':
        Object.assign(subject, { x: other.x + along });
        shelter(subject, other);
        break;
      case 'on':
        Object.assign(subject, { x: other.x + along, y: other.y - height * (THINGS[other.thing].seat ?? 0.96) + 0.004, size: subject.size * 0.8, depth: other.y + 0.001 });
        break;
      default:
        subject.x = other.x + (relation === 'leftOf' ? -beside : beside);
    }
  }
  keepInside([...these, other], aspect);
}

function shelter(subject: Subject, other: Subject): void {
  const { aloft, height, shelter: raised }: Thing = THINGS[other.thing];
  if (aloft !== undefined) return;
  if (raised === undefined) Object.assign(other, { y: topOf(subject) - 0.1, isShelved: true });
  else Object.assign(other, { y: subject.y - 0.02 - (height * other.size * raised) / 100, depth: subject.y - 0.02 });
}

function isAloft({ thing }: Subject): boolean {
  const { aloft }: Thing = THINGS[thing];
  return aloft !== undefined;
}

/** Together back into the picture, where one of them left it. */
export function keepInside(list: readonly Subject[], aspect: number): void {
  const [left, right] = edgesOf(list, aspect);
  const by = left < 0.03 ? 0.03 - left : right > 0.97 ? 0.97 - right : 0;
  for (const subject of list) subject.x += by;
}

/** The place that is farthest from all others. */
export function freePlace(subject: Subject, others: readonly Subject[], aspect: number): { x: number; room: number } {
  const half = widthIn(subject, aspect) / 2;
  const places = Array.from({ length: 33 }, (_, index) => 0.5 + (index % 2 === 0 ? 1 : -1) * Math.ceil(index / 2) * 0.025).filter((x) => x - half >= 0.05 && x + half <= 0.95);
  const room = (x: number) => Math.min(0.06, ...others.map((other) => Math.abs(other.x - x) - half - widthIn(other, aspect) / 2));
  const x = places.reduce((best, other) => (room(other) > room(best) + 1e-9 ? other : best), places[0] ?? 0.5);
  return { x, room: room(x) };
}
