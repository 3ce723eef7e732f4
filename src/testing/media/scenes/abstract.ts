import type { Palette } from '../palettes.js';
import { paletteOf } from '../palettes.js';
import { through } from './forms.js';
import { type Pen, shining } from './pen.js';
import { between, type Scene, type Stage } from './stage.js';

/** Light over hills or sheets, for prompts that name nothing that anybody here knows. */
export const abstract: Scene = {
  behind(stage) {
    const { high, plan } = stage;
    const pen = stage.pen('abstract');
    const palette = paletteOf(plan.key, pen.chance());
    stage.fill(plan.tint === undefined ? palette.sky : [plan.tint, ...palette.sky.slice(1)]);
    const count = 3 + Math.floor(pen.chance() * 3);
    for (let index = 0; index < count; index++) light(stage, pen, palette, index);
    if (pen.chance() < 0.62) dunes(stage, pen, palette);
    else sheets(stage, pen, palette);
    return high * 0.86;
  },
};

function light({ half, high }: Stage, pen: Pen, { glows }: Palette, index: number): void {
  const color = glows[index % glows.length]!;
  const strength = index === 0 ? between(pen, 0.75, 0.95) : between(pen, 0.3, 0.65);
  pen.glow(between(pen, -0.9, 0.9) * half, between(pen, 0.02, 0.7) * high, between(pen, 0.25, 0.62) * Math.max(half * 2, high), [[0, color, strength], [0.45, color, strength * 0.42], [1, color, 0]], between(pen, 0.55, 1));
}

/** Layered hills, the near ones darker, under a small bright disc. */
function dunes({ half, high }: Stage, pen: Pen, { glows, ground }: Palette): void {
  const horizon = between(pen, 0.5, 0.66);
  const color = shining(glows[0]!);
  const radius = between(pen, 5, 10);
  pen.glow(between(pen, -0.6, 0.6) * half, (horizon - between(pen, 0.08, 0.3)) * high, radius, [[0, color, 1], [0.86, color, 0.96], [0.9, color, 0.3], [1, color, 0]]);
  for (let layer = 0; layer < 4; layer++) {
    const level = (horizon + (1 - horizon) * (layer / 4)) * high;
    sheet(pen, half, high, Array.from({ length: 6 }, () => level + between(pen, -0.07, 0.07) * high), ground[Math.min(ground.length - 1, layer)]!, 0.7 + layer * 0.1);
  }
}

const SHEETS = 7;

/** Large translucent sheets that overlap, each lit along its upper edge. */
function sheets({ half, high }: Stage, pen: Pen, { glows, ground }: Palette): void {
  const colors = [...glows, ...ground];
  for (let layer = 0; layer < SHEETS; layer++) {
    const level = high * (0.16 + layer * 0.125);
    const slope = between(pen, -0.3, 0.3) * high;
    const points = Array.from({ length: 4 }, (_, index) => level + slope * (index / 3 - 0.5) + between(pen, -0.09, 0.09) * high);
    sheet(pen, half, high, points, colors[Math.floor((layer / SHEETS) * colors.length)]!, between(pen, 0.5, 0.75));
  }
}

function sheet(pen: Pen, half: number, high: number, levels: readonly number[], color: string, alpha: number): void {
  const points = levels.map((y, index) => [(index / (levels.length - 1)) * half * 2 - half, y] as const);
  pen.area(`${through(points)}L${half} ${high}L${-half} ${high}Z`, { way: 'down', stops: [[0, color, alpha], [0.55, color, alpha * 0.75], [1, color, alpha * 0.6]] });
}
