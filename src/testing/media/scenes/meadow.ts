import { ellipse, through } from './forms.js';
import { dark, hazed, pale, type Pen, plain, shaded } from './pen.js';
import { between, oneOf, type Scene } from './stage.js';
import { sky, snowed } from './sky.js';

const GRASS = ['#6f9a4e', '#5b8f62', '#8fa04a'];
const BLOSSOMS = ['#f4d35e', '#f28d8d', '#ffffff', '#b79be0'];

/** Hills that roll towards the eye, with flowers on the nearest. */
export const meadow: Scene = {
  behind(stage) {
    const { half, high, mood, plan } = stage;
    const pen = stage.pen('meadow');
    const grass = snowed(plan, plan.ground ?? plan.tint ?? oneOf(pen, GRASS));
    const horizon = high * (plan.isAbove ? 0.2 : 0.54);
    sky(stage, horizon);
    for (const [row, depth] of [0.3, 0.55, 0.8, 1].entries()) {
      const level = horizon + row * high * 0.075;
      const color = hazed(mood, row % 2 === 0 ? grass : dark(grass, 0.16), depth);
      const points = Array.from({ length: 6 }, (_, index) => [(index / 5) * half * 2 - half, level + between(pen, -4, 4)] as const);
      pen.area(`${through(points)}L${half} ${high}L${-half} ${high}Z`, { way: 'down', stops: [[0, pale(color, 0.24)], [0.4, color], [1, dark(color, 0.36)]] });
      if (row < 2) grove(pen, points, dark(color, 0.24), 2.2 + row * 1.2);
    }
    pen.area(`M${half * 0.1} ${high * 0.8}C${half * 0.4} ${high * 0.86} ${-half * 0.3} ${high * 0.92} ${-half * 0.1} ${high}L${half * 0.34} ${high}C${half * 0.1} ${high * 0.92} ${half * 0.6} ${high * 0.86} ${half * 0.16} ${high * 0.8}Z`, shaded('#efdcb2', '#cfae7d'));
    return high * 0.84;
  },
  before(stage) {
    const { half, high } = stage;
    const pen = stage.pen('blossoms');
    for (const color of BLOSSOMS) {
      const dots = Array.from({ length: 9 }, () => ellipse(rounded(between(pen, -half, half)), rounded(high - 1 - pen.chance() ** 2 * 11), rounded(between(pen, 0.5, 1.1))));
      pen.area(dots.join(''), plain(color, 0.95));
    }
    const blades = Array.from({ length: 40 }, () => {
      const [x, tall] = [between(pen, -half, half), between(pen, 3, 9)];
      return `M${rounded(x)} ${high + 1}Q${rounded(x + 0.4)} ${rounded(high - tall * 0.6)} ${rounded(x + between(pen, -2, 2))} ${rounded(high - tall)}`;
    });
    pen.line(blades.join(''), 0.5, '#3f6a3c', 0.8);
  },
};

const rounded = (value: number) => Math.round(value * 10) / 10;

/** Trees far away, on the line of a hill. */
function grove(pen: Pen, points: readonly (readonly [number, number])[], color: string, size: number): void {
  const path = points.flatMap(([x, y]) => Array.from({ length: 3 }, () => ellipse(rounded(x + between(pen, -4.5, 4.5)), rounded(y - size * 0.3), rounded(size * between(pen, 0.6, 1.2)), rounded(size * between(pen, 0.7, 1.2)))));
  pen.area(path.join(''), plain(color));
}
