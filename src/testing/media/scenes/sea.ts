import { ellipse, through } from './forms.js';
import { dark, hazed, pale, type Pen, plain, shaded, shining } from './pen.js';
import { between, oneOf, type Scene, type Stage } from './stage.js';
import { sky } from './sky.js';

const WATER = ['#1f6a78', '#2a6f97', '#2f7f79'];

/** Open water under the sky, with a headland, and rocks where the tide comes in. */
export const sea: Scene = {
  behind(stage) {
    const { half, high, mood, plan } = stage;
    const pen = stage.pen('sea');
    const water = plan.ground ?? plan.tint ?? oneOf(pen, WATER);
    const horizon = high * (plan.isAbove ? 0.08 : between(pen, 0.5, 0.58));
    sky(stage, horizon);
    const far = hazed(mood, dark(water, 0.3), 0.45);
    const rise = between(pen, 4, 9);
    pen.area(`${through([[-half, horizon - rise], [-half * 0.5, horizon - rise * 0.7], [-half * 0.12, horizon - 1], [0, horizon]])}L${-half} ${horizon}Z`, shaded(far, hazed(mood, far, 0.6)));
    const near = hazed(mood, water, 0.7);
    pen.area(`M${-half} ${horizon}L${half} ${horizon}L${half} ${high}L${-half} ${high}Z`, { way: 'down', stops: [[0, near], [0.3, water], [1, dark(water, 0.52)]] });
    glitter(stage, pen, horizon);
    for (let row = 0; row < 5; row++) {
      const y = horizon + (high - horizon) * (0.14 + row * 0.18);
      swell(stage, pen, y, (row + 1) * 0.5, water);
    }
    return horizon + (high - horizon) * (plan.isAbove ? 0.6 : 0.36);
  },
  before(stage) {
    const { half, high } = stage;
    const pen = stage.pen('rocks');
    const side = pen.chance() < 0.5 ? -1 : 1;
    for (const [rise, alpha] of [[11, 0.16], [7.5, 0.3], [4, 0.5]] as const) {
      const edge = Array.from({ length: 9 }, (_, index) => [(index / 8) * half * 2 - half, high - rise + between(pen, -1.2, 1.2)] as const);
      pen.area(`${through(edge)}L${half} ${high}L${-half} ${high}Z`, { way: 'down', stops: [[0, '#ffffff', alpha], [0.5, '#ffffff', 0]] });
    }
    const x = (part: number) => (side * half * part).toFixed(1);
    pen.area(`M${x(1)} ${high - 26}C${x(0.86)} ${high - 30} ${x(0.8)} ${high - 22} ${x(0.7)} ${high - 19}C${x(0.62)} ${high - 20} ${x(0.5)} ${high - 12} ${x(0.4)} ${high - 9}C${x(0.3)} ${high - 8} ${x(0.2)} ${high - 3} ${x(0.14)} ${high}L${x(1)} ${high}Z`, shaded('#3b3c48', '#16161f'));
    pen.area(`M${x(0.86)} ${high - 27}C${x(0.8)} ${high - 22} ${x(0.74)} ${high - 20} ${x(0.7)} ${high - 19}C${x(0.72)} ${high - 14} ${x(0.78)} ${high - 12} ${x(0.84)} ${high - 14}Z`, plain('#6a6874', 0.55));
    pen.area(`M${x(0.5)} ${high - 12}C${x(0.46)} ${high - 10} ${x(0.42)} ${high - 9} ${x(0.4)} ${high - 9}C${x(0.4)} ${high - 6} ${x(0.46)} ${high - 5} ${x(0.52)} ${high - 7}Z`, plain('#6a6874', 0.5));
  },
};

/** The light of the sun on the water. */
function glitter({ mood }: Stage, pen: Pen, horizon: number): void {
  const middle = between(pen, -14, 14);
  let path = '';
  for (let row = 0; row < 16; row++) {
    const y = horizon + 1 + row * row * 0.14 + row * 0.5;
    path += ellipse(Number((middle + between(pen, -5, 5)).toFixed(1)), Number(y.toFixed(1)), Number((between(pen, 2, 9) * (1 + row * 0.06)).toFixed(1)), Number((0.22 + row * 0.035).toFixed(2)));
  }
  pen.area(path, { way: 'down', stops: [[0, shining(mood.sun), 0.8], [1, shining(mood.sun), 0.1]] });
}

function swell({ half }: Stage, pen: Pen, y: number, size: number, water: string): void {
  const points = Array.from({ length: 8 }, (_, index) => [(index / 7) * half * 2 - half, y + between(pen, -size, size)] as const);
  const back = [...points].reverse().map(([x, at]) => `L${x.toFixed(1)} ${(at + 0.5 + size * 0.9).toFixed(1)}`);
  pen.area(`${through(points)}${back.join('')}Z`, { way: 'down', stops: [[0, pale(water, 0.5), 0.4], [1, water, 0.05]] });
}
