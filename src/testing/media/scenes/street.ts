import { box, ellipse } from './forms.js';
import { dark, pale, type Pen, plain, shaded, shining } from './pen.js';
import { between, oneOf, type Scene, type Stage } from './stage.js';
import { sky } from './sky.js';

const WALLS = ['#8a4f48', '#4c5f7d', '#6d6a5c', '#3f6660'];
const AWNINGS = ['#c5413a', '#2f7a73', '#d99a3d', '#3d5a9a'];

/** A shop across a wet street. */
export const street: Scene = {
  behind(stage) {
    const { half, high, mood, plan } = stage;
    const pen = stage.pen('street');
    const kerb = high * 0.78;
    sky(stage, kerb * 0.7);
    const wall = plan.back ?? plan.tint ?? oneOf(pen, WALLS);
    house(stage, pen, -half, -50, high * 0.2, dark(wall, 0.35), kerb);
    house(stage, pen, 50, half, high * 0.14, dark(wall, 0.25), kerb);
    pen.area(box(-52, kerb - 66, 104, 66), { way: 'across', stops: [[0, pale(wall, 0.12)], [0.6, wall], [1, dark(wall, 0.3)]] });
    pen.area(box(-55, kerb - 69, 110, 4), shaded(pale(wall, 0.25), dark(wall, 0.2)));
    for (const x of [-42, -28, 20, 34]) upstairs(stage, pen, x, kerb - 62);
    shop(stage, pen, kerb);
    pavement(stage, pen, kerb);
    if (mood.isDark) for (const side of [-1, 1]) streetLamp(pen, side * Math.min(half * 0.84, 60), kerb);
    return kerb + high * 0.06;
  },
};

function house({ mood }: Stage, pen: Pen, from: number, to: number, top: number, color: string, kerb: number): void {
  if (to <= from) return;
  pen.area(box(from, top, to - from, kerb - top), shaded(pale(color, 0.06), dark(color, 0.2)));
  for (let x = from + 4; x < to - 5; x += 10) {
    for (let y = top + 6; y < kerb - 16; y += 13) {
      const isLit = mood.isDark && pen.chance() < 0.4;
      pen.area(box(x, y, 5, 8), plain(isLit ? shining('#ffd58a') : dark(color, 0.4), isLit ? 0.9 : 0.7));
    }
  }
}

function upstairs({ mood }: Stage, pen: Pen, x: number, y: number): void {
  const isLit = mood.isDark && pen.chance() < 0.45;
  pen.area(box(x - 1, y - 1, 10, 16), plain('#efe3cf', 0.8));
  pen.area(box(x, y, 8, 14), isLit ? shaded(shining('#ffe3a0'), shining('#f2b368')) : shaded('#5d6f86', '#39465c'));
  pen.area(box(x + 3.6, y, 0.8, 14), plain('#efe3cf', 0.8));
}

function shop({ mood }: Stage, pen: Pen, kerb: number): void {
  const awning = oneOf(pen, AWNINGS);
  const inside = mood.isDark ? [shining('#fff0c2'), shining('#f5b25c')] : ['#dfe9ea', '#8fa5ab'];
  pen.area(box(-44, kerb - 34, 56, 28, 1), shaded(inside[0]!, inside[1]!));
  pen.area(box(22, kerb - 34, 18, 34, 1), shaded(inside[0]!, inside[1]!));
  for (const x of [-26, -7]) pen.area(box(x, kerb - 34, 1.2, 28), plain('#33282a'));
  pen.area(box(24, kerb - 12, 14, 12), plain('#4a3430'));
  // What stands in the window.
  for (const [x, tall] of [[-38, 10], [-32, 7], [-19, 12], [-13, 8], [0, 9], [6, 12]] as const) pen.area(box(x, kerb - 6 - tall, 4, tall, 1), plain('#5b3a30', 0.75));
  pen.area(box(-46, kerb - 7, 60, 7), shaded('#5d4038', '#3d2a28'));
  if (mood.isDark) pen.glow(-6, kerb - 18, 58, [[0, shining('#ffc46b'), 0.4], [1, shining('#ffc46b'), 0]], 0.7);
  for (let stripe = 0; stripe < 11; stripe++) {
    const x = -48 + stripe * 8.7;
    pen.area(`M${x + 1} ${kerb - 42}L${x + 9} ${kerb - 42}L${x + 8.7} ${kerb - 32}Q${x + 4.3} ${kerb - 28.5} ${x} ${kerb - 32}Z`, shaded(stripe % 2 === 0 ? awning : '#f5ead6', stripe % 2 === 0 ? dark(awning, 0.25) : '#d8c8ac'));
  }
}

function pavement({ half, high, mood }: Stage, pen: Pen, kerb: number): void {
  pen.area(box(-half, kerb, half * 2, high - kerb), shaded('#6f7080', '#2c2d3c'));
  pen.area(box(-half, kerb, half * 2, 2), plain('#a7a5a8', 0.7));
  const light = mood.isDark ? shining('#ffc875') : pale(mood.sky[1], 0.3);
  for (const [x, wide] of [[-16, 44], [31, 14]] as const) pen.area(box(x - wide / 2, kerb + 2, wide, high - kerb), { way: 'down', stops: [[0, light, 0.5], [1, light, 0]] });
  for (let index = 0; index < 18; index++) pen.area(ellipse(between(pen, -half, half), between(pen, kerb + 4, high), between(pen, 3, 10), 0.4), plain(light, 0.22));
}

function streetLamp(pen: Pen, x: number, kerb: number): void {
  pen.line(`M${x} ${kerb + 1}L${x} ${kerb - 50}`, 1.2, '#22222c');
  pen.glow(x, kerb - 53, 26, [[0, shining('#fff0bf'), 0.8], [0.4, shining('#ffd98a'), 0.25], [1, shining('#ffd98a'), 0]]);
  pen.area(ellipse(x, kerb - 53, 2.8, 3.4), plain(shining('#fff6d8')));
}
