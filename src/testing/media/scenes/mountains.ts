import { mix } from './colors.js';
import { dark, hazed, pale, type Pen, plain, shaded, shining } from './pen.js';
import { between, oneOf, type Scene, type Stage } from './stage.js';
import { sky } from './sky.js';

const ROCK = ['#4a5f86', '#5a5a78', '#3f6674', '#7a5560'];

/** Ranges behind ranges, with snow on the farther ones, and a dark wood before them. */
export const mountains: Scene = {
  behind(stage) {
    const { half, high, mood, plan } = stage;
    const pen = stage.pen('mountains');
    const rock = plan.tint ?? oneOf(pen, ROCK);
    const base = high * 0.8;
    sky(stage, high * 0.6);
    for (const [row, depth] of [0.3, 0.52, 0.78].entries()) {
      const color = hazed(mood, rock, depth);
      range(stage, pen, base, high * (0.46 - row * 0.13), color, row < 2);
      pen.glow(0, base - row * 2, half * 1.5, [[0, shining(mood.haze), 0.6], [1, shining(mood.haze), 0]], 0.2);
    }
    const ground = mix(dark(rock, 0.4), '#2d4a3c', 0.5);
    pen.area(`M${-half} ${base - 2}C${-half * 0.4} ${base - 7} ${half * 0.3} ${base + 5} ${half} ${base - 4}L${half} ${high}L${-half} ${high}Z`, shaded(pale(ground, 0.18), dark(ground, 0.4)));
    wood(stage, pen, base, dark(ground, 0.35));
    return base + high * 0.09;
  },
};

function range({ half }: Stage, pen: Pen, base: number, height: number, color: string, hasSnow: boolean): void {
  const peaks = 4;
  let [outline, lightSide, snow] = [`M${-half} ${base}`, '', ''];
  for (let peak = 0; peak < peaks; peak++) {
    const x = ((peak + between(pen, 0.25, 0.75)) / peaks) * half * 2 - half;
    const [top, wide] = [base - height * between(pen, 0.55, 1), (half / peaks) * between(pen, 1.5, 2.3)];
    const at = (dx: number, part: number) => `${(x + dx * wide).toFixed(1)} ${(top + (base - top) * part).toFixed(1)}`;
    outline += `M${at(-1, 1)}L${at(-0.42, 0.5)}L${at(-0.3, 0.4)}L${at(0, 0)}L${at(0.24, 0.3)}L${at(0.36, 0.34)}L${at(1, 1)}Z`;
    lightSide += `M${at(-1, 1)}L${at(-0.42, 0.5)}L${at(-0.3, 0.4)}L${at(0, 0)}L${at(-0.06, 0.34)}L${at(0.06, 0.6)}L${at(-0.1, 1)}Z`;
    snow += `M${at(0, 0)}L${at(-0.2, 0.27)}L${at(-0.11, 0.24)}L${at(-0.04, 0.33)}L${at(0.04, 0.22)}L${at(0.14, 0.3)}L${at(0.21, 0.26)}Z`;
  }
  pen.area(outline, shaded(color, hazed(pen.mood, color, 0.5)));
  pen.area(lightSide, { way: 'down', stops: [[0, pale(color, 0.45), 0.8], [1, pale(color, 0.3), 0]] });
  if (hasSnow) pen.area(snow, shaded('#ffffff', pale(color, 0.6)));
}

function wood({ half }: Stage, pen: Pen, base: number, color: string): void {
  let path = '';
  for (let x = -half; x < half; x += between(pen, 2.4, 6)) {
    const tall = between(pen, 5, 13) * (0.5 + Math.abs(x / half) * 0.7);
    const foot = base + 3;
    path += `M${x.toFixed(1)} ${(foot - tall).toFixed(1)}L${(x + tall * 0.2).toFixed(1)} ${foot.toFixed(1)}L${(x - tall * 0.2).toFixed(1)} ${foot.toFixed(1)}Z`;
  }
  pen.area(path, plain(color));
}
