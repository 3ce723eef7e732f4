import { mix } from './colors.js';
import { box } from './forms.js';
import { dark, hazed, pale, type Pen, plain, shaded, shining } from './pen.js';
import { between, type Scene, type Stage } from './stage.js';
import { sky } from './sky.js';

/** Towers behind towers on a river, with lit windows at night. */
export const skyline: Scene = {
  behind(stage) {
    const { half, high, mood, plan } = stage;
    const pen = stage.pen('skyline');
    const base = high * 0.78;
    sky(stage, base);
    const stone = plan.tint ?? '#4d587f';
    for (const [row, depth] of [0.25, 0.55, 0.9].entries()) {
      const color = hazed(mood, dark(stone, 0.28), depth);
      const towers = rowOf(stage, pen, base, high * (0.5 - row * 0.1), 9 - row * 1.6);
      pen.area(towers.map(({ path }) => path).join(''), shaded(pale(color, 0.06), dark(color, 0.12)));
      if (row > 0) windows(stage, pen, towers, row);
      pen.glow(0, base, half * 1.4, [[0, shining(mood.haze), 0.4], [1, shining(mood.haze), 0]], 0.2);
    }
    const water = mix(mood.sky[1], '#1d2a4a', 0.5);
    pen.area(box(-half, base, half * 2, high - base), { way: 'down', stops: [[0, shining(mix(mood.sky[2], water, 0.45))], [1, shining(dark(water, 0.4))]] });
    for (let index = 0; index < 26; index++) {
      const [x, y, wide] = [between(pen, -half, half), base + (high - base) * pen.chance() ** 1.4, between(pen, 1, 7)];
      pen.area(box(x, y, wide, 0.45), plain(shining(mood.isDark ? '#ffd68a' : '#ffffff'), 0.34));
    }
    return base + high * 0.1;
  },
};

interface Tower {
  path: string;
  x: number;
  top: number;
  width: number;
}

function rowOf({ half }: Stage, pen: Pen, base: number, most: number, width: number): Tower[] {
  const towers: Tower[] = [];
  for (let x = -half - 2; x < half; ) {
    const wide = width * between(pen, 0.7, 1.5);
    // Highest near the middle, as cities are.
    const height = most * between(pen, 0.35, 1) * (1 - 0.45 * Math.abs(x / half));
    const top = base - height;
    const roof = pen.chance();
    const spire = roof < 0.2 ? `M${x + wide / 2 - 0.4} ${top}L${x + wide / 2} ${top - height * 0.2}L${x + wide / 2 + 0.4} ${top}Z` : roof < 0.45 ? box(x + wide * 0.2, top - 2.4, wide * 0.6, 2.6) : roof < 0.6 ? `M${x} ${top}L${x + wide} ${top - wide * 0.5}L${x + wide} ${top + 1}L${x} ${top + 1}Z` : '';
    towers.push({ path: box(x, top, wide, height + 0.5) + spire, x, top, width: wide });
    x += wide + (pen.chance() < 0.3 ? between(pen, 0.5, 3) : 0);
  }
  return towers;
}

function windows({ mood, high }: Stage, pen: Pen, towers: readonly Tower[], row: number): void {
  const [step, size] = row === 1 ? [2.3, 0.8] : [2.9, 1.15];
  let path = '';
  for (const { x, top, width } of towers) {
    for (let at = x + step * 0.5; at < x + width - size; at += step) {
      for (let y = top + step * 0.7; y < high * 0.76; y += step) if (pen.chance() < 0.42) path += box(Number(at.toFixed(1)), Number(y.toFixed(1)), size, size * 1.25);
    }
  }
  if (path !== '') pen.area(path, plain(mood.isDark ? shining('#ffd98f') : pale(mood.sky[2], 0.4), mood.isDark ? 0.9 : 0.4));
}
