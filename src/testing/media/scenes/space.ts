import { ellipse } from './forms.js';
import { dark, pale, type Pen, plain, shaded, shining } from './pen.js';
import { between, oneOf, type Scene } from './stage.js';

const PLANETS = ['#e08a5a', '#5aa6c4', '#c46a8a', '#d9b45a'];

/** A planet with a ring, among stars. */
export const space: Scene = {
  behind(stage) {
    const { half, high, plan } = stage;
    const pen = stage.pen('space');
    const planet = plan.tint ?? oneOf(pen, PLANETS);
    stage.fill(['#0b0f2a', '#1c1f4e', '#3a2a63'].map(shining));
    for (const color of ['#7a4fb5', '#3c7fc4', planet]) {
      pen.glow(between(pen, -half, half), between(pen, 0, high), between(pen, 45, 90), [[0, shining(color), 0.4], [1, shining(color), 0]], between(pen, 0.4, 0.9));
    }
    let stars = '';
    for (let index = 0; index < 110; index++) {
      const [x, y, size] = [between(pen, -half, half), between(pen, 0, high), between(pen, 0.12, 0.5)];
      stars += `M${(x - size).toFixed(2)} ${y.toFixed(2)}L${x.toFixed(2)} ${(y - size).toFixed(2)}L${(x + size).toFixed(2)} ${y.toFixed(2)}L${x.toFixed(2)} ${(y + size).toFixed(2)}Z`;
    }
    pen.area(stars, plain(shining('#fff8e4'), 0.9));
    globe(pen, (pen.chance() < 0.5 ? -0.45 : 0.45) * half, high * between(pen, 0.28, 0.4), between(pen, 17, 25), planet);
    return high * 0.72;
  },
  before(stage) {
    const { half, high } = stage;
    const pen = stage.pen('moon');
    pen.area(`M${-half} ${high * 0.9}Q0 ${high * 0.78} ${half} ${high * 0.9}L${half} ${high}L${-half} ${high}Z`, shaded(shining('#8d88a8'), shining('#3a3558')));
    for (const [x, wide] of [[-0.5, 7], [0.2, 10], [0.62, 5]] as const) pen.area(ellipse(x * half, high * 0.93, wide, wide * 0.2), plain(shining('#4f4a70'), 0.7));
  },
};

function globe(pen: Pen, x: number, y: number, radius: number, color: string): void {
  const own = shining(color);
  pen.glow(x, y, radius * 1.7, [[0.5, own, 0.5], [1, own, 0]]);
  pen.line(`M${x - radius * 1.7} ${y + radius * 0.4}C${x - radius * 2} ${y} ${x + radius * 1.3} ${y - radius * 1.0} ${x + radius * 1.7} ${y - radius * 0.5}`, 1.3, shining(pale(color, 0.5)), 0.7);
  pen.area(ellipse(x, y, radius), { way: 'across', stops: [[0, pale(own, 0.45)], [0.4, own], [1, dark(own, 0.75)]] });
  for (const [dy, tall] of [[-0.42, 0.09], [-0.08, 0.14], [0.34, 0.1]] as const) {
    const reach = radius * Math.sqrt(1 - dy * dy) * 0.98;
    pen.area(ellipse(x, y + dy * radius, reach, tall * radius), { way: 'across', stops: [[0, pale(own, 0.6), 0.5], [1, dark(own, 0.6), 0.5]] });
  }
  pen.line(`M${x - radius * 1.7} ${y + radius * 0.4}C${x - radius * 1.4} ${y + radius * 0.8} ${x + radius * 2.1} ${y - radius * 0.06} ${x + radius * 1.7} ${y - radius * 0.5}`, 1.6, shining(pale(color, 0.65)));
}
