import { ellipse, through } from './forms.js';
import { dark, pale, type Pen, plain, shaded, shining } from './pen.js';
import { between, oneOf, type Scene } from './stage.js';

const WATER = ['#1d7f93', '#2374a3', '#1f8f86'];

/** Below the surface, with rays of light from it. */
export const underwater: Scene = {
  behind(stage) {
    const { half, high, plan } = stage;
    const pen = stage.pen('underwater');
    const water = plan.back ?? plan.tint ?? oneOf(pen, WATER);
    stage.fill([pale(water, 0.5), water, dark(water, 0.55)]);
    for (let ray = 0; ray < 5; ray++) {
      const [x, wide, lean] = [between(pen, -half, half * 0.7), between(pen, 5, 14), between(pen, 10, 34)];
      pen.area(`M${x} 0L${x + wide} 0L${x + wide * 2.2 + lean} ${high * 0.86}L${x + lean} ${high * 0.86}Z`, { way: 'down', stops: [[0, '#f4fffa', 0.34], [1, '#f4fffa', 0]] });
    }
    for (const [level, part] of [[0.76, 0.34], [0.84, 0.5]] as const) {
      const points = Array.from({ length: 7 }, (_, index) => [(index / 6) * half * 2 - half, high * level + between(pen, -6, 5)] as const);
      pen.area(`${through(points)}L${half} ${high}L${-half} ${high}Z`, shaded(dark(water, part), dark(water, part + 0.2)));
    }
    pen.area(`${through([[-half, high * 0.93], [-half * 0.2, high * 0.9], [half * 0.5, high * 0.94], [half, high * 0.9]])}L${half} ${high}L${-half} ${high}Z`, shaded('#e8d3a0', '#a98b5f'));
    return high * 0.62;
  },
  before(stage) {
    const { half, high } = stage;
    const pen = stage.pen('corals');
    for (const [side, color] of [[-1, '#e2604f'], [1, '#f0a24a']] as const) coral(pen, side * half * between(pen, 0.6, 0.8), high * 0.97, side, color);
    for (let weed = 0; weed < 6; weed++) {
      const [x, tall] = [(weed < 3 ? -1 : 1) * half * between(pen, 0.5, 1), between(pen, 14, 30)];
      pen.line(`M${x} ${high}C${x - 7} ${high - tall * 0.35} ${x + 7} ${high - tall * 0.65} ${x - 2} ${high - tall}`, between(pen, 1.4, 2.6), '#2f7a5c');
    }
    const bubbles = Array.from({ length: 12 }, () => ellipse(between(pen, -half, half), between(pen, high * 0.1, high * 0.8), between(pen, 0.4, 1.4)));
    pen.area(bubbles.join(''), plain(shining('#ffffff'), 0.4));
  },
};

function coral(pen: Pen, x: number, y: number, side: number, color: string): void {
  for (const [dx, tall, wide] of [[0, 24, 3.4], [-7, 18, 2.8], [7, 19, 2.8], [-13, 11, 2.2], [12, 12, 2.2]] as const) {
    pen.line(`M${x} ${y}C${x} ${y - tall * 0.4} ${x + dx * side} ${y - tall * 0.5} ${x + dx * 1.2 * side} ${y - tall}`, wide, dark(color, Math.abs(dx) / 60));
  }
}
