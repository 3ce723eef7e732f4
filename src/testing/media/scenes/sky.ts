import { mix } from './colors.js';
import { ellipse } from './forms.js';
import { pale, type Pen, plain, shining } from './pen.js';
import type { Plan } from './plan.js';
import { between, type Stage } from './stage.js';

/** The sky down to `horizon`, with what is in it at this hour. */
export function sky(stage: Stage, horizon: number): void {
  const { mood, half } = stage;
  stage.fill([mood.sky[0], mood.sky[1], mood.sky[2]].map(shining));
  const pen = stage.pen('sky');
  const isNight = stage.plan.mood === 'night';
  if (isNight) stars(stage, pen, horizon);
  const [x, y] = [between(pen, -0.6, 0.6) * half, horizon * (isNight ? between(pen, 0.18, 0.4) : between(pen, 0.42, 0.78))];
  const sun = shining(mood.sun);
  pen.glow(x, y, 70, [[0, sun, 0.7], [0.35, sun, 0.24], [1, sun, 0]]);
  if (!['rain', 'fog'].includes(stage.plan.mood)) pen.area(ellipse(x, y, isNight ? 6.5 : 8.5), plain(sun));
  if (isNight) return;
  for (let index = 0; index < 3; index++) cloud(pen, between(pen, -1, 1) * half, horizon * between(pen, 0.26, 0.76), between(pen, 9, 19));
}

function stars({ half }: Stage, pen: Pen, horizon: number): void {
  let path = '';
  for (let index = 0; index < 70; index++) {
    const [x, y, size] = [between(pen, -half, half), horizon * pen.chance() ** 1.3 * 0.95, between(pen, 0.14, 0.42)];
    path += `M${(x - size).toFixed(2)} ${y.toFixed(2)}L${x.toFixed(2)} ${(y - size).toFixed(2)}L${(x + size).toFixed(2)} ${y.toFixed(2)}L${x.toFixed(2)} ${(y + size).toFixed(2)}Z`;
  }
  pen.area(path, plain(shining('#fdf6dc'), 0.85));
}

/** Flat below, round above. */
function cloud(pen: Pen, x: number, y: number, size: number): void {
  const color = shining(pale(pen.mood.sky[2], 0.55));
  const at = (dx: number, dy: number) => `${(x + dx * size).toFixed(1)} ${(y + dy * size).toFixed(1)}`;
  const path = `M${at(-1.6, 0)}C${at(-1.7, -0.3)} ${at(-1.1, -0.34)} ${at(-0.9, -0.26)}C${at(-0.8, -0.66)} ${at(-0.1, -0.74)} ${at(0.1, -0.4)}C${at(0.5, -0.62)} ${at(0.9, -0.46)} ${at(0.92, -0.2)}C${at(1.3, -0.28)} ${at(1.8, -0.16)} ${at(1.7, 0)}Z`;
  pen.area(path, { way: 'down', stops: [[0, color, 0.8], [1, color, 0.12]] });
}

/** What lies under snow while it falls. */
export function snowed({ weather: falls }: Plan, color: string): string {
  return falls === 'snow' ? mix(color, '#f2f6fb', 0.72) : color;
}

/** Rain or snow before everything. */
export function weather(stage: Stage): void {
  const { plan, half, high } = stage;
  if (plan.weather === undefined) return;
  const pen = stage.pen('weather');
  if (plan.weather === 'rain') {
    const drops = Array.from({ length: 90 }, () => {
      const [x, y, length] = [between(pen, -half, half + 8), between(pen, -4, high), between(pen, 2, 6)];
      return `M${x.toFixed(1)} ${y.toFixed(1)}L${(x - length * 0.25).toFixed(1)} ${(y + length).toFixed(1)}`;
    });
    pen.line(drops.join(''), 0.22, shining('#eef5fa'), 0.5);
    return;
  }
  for (const size of [0.35, 0.7]) {
    const flakes = Array.from({ length: 60 }, () => ellipse(between(pen, -half, half), between(pen, 0, high), size * between(pen, 0.7, 1.3)).replace(/-?\d+\.\d+/g, (value) => Number(value).toFixed(2)));
    pen.area(flakes.join(''), plain(shining('#ffffff'), 0.85));
  }
}
