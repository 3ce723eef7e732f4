import { box, ellipse, mirrored } from '../scenes/forms.js';
import { dark, pale, type Pen, plain, round3d, shaded } from '../scenes/pen.js';
import { bowl } from './vessels.js';
import type { Thing } from './thing.js';

/** Three wisps that rise and fade. */
function steam(pen: Pen, top: number): void {
  for (const [index, x] of [-20, 2, 22].entries()) {
    const reach = top - 44 - 10 * (index % 2);
    pen.line(`M${x} ${top}C${x - 14} ${top - 16} ${x + 14} ${top - 26} ${x + 2} ${reach}`, 4.5, '#ffffff', 0.26);
    pen.line(`M${x} ${top}C${x - 14} ${top - 16} ${x + 14} ${top - 26} ${x + 2} ${reach}`, 1.8, '#ffffff', 0.3);
  }
}

/** What swims in it, from `squash` seen. */
function soup(pen: Pen, y: number, radius: number, squash: number): void {
  pen.area(ellipse(0, y, radius, radius * squash), shaded('#b8652f', '#d98a45'));
  for (const row of [-0.5, -0.18, 0.12]) {
    const at = y + row * radius * squash;
    pen.line(`M${-radius * 0.62} ${at}C${-radius * 0.2} ${at - 6 * squash} ${radius * 0.1} ${at + 8 * squash} ${radius * 0.36} ${at}`, 2.4, '#f4dc9c');
  }
  pen.area(ellipse(radius * 0.44, y - radius * squash * 0.28, radius * 0.25, radius * squash * 0.32), plain('#fffaf0'));
  pen.area(ellipse(radius * 0.44, y - radius * squash * 0.26, radius * 0.14, radius * squash * 0.18), plain('#f2a53a'));
  pen.area(ellipse(-radius * 0.42, y + radius * squash * 0.4, radius * 0.24, radius * squash * 0.26), shaded('#c97a55', '#8f4a31'));
  for (const [x, at] of [[0.05, 0.5], [0.2, 0.36], [-0.05, 0.28], [0.34, 0.46]] as const) pen.area(ellipse(x * radius, y + at * radius * squash, radius * 0.06, radius * squash * 0.08), plain('#6f9a4e'));
}

export const ramen: Thing = {
  width: 112,
  height: 74,
  size: 1,
  colors: ['#2f4a63', '#a3432f', '#e8dcc6'],
  draw(pen, color) {
    bowl.draw(pen, color);
    soup(pen, -47, 48, 0.19);
    pen.line('M34 -54L78 -84', 3, '#7a4a2c');
    pen.line('M30 -52L72 -87', 3, '#8d5936');
    pen.area(ellipse(0, -24, 40, 1.4), plain(pale(color, 0.5), 0.4));
    steam(pen, -62);
  },
  drawAbove(pen, color) {
    bowl.drawAbove?.(pen, color);
    soup(pen, 0, 43, 1);
    pen.line('M40 -60L-6 66', 3, '#7a4a2c');
    pen.line('M48 -58L2 68', 3, '#8d5936');
  },
};

export const mooncake: Thing = {
  width: 70,
  height: 30,
  size: 1,
  colors: ['#c98038'],
  draw(pen, color) {
    pen.area(mirrored('M0 -26L32 -26C36 -18 36 -8 32 0L0 0'), round3d(color));
    pen.area(ellipse(0, -26, 32, 7), shaded(pale(color, 0.3), color));
    pen.area(ellipse(0, -26, 23, 4.6), shaded(dark(color, 0.25), dark(color, 0.1)));
    pen.area(ellipse(0, -26.4, 19, 3.5), plain(pale(color, 0.2)));
    for (const x of [-22, -11, 0, 11, 22]) pen.line(`M${x} -17L${x * 0.98} -3`, 2, dark(color, 0.3), 0.5);
  },
  drawAbove(pen, color) {
    for (let leaf = 0; leaf < 12; leaf++) {
      const turn = (leaf / 12) * 2 * Math.PI;
      pen.area(ellipse(Math.round(30 * Math.cos(turn)), Math.round(30 * Math.sin(turn)), 8), shaded(pale(color, 0.2), dark(color, 0.2)));
    }
    pen.area(ellipse(0, 0, 31), shaded(pale(color, 0.25), color));
    pen.area(ellipse(0, 0, 20), plain(dark(color, 0.2)));
    pen.area(ellipse(0, 0, 16), plain(pale(color, 0.2)));
  },
};

function fruit(color: string, width: number, height: number, stem: boolean): Thing {
  return {
    width: width * 2,
    height: height + 8,
    size: 0.8,
    colors: [color],
    draw(pen, own) {
      pen.area(mirrored(`M0 ${-height + 3}C${width * 0.6} ${-height - 6} ${width * 1.1} ${-height * 0.7} ${width} ${-height * 0.42}C${width * 0.9} ${-height * 0.08} ${width * 0.4} 2 0 0`), round3d(own));
      pen.area(ellipse(-width * 0.38, -height * 0.64, width * 0.2, height * 0.13), plain('#ffffff', 0.32));
      if (!stem) return;
      pen.line(`M0 ${-height + 4}C1 ${-height - 4} 3 ${-height - 8} 6 ${-height - 12}`, 3, '#6b4a2f');
      pen.area(`M4 ${-height - 4}C12 ${-height - 18} 26 ${-height - 14} 30 ${-height - 8}C22 ${-height} 10 ${-height + 2} 4 ${-height - 4}Z`, shaded('#8fae5c', '#557a3f'));
    },
  };
}

export const apple = fruit('#c23b33', 34, 62, true);
export const orange = fruit('#ec9330', 33, 62, false);
export const lemon = fruit('#f2cc45', 38, 52, false);
export const pear = fruit('#b9bd4f', 30, 78, true);

export const bread: Thing = {
  width: 104,
  height: 50,
  size: 0.85,
  colors: ['#c98a4b'],
  draw(pen, color) {
    pen.area(mirrored('M0 -48C34 -48 54 -34 52 -14C51 -3 44 0 38 0L0 0'), { way: 'down', stops: [[0, pale(color, 0.2)], [0.5, color], [1, dark(color, 0.35)]] });
    for (const x of [-26, -4, 18]) pen.area(`M${x - 6} -16C${x - 2} -30 ${x + 4} -38 ${x + 14} -43C${x + 14} -34 ${x + 8} -24 ${x + 2} -14Z`, shaded('#f0d3a0', '#dcb078'));
  },
};

export const cake: Thing = {
  width: 92,
  height: 78,
  size: 0.95,
  colors: ['#f2c4c0', '#8a5a44', '#f4e6c9'],
  draw(pen, color) {
    pen.area(ellipse(0, -2, 56, 8), shaded('#ffffff', '#c9cdd6'));
    pen.area(mirrored('M0 -52L44 -52L44 -8C44 -3 24 0 0 0'), round3d(color));
    pen.area(box(-44, -32, 88, 6), { way: 'across', stops: [[0, '#e9dcc8'], [0.3, '#fffaf0'], [1, '#cdbda4']] });
    pen.area('M-44 -54C-44 -62 44 -62 44 -54L44 -44C40 -34 34 -34 31 -44C28 -36 20 -30 16 -44C10 -34 2 -32 -2 -44C-8 -30 -16 -34 -18 -44C-24 -36 -30 -34 -32 -44C-38 -36 -44 -40 -44 -44Z', round3d('#fff4e6'));
    for (const [x, y] of [[-24, -62], [0, -65], [24, -62]] as const) pen.area(ellipse(x, y, 7), round3d('#c8323c'));
  },
};
