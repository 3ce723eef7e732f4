import { box, ellipse, through } from './forms.js';
import { dark, pale, type Pen, plain, shaded } from './pen.js';
import { between, type Scene, type Stage } from './stage.js';

/** A town from above: blocks, a river, a park, and where to go. */
export const map: Scene = {
  behind(stage) {
    const { half, high, plan } = stage;
    const pen = stage.pen('map');
    const paper = plan.back ?? '#f1e8d6';
    stage.fill([pale(paper, 0.3), paper]);
    blocks(stage, pen, dark(paper, 0.1));
    const bend = between(pen, -0.4, 0.4) * half;
    const river: [number, number][] = [[-half - 4, high * between(pen, 0.15, 0.4)], [bend - half * 0.3, high * 0.42], [bend + half * 0.3, high * 0.58], [half + 4, high * between(pen, 0.66, 0.9)]];
    pen.line(through(river), 13, '#f8f2e4');
    pen.line(through(river), 10.5, plan.tint ?? '#8fc0cf');
    pen.line(through(river.map(([x, y]) => [x, y - 1.5])), 3, '#b7dbe2', 0.7);
    for (const [x, tilt] of [[-0.28, 0.1], [0.36, -0.12]] as const) {
      const street = `M${half * (x - tilt)} -2L${half * (x + tilt)} ${high + 2}`;
      pen.line(street, 5, '#f8f2e4');
      pen.line(street, 3.4, '#f4c46a');
    }
    pen.area(ellipse(half * 0.62, high * 0.24, 19, 14), shaded('#b3cf92', '#8fb572'));
    const trees = Array.from({ length: 12 }, () => ellipse(half * 0.62 + between(pen, -14, 14), high * 0.24 + between(pen, -9, 9), 1.7));
    pen.area(trees.join(''), plain('#6b9660'));
    route(stage, pen);
    compass(pen, -half + 13, high - 14);
    return high * 0.66;
  },
};

function blocks({ half, high }: Stage, pen: Pen, color: string): void {
  let path = '';
  for (let x = -half + 2; x < half; x += 15) {
    for (let y = 2; y < high; y += 13) {
      const [wide, tall] = [between(pen, 9, 12.4), between(pen, 8, 10.6)];
      path += box(Math.round(x * 10) / 10, Math.round(y * 10) / 10, Math.round(wide * 10) / 10, Math.round(tall * 10) / 10, 1);
    }
  }
  pen.area(path, plain(color));
}

function route({ half, high }: Stage, pen: Pen): void {
  const way: [number, number][] = [[-half * 0.55, high * 0.78], [-half * 0.2, high * 0.7], [half * 0.1, high * 0.36], [half * 0.42, high * 0.32]];
  pen.line(through(way), 2.4, '#ffffff');
  pen.line(through(way), 1.5, '#d8483f');
  for (const [[x, y], color] of [[way[0]!, '#2f5d8a'], [way[3]!, '#d8483f']] as const) {
    pen.glow(x, y + 0.6, 5, [[0, '#2b2140', 0.5], [1, '#2b2140', 0]], 0.35);
    pen.area(`M${x} ${y}C${x - 7} ${y - 9} ${x - 6} ${y - 16} ${x} ${y - 16}C${x + 6} ${y - 16} ${x + 7} ${y - 9} ${x} ${y}Z`, { way: 'across', stops: [[0, pale(color, 0.25)], [1, dark(color, 0.2)]] });
    pen.area(ellipse(x, y - 10.2, 2.2), plain('#ffffff'));
  }
}

function compass(pen: Pen, x: number, y: number): void {
  pen.area(ellipse(x, y, 8), plain('#fffaf0', 0.85));
  pen.area(`M${x} ${y - 7}L${x + 2} ${y}L${x - 2} ${y}Z`, plain('#d8483f'));
  pen.area(`M${x} ${y + 7}L${x + 2} ${y}L${x - 2} ${y}Z`, plain('#4a5568'));
}
