import { box, through } from './forms.js';
import { dark, hazed, pale, type Pen, plain, shaded, shining } from './pen.js';
import { between, oneOf, type Scene, type Stage } from './stage.js';
import { sky, snowed } from './sky.js';

const LEAVES = ['#2f6350', '#3c6b46', '#2d5a66', '#a05a32'];

/** Trunks behind trunks, each row nearer to the eye and farther from the light. */
export const forest: Scene = {
  behind(stage) {
    const { half, high, mood, plan } = stage;
    const ground = plan.isAbove ? 0.3 : 0.74;
    const pen = stage.pen('forest');
    const leaves = snowed(plan, plan.tint ?? oneOf(pen, LEAVES));
    sky(stage, high * 0.62);
    for (const [row, depth] of [0.28, 0.5, 0.78].entries()) {
      const color = hazed(mood, leaves, depth);
      const floor = high * (ground - 0.14 + row * 0.07);
      crowns(stage, pen, floor, color, 15 + row * 7);
      trunks(stage, pen, floor, hazed(mood, '#3d2f2b', depth), 7 - row, 1.1 + row * 0.9);
      if (row < 2) pen.glow(between(pen, -0.5, 0.5) * half, floor, half * 1.5, [[0, shining(mood.haze), 0.55], [1, shining(mood.haze), 0]], 0.22);
    }
    const floor = high * ground;
    pen.area(`${through([[-half, floor - 3], [-half * 0.4, floor + 1], [half * 0.2, floor - 4], [half, floor]])}L${half} ${high}L${-half} ${high}Z`, shaded(pale(leaves, 0.2), dark(leaves, 0.55)));
    for (const x of [-0.5, 0.05, 0.42]) pen.area(`M${x * half - 14} 0L${x * half} 0L${x * half + 34} ${floor}L${x * half + 6} ${floor}Z`, { way: 'down', stops: [[0, shining(mood.sun), mood.isDark ? 0.08 : 0.2], [1, shining(mood.sun), 0]] });
    return floor + high * 0.1;
  },
  before(stage) {
    const { half, high, plan } = stage;
    const pen = stage.pen('ferns');
    const leaves = dark(plan.tint ?? '#24503f', 0.5);
    for (const side of [-1, 1]) {
      pen.area(box(side * half - 6, 0, 12, high), { way: 'across', stops: side < 0 ? [[0, '#1d1a20'], [1, '#463630']] : [[0, '#3b2e2a'], [1, '#151318']] });
      for (let leaf = 0; leaf < 9; leaf++) {
        const [x, reach, bend] = [side * (half - 3), between(pen, 10, 30), between(pen, -26, -3)];
        const [topX, topY] = [x - side * reach * 0.4, high + bend * 1.3];
        pen.area(`M${x} ${high + 2}Q${topX} ${topY - 2} ${x - side * reach} ${high + bend}Q${topX} ${topY + 4} ${x} ${high + 6}Z`, shaded(pale(leaves, 0.1), leaves));
      }
    }
  },
};

function trunks({ half }: Stage, pen: Pen, floor: number, color: string, count: number, width: number): void {
  let path = '';
  for (let index = 0; index < count; index++) {
    const [x, thick] = [((index + between(pen, 0.15, 0.85)) / count) * half * 2 - half, width * between(pen, 0.7, 1.3)];
    path += `M${(x - thick).toFixed(1)} 0L${(x + thick).toFixed(1)} 0L${(x + thick * 1.3).toFixed(1)} ${(floor - 4).toFixed(1)}L${(x + thick * 2.1).toFixed(1)} ${(floor + 2).toFixed(1)}L${(x - thick * 2.1).toFixed(1)} ${(floor + 2).toFixed(1)}L${(x - thick * 1.3).toFixed(1)} ${(floor - 4).toFixed(1)}Z`;
  }
  pen.area(path, plain(color));
}

/** Leaves that hang into the picture, and bushes below. */
function crowns({ half }: Stage, pen: Pen, floor: number, color: string, reach: number): void {
  const edge = (level: number, swing: number) => Array.from({ length: 12 }, (_, index) => [(index / 11) * half * 2 - half, level + between(pen, -swing, swing)] as const);
  pen.area(`${through(edge(reach * 0.7, reach * 0.4))}L${half} -1L${-half} -1Z`, shaded(dark(color, 0.25), pale(color, 0.1)));
  pen.area(`${through(edge(floor - 3, 2.6))}L${half} ${floor + 8}L${-half} ${floor + 8}Z`, shaded(pale(color, 0.14), color));
}
