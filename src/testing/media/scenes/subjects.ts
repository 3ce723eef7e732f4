import type { Thing } from '../things/thing.js';
import { THINGS } from '../things/things.js';
import { box } from './forms.js';
import { brightness } from './colors.js';
import { dark, type Fill, type Pen, shaded, shining } from './pen.js';
import type { Subject } from './plan.js';
import { between, type Stage } from './stage.js';
import { schemeOf } from './table.js';

/** Everything that stands in the scene, the nearest last; `ground` is how far below the upper edge it stands. */
export function drawSubjects(stage: Stage, ground: number): void {
  const far = stage.plan.subjects.toSorted((a, b) => (a.depth ?? a.y) - (b.depth ?? b.y));
  for (const subject of far) drawSubject(stage, ground, subject);
}

function drawSubject(stage: Stage, ground: number, subject: Subject): void {
  const { plan, half } = stage;
  // No two pictures of the same words are from the same distance.
  const near = between(stage.pen('camera'), 0.93, 1.06);
  const thing: Thing = THINGS[subject.thing];
  const isLying = plan.isAbove && plan.scene === 'table';
  const isFlat = isLying && thing.drawAbove !== undefined;
  const drop = isFlat ? 0 : isLying ? (thing.height / 2) * subject.size : 0;
  const chance = stage.pen(subject.id).chance;
  // What floats is where it is put; where nobody says, at a height of its own.
  const drift = thing.aloft !== undefined && subject.y === 0 ? (chance() - 0.5) * (plan.scene === 'underwater' ? 0.36 : thing.aloft > 0 && subject.text === undefined ? 0.16 : 0.02) - thing.aloft / 100 : 0;
  const pen = stage.at(subject.id, (subject.x - 0.5) * 2 * half * near, ground + (drop + (subject.y + drift) * 100) * near, subject.size * near);
  const color = colorOf(stage, subject, thing, chance());
  if (subject.isShelved === true && !isLying) shelf(pen, thing.width, schemeOf(stage).ground);
  if (isLying) pen.glow(8, isFlat ? 9 : -thing.height / 2 + 8, Math.max(thing.width, isFlat ? 0 : thing.height) * 0.62, soft(stage, 0.5), isFlat ? 1 : Math.min(1.6, thing.height / thing.width));
  else if (thing.aloft === undefined) shadow(stage, pen, thing);
  (isFlat ? thing.drawAbove! : thing.draw)(pen, color);
  if (subject.text !== undefined) write(pen, thing, subject, color);
}

function colorOf(stage: Stage, { thing: name, color }: Subject, { colors }: Thing, chance: number): string {
  if (color !== undefined) return color;
  const own = colors ?? schemeOf(stage).things;
  // Two that stand side by side are not of one colour.
  const others = stage.plan.subjects.filter(({ thing }) => thing !== name && (THINGS[thing] as Thing).colors === undefined).map(({ thing }) => thing);
  const turn = colors === undefined ? new Set(others.filter((other) => other < name)).size : 0;
  return own[(Math.floor(chance * own.length * (colors === undefined ? 0 : 1)) + turn + first(stage, own.length)) % own.length]!;
}

/** With which of them the picture begins. */
function first(stage: Stage, count: number): number {
  return Math.floor(stage.pen('first color').chance() * count);
}

function soft({ mood }: Stage, alpha: number): Fill['stops'] {
  const color = shining(mood.shade);
  return [[0, color, alpha], [0.5, color, alpha * 0.5], [1, color, 0]];
}

/** Where it touches the ground, and away from the light. */
function shadow(stage: Stage, pen: Pen, { width, height }: Thing): void {
  pen.glow(width * 0.32 + height * 0.1, 0, width * 0.72 + height * 0.16, soft(stage, 0.34), 0.13);
  pen.glow(width * 0.04, 0, width * 0.52, soft(stage, 0.62), 0.1);
}

function shelf(pen: Pen, width: number, color: string): void {
  pen.glow(width * 0.16, 12, width * 0.8, [[0, pen.mood.shade, 0.4], [1, pen.mood.shade, 0]], 0.16);
  pen.area(box(-width * 0.78, 0, width * 1.56, 7, 1), shaded(color, dark(color, 0.35)));
}

function write(pen: Pen, thing: Thing, { thing: name, text = '' }: Subject, color: string): void {
  const { x = 0, y, width, size } = thing.label ?? { y: -thing.height / 2, width: thing.width * 0.8, size: thing.height / 4 };
  if (name === 'neon') {
    for (const radius of [3, 1.4]) pen.glow(x, y, width * 0.2 * radius, [[0, shining(color), 0.24], [1, shining(color), 0]], 0.5);
    return pen.letters(text, x, y, width, size, shining('#fff3f6'));
  }
  const paper = ['bottle', 'perfume'].includes(name);
  const isBright = paper || brightness(color) > 0.55;
  pen.letters(text, x, y, width, size, isBright ? shining('#2a2330') : shining('#fff6e4'));
}

