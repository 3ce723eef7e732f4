import { box, ellipse } from './forms.js';
import { dark, pale, type Pen, plain, shaded, shining } from './pen.js';
import { between, type Scene, type Stage } from './stage.js';
import { schemeOf } from './table.js';

/** A room with a window on the left, whose light lies on the floor. */
export const interior: Scene = {
  behind(stage) {
    const { half, high, plan, mood } = stage;
    const scheme = schemeOf(stage);
    const [back, ground] = [plan.back ?? plan.tint ?? scheme.back, plan.ground ?? '#a87650'];
    const pen = stage.pen('room');
    const floor = high * (plan.isAbove ? 0.4 : 0.74);
    stage.fill([pale(back, 0.26), back, dark(back, 0.24)], 'across');
    const left = -half * 0.84;
    const [wide, tall] = [Math.min(46, half * 0.8), floor * 0.58];
    opening(stage, pen, left, floor * 0.14, wide, tall);
    if (!plan.subjects.some(({ thing }) => thing === 'poster')) frame(pen, half * 0.36, floor * between(pen, 0.18, 0.26), scheme.things);
    pen.area(box(-half, floor - 3, half * 2, 3), shaded('#f7efe2', '#d9cdbb'));
    pen.area(box(-half, floor, half * 2, high - floor), { way: 'down', stops: [[0, pale(ground, 0.12)], [1, dark(ground, 0.36)]] });
    for (let board = 1; board < 4; board++) pen.area(box(-half, floor + (high - floor) * (board / 4) ** 1.3, half * 2, 0.3), plain(dark(ground, 0.5), 0.4));
    pen.area(ellipse(half * 0.2, floor + (high - floor) * 0.52, Math.min(56, half * 0.86), (high - floor) * 0.34), { way: 'across', stops: [[0, pale(scheme.things[1], 0.5)], [1, dark(scheme.things[1], 0.06)]] });
    pen.area(ellipse(half * 0.2, floor + (high - floor) * 0.52, Math.min(50, half * 0.78), (high - floor) * 0.28), plain(pale(scheme.things[1], 0.62), 0.5));
    if (!mood.isDark) pen.area(`M${left + 4} ${floor + 1}L${left + wide} ${floor + 1}L${left + wide + 46} ${high}L${left + 34} ${high}Z`, { way: 'down', stops: [[0, '#fff6dc', 0.5], [1, '#fff6dc', 0.08]] });
    else pen.glow(half * 0.3, floor * 0.6, 90, [[0, shining('#ffd994'), 0.36], [1, shining('#ffd994'), 0]]);
    return floor + (high - floor) * 0.42;
  },
};

function opening({ mood }: Stage, pen: Pen, left: number, top: number, wide: number, tall: number): void {
  pen.area(box(left - 2, top - 2, wide + 4, tall + 4), shaded('#fbf5ea', '#e2d7c6'));
  pen.area(box(left, top, wide, tall), { way: 'down', stops: [[0, shining(mood.sky[0])], [0.6, shining(mood.sky[1])], [1, shining(mood.sky[2])]] });
  pen.area(`M${left} ${top + tall}L${left} ${top + tall * 0.78}C${left + wide * 0.3} ${top + tall * 0.68} ${left + wide * 0.5} ${top + tall * 0.86} ${left + wide} ${top + tall * 0.74}L${left + wide} ${top + tall}Z`, shaded('#7fa08a', '#4c7267'));
  pen.area(box(left + wide / 2 - 0.8, top, 1.6, tall), plain('#f4ecdf'));
  pen.area(box(left, top + tall * 0.42, wide, 1.4), plain('#f4ecdf'));
  pen.area(box(left - 4, top + tall + 1, wide + 8, 3), shaded('#ffffff', '#cfc4b2'));
  // Curtains, drawn aside.
  for (const [x, end] of [[left - 5, left + wide * 0.2], [left + wide + 5, left + wide * 0.82]] as const) {
    pen.area(`M${x} ${top - 5}L${end} ${top - 5}C${end} ${top + tall * 0.5} ${(x + end) / 2} ${top + tall * 0.8} ${(x * 2 + end) / 3} ${top + tall + 12}L${x} ${top + tall + 12}Z`, { way: 'across', stops: [[0, '#fffaf0', 0.95], [0.4, '#e9dcc6', 0.92], [0.6, '#fbf3e4', 0.95], [1, '#d6c6ab', 0.92]] });
  }
  pen.line(`M${left - 8} ${top - 5}L${left + wide + 8} ${top - 5}`, 1.1, '#6d4a33');
}

/** A picture in the picture. */
function frame(pen: Pen, x: number, y: number, [sun = '#d9a441', hill = '#2f5d62', paper = '#f6efe2']: readonly string[]): void {
  pen.area(box(x - 13, y - 1, 30, 34), plain('#2b2140', 0.16));
  pen.area(box(x - 14, y - 2, 28, 34), shaded('#8a5f42', '#6a4430'));
  pen.area(box(x - 12, y, 24, 30), plain(pale(paper, 0.4)));
  pen.area(ellipse(x + 3, y + 11, 5), plain(sun));
  pen.area(`M${x - 9} ${y + 27}L${x - 9} ${y + 19}C${x - 4} ${y + 13} ${x} ${y + 22} ${x + 9} ${y + 16}L${x + 9} ${y + 27}Z`, plain(hill));
}
